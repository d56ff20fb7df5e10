/** What of a claim is drawn: boxes for its sources, lines for what they say and on whose word, each line for all that goes between two ends. */

import type { Status } from '../../../corroborate/types.ts';
import { dayWords } from '../../../report/words.ts';
import type { Arrow, ChainSource, ClaimView } from '../../api/claim.ts';
import type { When } from './columns.ts';
import { GOAL } from './layout.ts';

export type LineTone = 'confirms' | 'supports' | 'denies' | 'relies' | 'open' | 'idle';

export interface Line {
  readonly id: string;
  /** Source id or `OWN_VOICE`. */
  readonly from: string;
  /** Source id or `GOAL`. */
  readonly to: string;
  readonly tone: LineTone;
  readonly word: string;
  readonly arrows: readonly Arrow[];
  /** The open question that it hangs on. */
  readonly question: string | null;
}

export interface Party {
  readonly id: string;
  /** Null for the article's own voice. */
  readonly source: ChainSource | null;
  readonly said: When;
  readonly saidWords: string | null;
  /** Position among the chains: those of one chain share a lane. */
  readonly lane: number;
  readonly circle: 'grounded' | 'ungrounded' | null;
}

export interface Same {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  /** The question, for people; `id` is its id. */
  readonly text: string;
}

export interface Chains {
  readonly parties: readonly Party[];
  readonly lines: readonly Line[];
  readonly sames: readonly Same[];
  /** Sources that are left out to keep the drawing readable. */
  readonly left: readonly ChainSource[];
}

/** Stands for the articles themselves where a claim has no source. */
export const OWN_VOICE = 'own-voice';

/** Statuses of which a claim is shown with the article's own voice: elsewhere it supports nothing. */
const OWN_VOICE_SHOWN: ReadonlySet<Status> = new Set(['unsourced']);

/** At most `most` boxes: chains, choke points, circles and open questions first, then who has most lines. */
export function chainsOf(view: ClaimView, most: number): Chains {
  const lines = linesOf(view);
  const kept = keptOf(view, lines, most);
  const shown = view.sources.filter((s) => kept.has(s.id));
  const circles = new Map(
    view.assessment.circular.flatMap(({ kind, members }) => members.map((id) => [id, kind] as const)),
  );
  const chains = [...view.assessment.chains, ...view.assessment.denial.chains];
  const laneOf = (id: string) => {
    const lane = chains.findIndex((chain) => chain.includes(id));
    return lane < 0 ? chains.length : lane;
  };
  const parties = shown.map((source): Party => {
    const dated = view.arrows.filter((a) => a.from === source.id && a.said !== null);
    const own = dated.filter((a) => a.type === 'says');
    const first = earliest(own.length > 0 ? own : dated);
    return {
      id: source.id,
      source,
      said: { from: first?.said?.from ?? null, to: first?.said?.to ?? null },
      saidWords: first?.said ? dayRange(first.said) : null,
      lane: laneOf(source.id),
      circle: circles.get(source.id) ?? null,
    };
  });
  const voice = lines.some((l) => l.from === OWN_VOICE);
  return {
    parties: voice ? [...parties, OWN] : parties,
    lines: lines.filter(
      (l) => (kept.has(l.from) || l.from === OWN_VOICE) && (l.to === GOAL || kept.has(l.to)),
    ),
    sames: view.identities
      .filter((i) => kept.has(i.a) && kept.has(i.b))
      .map((i) => ({
        id: i.id,
        a: i.a,
        b: i.b,
        text: i.question,
      })),
    left: view.sources.filter((s) => !kept.has(s.id)),
  };
}

/** Short enough for a box: "Thu 26 Dec 2024", "by 26 Dec 2024", "23 – 26 Dec 2024". */
function dayRange({ from, to }: When): string {
  if (from === null) return to === null ? 'undated' : `by ${dayWords(to, false)}`;
  if (to === null) return `from ${dayWords(from, false)}`;
  if (from === to) return dayWords(from);
  const [start, end] = [dayWords(from, false), dayWords(to, false)].map((words) => words.split(' '));
  const kept = start?.filter((_, i) => i === 0 || start.slice(i).join() !== end?.slice(i).join());
  return `${kept?.join(' ')} – ${end?.join(' ')}`;
}

const OWN: Party = {
  id: OWN_VOICE,
  source: null,
  said: { from: null, to: null },
  saidWords: null,
  lane: 0,
  circle: null,
};

/** Latest possible first statement: what is known to be said last cannot have been first. */
function earliest(arrows: readonly Arrow[]): Arrow | undefined {
  const key = (a: Arrow) => `${a.said?.to ?? a.said?.from ?? '9999'} ${a.said?.from ?? ''}`;
  return [...arrows].sort((a, b) => (key(a) < key(b) ? -1 : 1))[0];
}

function linesOf(view: ClaimView): readonly Line[] {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of view.arrows) {
    if (arrow.from === null && !OWN_VOICE_SHOWN.has(view.assessment.status)) continue;
    const key = `${arrow.type} ${toneOf(arrow)} ${arrow.from ?? OWN_VOICE} ${arrow.to ?? GOAL}`;
    const group = groups.get(key);
    if (group) group.push(arrow);
    else groups.set(key, [arrow]);
  }
  return [...groups.values()].flatMap((arrows) => {
    const telling = arrows.find((a) => a.act === 'CONFIRMED') ?? arrows[0];
    if (!telling) return [];
    return [
      {
        id: telling.id,
        from: telling.from ?? OWN_VOICE,
        to: telling.to ?? GOAL,
        tone: toneOf(telling),
        word: telling.type === 'says' ? (SAID[telling.act ?? 'OTHER'] ?? 'said') : telling.word,
        arrows,
        question: arrows.find((a) => a.question !== null)?.question ?? null,
      },
    ];
  });
}

const SAID: Readonly<Record<string, string>> = {
  CONFIRMED: 'confirmed',
  REPORTED: 'reported',
  CLAIMED: 'said',
  DENIED: 'denied',
  WARNED: 'warned',
  PREDICTED: 'predicted',
  OTHER: 'said',
};

function toneOf(arrow: Arrow): LineTone {
  if (arrow.type === 'relies') return arrow.certainty === 'possible' ? 'open' : 'relies';
  if (arrow.withdrawn || arrow.via.length > 0) return 'idle';
  if (arrow.stance === 'denies') return 'denies';
  return arrow.stance === 'confirms' ? 'confirms' : 'supports';
}

function keptOf(view: ClaimView, lines: readonly Line[], most: number): ReadonlySet<string> {
  const degree = new Map<string, number>();
  for (const { from, to } of lines) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const { assessment: a } = view;
  const first = new Set([
    ...a.chokePoints,
    ...a.chains.flat(),
    ...a.denial.chains.flat(),
    ...a.circular.flatMap((c) => c.members),
    ...view.identities.flatMap((i) => [i.a, i.b]),
    ...a.chokePointsSomeWorlds,
  ]);
  const rank = (id: string) => (first.has(id) ? 1e6 : 0) + (degree.get(id) ?? 0);
  return new Set(
    view.sources
      .map((s) => s.id)
      .sort((x, y) => rank(y) - rank(x))
      .slice(0, most),
  );
}
