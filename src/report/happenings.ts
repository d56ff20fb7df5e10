/** What new, changed and removed articles made of the claims, and why: one line each. */

import type { Assessment, Question, Status } from '../corroborate/types.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import { shortIds } from './ids.ts';
import { listWords, nameWords } from './words.ts';

interface Assessed {
  readonly graph: KnowledgeGraph;
  readonly assessments: ReadonlyMap<string, Assessment>;
}

export interface ClaimHappening {
  readonly kind: 'claim';
  readonly id: string;
  readonly short: string;
  readonly text: string;
  /** Null: it was not there. */
  readonly before: Standing | null;
  /** Null: it is gone. */
  readonly after: Standing | null;
  /** Sentences without a stop. */
  readonly why: readonly string[];
}

export interface QuestionHappening {
  readonly kind: 'question';
  readonly id: string;
  readonly short: string;
  readonly text: string;
  readonly happened: 'opened' | 'closed';
}

export type Happening = ClaimHappening | QuestionHappening;

export interface Standing {
  readonly status: Status;
  readonly bounds: readonly [number, number];
  readonly denial: readonly [number, number];
  readonly officiallyConfirmed: boolean;
}

/** Roots that make a claim worth telling of as soon as it is there. */
const WORTH_TELLING = 2;

/**
 * Claims whose status, bounds, denial or confirmation changed, claims that are new with two roots or more, claims that are gone,
 * and pivotal questions that opened or closed; in order of ids. Both sides hold everything that changed.
 */
