// Which mentions are of one speech act.
import type { Act } from '../extract/types.ts';
import { tokensIn } from '../text/lookup.ts';
import type { Document, Token } from '../text/types.ts';
import type { Draft } from './drafts.ts';
import type { Said } from './types.ts';

/** One speech act with its mentions in text order, and why each belongs to it. */
export interface Group {
  readonly drafts: readonly Draft[];
  readonly reasons: readonly string[];
}

/** A group that mentions are still put into, with what all of them have: it is asked for at every further mention. */
interface Open extends Group {
  readonly drafts: Draft[];
  readonly reasons: string[];
  readonly acts: Set<Act>;
  readonly claims: Set<number>;
  /** The different intervals of days. */
  readonly said: Map<string, Said>;
  /** The last mention; a refusal or a call said in the same breath only where there is no other. */
  last: Draft;
}

/** How many statements of a source back a mention may belong to. */
const REACH = 12;

/** Acts that one statement can hold together. */
const classOf = (act: Act): string =>
  act === 'DENIED'
    ? 'denies'
    : act === 'WARNED' || act === 'PREDICTED'
      ? 'foretells'
      : act === 'OTHER'
        ? 'other'
        : 'states';

const STRENGTH: readonly Act[] = [
  'CONFIRMED',
  'DENIED',
  'WARNED',
  'PREDICTED',
  'REPORTED',
  'CLAIMED',
  'OTHER',
];

/** Where mentions of one act differ, the strongest cue counts. */
export const strongestAct = (acts: readonly Act[]): Act =>
  STRENGTH.find((act) => acts.includes(act)) ?? 'OTHER';

/** Groups drafts into speech acts. `outlet` is the article's own, `claims` gives the clusters of claims that a draft carries. O(drafts × groups of their source). */
export function groupDrafts(
  document: Document,
  drafts: readonly Draft[],
  outlet: string | null,
  claims: (draft: Draft) => ReadonlySet<number>,
): readonly Group[] {
  const groups: Open[] = [];
  const ofSource = new Map<string, Open[]>();
  for (const draft of drafts) {
    const mine = draft.source === null ? [] : (ofSource.get(draft.source.id) ?? []);
    const carried = claims(draft);
    let found: Open | undefined;
    let reason: string | null = null;
    const latest = latestOf(mine);
    for (const group of mine.toReversed()) {
      reason =
        whySame(document, draft, carried, group, outlet) ??
        (group === latest && elaborates(document, draft, group) ? 'said in other words' : null);
      if (reason !== null) {
        found = group;
        break;
      }
    }
    if (found !== undefined && reason !== null) {
      put(found, draft, carried, reason);
      continue;
    }
    const group: Open = {
      drafts: [],
      reasons: [],
      acts: new Set(),
      claims: new Set(),
      said: new Map(),
      last: draft,
    };
    put(group, draft, carried, 'first mention of the statement');
    groups.push(group);
    if (draft.source !== null) ofSource.set(draft.source.id, [...mine.slice(-REACH), group]);
  }
  return groups;
}

function put(group: Open, draft: Draft, carried: ReadonlySet<number>, reason: string): void {
  const { act } = draft.attribution;
  if (act !== 'OTHER' || group.last.attribution.act === 'OTHER') group.last = draft;
  group.drafts.push(draft);
  group.reasons.push(reason);
  group.acts.add(act);
  for (const claim of carried) group.claims.add(claim);
  group.said.set(`${draft.said.from} ${draft.said.to}`, draft.said);
}

function whySame(
  document: Document,
  draft: Draft,
  mine: ReadonlySet<number>,
  { drafts, acts: held, claims, said, last }: Open,
  outlet: string | null,
): string | null {
  if (draft.continues !== null)
    return drafts.some((each) => isOf(each, draft.continues))
      ? 'goes on without naming its source again'
      : null;
  const near = draft.sentence === last.sentence;
  const acts = [...held];
  const other = draft.attribution.act === 'OTHER';
  if (other) return near ? 'said in the same breath' : null;
  if (acts.every((act) => act === 'OTHER')) return null;
  if (draft.bare) return 'names the statement again';
  if (explainsWithdrawal(draft, held, last)) return 'why it takes it back';
  if (!acts.some((act) => classOf(act) === classOf(draft.attribution.act))) return null;
  if (![...said.values()].every((each) => mayCoincide(each, draft.said))) return null;
  const shared = [...mine].some((claim) => claims.has(claim));
  const confirms = (act: Act) => act === 'CONFIRMED';
  const sameForce = acts.some((act) => confirms(act) === confirms(draft.attribution.act));
  if (shared && (sameForce || [...mine].every((claim) => claims.has(claim))))
    return 'same source, same content';
  if (!sameForce) return null;
  if (near) return 'said in the same sentence';
  if (
    isReport(draft) &&
    isReport(last) &&
    draft.paragraph - last.paragraph <= 1 &&
    draft.source?.id !== outlet
  )
    return 'the same report';
  if (isWritten(sourceText(document, draft)) && drafts.some((each) => isWritten(channelOf(document, each))))
    return 'the statement itself';
  if (hasOccasion(draft) && !sharesOccasion(draft, last)) return null;
  if (draft.paragraph === last.paragraph) return 'goes on in the same paragraph';
  if (draft.paragraph - last.paragraph > 1) return null;
  if (!held.has('DENIED') && !also(document, draft) && speaksForIt(document, draft, last))
    return 'its speaker goes on';
  if (cueWords(document, draft).includes('add')) return 'added to it';
  if (
    /statement|communiqu|press release|announcement/.test(`${channelOf(document, last)}`) &&
    !also(document, draft)
  )
    return 'goes on from the statement';
  return null;
}