export function happenings(before: Assessed, after: Assessed): readonly Happening[] {
  const was = predecessors(before.graph, after.graph);
  const kept = new Set(was.values());
  const short = shortIds([...before.graph.claims.keys(), ...after.graph.claims.keys()]);
  const shortOf = (id: string) => short.get(id) ?? id;
  const now = [...after.graph.claims.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((claim): Happening[] => {
      const old = was.get(claim.id);
      const [b, a] = [old === undefined ? null : standing(before, old), standing(after, claim.id)];
      if (a === null || JSON.stringify(a) === JSON.stringify(b)) return [];
      if (b === null && a.bounds[1] < WORTH_TELLING) return [];
      const why = reasons(before, old ?? null, after, claim.id);
      return [
        { kind: 'claim', id: claim.id, short: shortOf(claim.id), text: claim.text, before: b, after: a, why },
      ];
    });
  const gone = [...before.graph.claims.values()].flatMap((claim): Happening[] => {
    const b = standing(before, claim.id);
    if (kept.has(claim.id) || b === null || b.bounds[1] < WORTH_TELLING) return [];
    const why = ['nothing that is left says so'];
    return [
      {
        kind: 'claim',
        id: claim.id,
        short: shortOf(claim.id),
        text: claim.text,
        before: b,
        after: null,
        why,
      },
    ];
  });
  return [...now, ...gone, ...questionHappenings(before, after)];
}

function standing({ assessments }: Assessed, claim: string): Standing | null {
  const a = assessments.get(claim);
  if (a === undefined) return null;
  return {
    status: a.status,
    bounds: [a.independentMin, a.independentMax],
    denial: [a.denial.independentMin, a.denial.independentMax],
    officiallyConfirmed: a.officiallyConfirmed,
  };
}

/**
 * The claim that each claim was before: the one of its id, else the one that a mention of it carried. A claim takes the id of its
 * smallest mention, which a new article may bring.
 */
function predecessors(before: KnowledgeGraph, after: KnowledgeGraph): ReadonlyMap<string, string> {
  const was = new Map([...after.claims.keys()].filter((id) => before.claims.has(id)).map((id) => [id, id]));
  const taken = new Set(was.values());
  for (const mention of after.mentions.values())
    for (const claim of mention.claims) {
      if (was.has(claim)) continue;
      const old = before.mentions
        .get(mention.id)
        ?.claims.find((id) => !taken.has(id) && !after.claims.has(id));
      if (old === undefined) continue;
      was.set(claim, old);
      taken.add(old);
    }
  return was;
}

/** What is new about who says a claim, who denies it and who takes it back. */
function reasons(before: Assessed, old: string | null, after: Assessed, claim: string): readonly string[] {
  const [b, a] = [old === null ? undefined : before.assessments.get(old), after.assessments.get(claim)];
  const roots = fresh(before, rootsOf(b), after, rootsOf(a));
  const denials = fresh(before, b?.denial.roots ?? [], after, a?.denial.roots ?? []);
  const undenied = fresh(after, a?.denial.roots ?? [], before, b?.denial.roots ?? []);
  const lost = fresh(after, rootsOf(a), before, rootsOf(b));
  const lines = [
    ...roots.map(
      (id) => `${old === null ? 'root' : 'new root'} ${named(after, id)}${placed(after, before, id, claim)}`,
    ),
    ...denials.map((id) => `denied by ${named(after, id)}${placed(after, before, id, claim)}`),
    ...retractions(before, after, claim),
    ...lost.map((id) => `${named(before, id)} is no root any more`),
    ...undenied.map((id) => `${named(before, id)} denies it no more`),
  ];
  if (lines.length > 0) return lines;
  const articles = articlesOf(after, claim).filter((id) => !before.graph.articles.has(id));
  if (articles.length > 0) return [`also told in ${files(after, articles)}`];
  const gone = old === null ? [] : articlesOf(before, old).filter((id) => !after.graph.articles.has(id));
  if (gone.length > 0) return [`told no more in ${files(before, gone)}`];
  return ['a decision, or what an article says of others, changed'];
}

const rootsOf = (a: Assessment | undefined): readonly string[] =>
  a === undefined ? [] : [...a.roots, ...a.rootsSomeWorlds];

/** Sources of one side that were none of the other's: by id, or by a place where both stand. */
function fresh(
  one: Assessed,
  known: readonly string[],
  other: Assessed,
  found: readonly string[],
): readonly string[] {
  const places = new Set(known.flatMap((id) => placesOf(one, id)));
  return found.filter((id) => !known.includes(id) && !placesOf(other, id).some((place) => places.has(place)));
}

const placesOf = ({ graph }: Assessed, source: string): readonly string[] =>
  (graph.sources.get(source)?.mentions ?? []).map((m) => m.id);

const named = ({ graph }: Assessed, source: string): string => nameWords(graph.sources.get(source) ?? null);

/** Where a source speaks of the claim, in new articles where there are any: " (FILE)". */
function placed(after: Assessed, before: Assessed, source: string, claim: string): string {
  const spoken = [...after.graph.statements.values()]
    .filter((s) => s.source === source && s.claims.some((c) => c.id === claim))
    .flatMap((s) => s.mentions.flatMap((m) => after.graph.mentions.get(m)?.article ?? []));
  const cited = after.graph.sources.get(source)?.mentions.map((m) => m.article) ?? [];
  const all = spoken.length > 0 ? spoken : cited.filter((id) => articlesOf(after, claim).includes(id));
  const late = all.filter((id) => !before.graph.articles.has(id));
  const shown = late.length > 0 ? late : all;
  return shown.length === 0 ? '' : ` (${files(after, shown)})`;
}

function retractions(before: Assessed, after: Assessed, claim: string): readonly string[] {
  const said = [...after.graph.statements.values()].filter((s) => s.claims.some((c) => c.id === claim));
  const ids = new Set(said.map((s) => s.id));
  return [...after.graph.statements.values()].flatMap((s) => {
    const known = before.graph.statements.get(s.id)?.retracts ?? [];
    const taken = s.retracts.some((id) => ids.has(id) && !known.includes(id));
    if (!taken) return [];
    const articles = s.mentions.flatMap((m) => after.graph.mentions.get(m)?.article ?? []);
    return [`taken back by ${named(after, s.source ?? '')} (${files(after, articles)})`];
  });
}

const articlesOf = ({ graph }: Assessed, claim: string): readonly string[] => [
  ...new Set([...graph.mentions.values()].filter((m) => m.claims.includes(claim)).map((m) => m.article)),
];

/** Files named in a line at most. */
const FILES = 2;

function files({ graph }: Assessed, articles: readonly string[]): string {
  const names = [...new Set(articles.map((id) => graph.articles.get(id)?.file ?? id))].sort();
  const more = names.length > FILES ? [`${names.length - FILES} more`] : [];
  return listWords([...names.slice(0, FILES), ...more]);
}

function questionHappenings(before: Assessed, after: Assessed): readonly Happening[] {
  const [b, a] = [pivotal(before), pivotal(after)];
  const short = shortIds([...b.keys(), ...a.keys()]);
  const happened = (
    questions: ReadonlyMap<string, Question>,
    others: typeof questions,
    what: QuestionHappening['happened'],
  ) =>
    [...questions.values()]
      .filter((q) => !others.has(q.id))
      .map(({ id, text }) => ({
        kind: 'question' as const,
        id,
        short: short.get(id) ?? id,
        text,
        happened: what,
      }));
  return [...happened(a, b, 'opened'), ...happened(b, a, 'closed')];
}

const pivotal = ({ assessments }: Assessed): ReadonlyMap<string, Question> =>
  new Map(
    [...assessments.values()].flatMap((a) =>
      a.questions.filter((q) => q.pivotal).map((q) => [q.id, q] as const),
    ),
  );

/** "cl-12ab34: single-source → corroborated (2): new root Reuters (wire.txt) — The plant burned" */
export function happeningLine(h: Happening): string {
  if (h.kind === 'question') return `${h.short}: question ${h.happened}: ${h.text}`;
  const status = [h.before === null ? 'new' : h.before.status, h.after === null ? 'gone' : h.after.status];
  const same = h.before !== null && h.after !== null && h.before.status === h.after.status;
  const count = h.after === null ? '' : ` (${bounds(h.before, h.after)})`;
  const confirmed =
    h.after?.officiallyConfirmed && !h.before?.officiallyConfirmed ? ', officially confirmed' : '';
  return `${h.short}: ${same ? status[1] : status.join(' → ')}${count}${confirmed}: ${h.why.join('; ')} — ${h.text}`;
}

function bounds(before: Standing | null, after: Standing): string {
  const [was, is] = [before === null ? null : range(before.bounds), range(after.bounds)];
  return was === null || was === is ? is : `${was} → ${is}`;
}

const range = ([least, most]: readonly [number, number]): string =>
  least === most ? `${most}` : `${least}–${most}`;