/** "the institute said … Most patients are old, its director, Runa Aldis, said": by the name of the person who speaks for it. */
function speaksForIt(document: Document, draft: Draft, last: Draft): boolean {
  const body = new Set(sourceTokens(document, last).map(({ norm }) => norm));
  const names = sourceTokens(document, draft).filter(({ pos }) => pos === 'PROPN');
  return names.length > 1 && !names.slice(-2).some(({ norm }) => body.has(norm));
}

const sourceTokens = (document: Document, { attribution }: Draft): readonly Token[] =>
  attribution.source.flatMap((span) => tokensIn(document, span));

/** The group that the source was last heard in. */
const latestOf = (groups: readonly Open[]): Open | undefined =>
  groups.reduce<Open | undefined>(
    (a, b) => (a === undefined || b.last.sentence >= a.last.sentence ? b : a),
    undefined,
  );

/**
 * "Three people have died, the institute said. “We expect more,” its director added.": reporters put into their own
 * words what they were told, then quote from it. A quotation right behind is of the same act, whatever the force of the
 * cue before and whatever its occasion; not one with an act of its own, nor what somebody “also” said. What bears out a
 * denial stands in its paragraph; what takes back an older saying beside an admission ("Our first statement was wrong") is
 * part of it.
 */
function elaborates(document: Document, draft: Draft, { last, acts, said }: Open): boolean {
  return (
    draft.quoted &&
    (draft.attribution.act === 'CLAIMED' || (draft.attribution.act === 'DENIED' && acts.has('CONFIRMED'))) &&
    !acts.has('OTHER') &&
    draft.paragraph - last.paragraph <= (acts.has('DENIED') ? 0 : 1) &&
    !also(document, draft) &&
    [...said.values()].every((each) => mayCoincide(each, draft.said))
  );
}

/** "The Post withdrew its report. Its informant had been mistaken, it wrote.": an outlet denies only what it has said before. */
const explainsWithdrawal = (draft: Draft, held: ReadonlySet<Act>, last: Draft): boolean =>
  isReport(draft) &&
  held.has('DENIED') &&
  draft.paragraph === last.paragraph &&
  draft.sentence - last.sentence <= 1;

/** An outlet's report that the article read itself, not one that carries somebody's words to it. */
const isReport = ({ source, attribution }: Draft): boolean =>
  source?.kind === 'Outlet' && attribution.act === 'REPORTED' && attribution.by !== 'relay';

const isWritten = (channel: string): boolean =>
  /\b(?:statement|communiqu|communicat|press release|announcement)/.test(channel);

const isOf = (each: Draft, of: Draft | null): boolean => each.attribution === of?.attribution;

/** An occasion of its own: a time, a channel, or somebody to whom it was said. */
const hasOccasion = (draft: Draft): boolean =>
  draft.attribution.time !== null || draft.attribution.channel !== null;
const sharesOccasion = (a: Draft, b: Draft): boolean =>
  a.said.rule === b.said.rule &&
  a.said.from === b.said.from &&
  a.attribution.channel === null &&
  b.attribution.channel === null;

const cueWords = (document: Document, draft: Draft): readonly string[] =>
  draft.attribution.cue.flatMap((span) => tokensIn(document, span)).map((token) => token.lemma);

const also = (document: Document, draft: Draft): boolean => {
  const cue = draft.attribution.cue[0];
  return (
    cue !== undefined && /\balso\b/.test(document.article.text.slice(Math.max(0, cue[0] - 12), cue[1] + 6))
  );
};

const sourceText = (document: Document, draft: Draft): string =>
  draft.attribution.source.map((span) => document.article.text.slice(...span)).join(' ');

const channelOf = (document: Document, draft: Draft): string => {
  const { channel, cue } = draft.attribution;
  const spans = channel === null ? cue : [channel, ...cue];
  return spans.map((span) => document.article.text.slice(...span)).join(' ');
};

/** Whether two intervals of days have a day in common. */
export const mayCoincide = (a: Said, b: Said): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) &&
  (b.from === null || a.to === null || b.from <= a.to);

/** The tightest interval that all mentions of one act allow. */
export function sharedSaid(all: readonly Said[]): Said {
  return all.reduce((tight, each) => (width(each) < width(tight) ? each : tight));
}

const width = ({ from, to }: Said): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : Date.parse(to) - Date.parse(from);
