import type { Inquiry } from './inquiry.ts';
import { outerBounds } from './outer.ts';
import { type Bounds, boundsOf } from './survey.ts';
import type { Question } from './types.ts';
import type { Answers } from './worlds.ts';

/** κ of every consistent world, with its answers. */
interface Table {
  readonly worlds: readonly Answers[];
  readonly kappas: readonly number[];
  readonly bounds: Bounds;
  /** How many answers every question has. */
  readonly sizes: readonly number[];
}

/**
 * What every question does to the bounds, by κ of every consistent world. First those whose answer alone
 * narrows the bounds, then those that do so only together with others (fewest first), then those that turn κ
 * somewhere without narrowing it, then the rest. One with only one consistent answer is no question any more.
 */
export function weighQuestions(
  inquiry: Inquiry,
  worlds: readonly Answers[],
  kappas: readonly number[],
): readonly Question[] {
  if (inquiry.questions.length === 0) return [];
  const sizes = inquiry.questions.map(({ answers }) => answers.length);
  const table: Table = { worlds, kappas, bounds: boundsOf(kappas), sizes };
  const places = inquiry.questions.map((_, q) => q);
  const pivots = new Set(places.filter((q) => turns(table, q)));
  const rest = places.filter((q) => !narrows(table, [q]));
  const alliesOf = alliances(table, rest, pivots);
  const weighed = inquiry.questions.flatMap(({ id, text, kind, about, answers }, q) => {
    const bounds = boundsBy(table, [q]);
    const possible = answers.flatMap(({ answer, holds }, at) => {
      const found = bounds.get(at);
      return found === undefined ? [] : [{ answer, bounds: found, holds }];
    });
    if (possible.length < 2) return [];
    const allies = (alliesOf.get(q) ?? []).map((other) => inquiry.questions[other]?.id ?? '');
    const rank = !rest.includes(q) ? 0 : allies.length > 0 ? allies.length : pivots.has(q) ? LOOSE : Infinity;
    return [
      { rank, question: { id, text, kind, about, pivotal: pivots.has(q), answers: possible, with: allies } },
    ];
  });
  return weighed.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ question }) => question);
}

/** Rank of a question that turns κ somewhere, yet narrows nothing. */
const LOOSE = 1000;

/** Questions up to which outer bounds are found for every answer, each at the price of assessing anew. */
const FEW = 24;

/** Where there are too many worlds to visit: what outer bounds say of every answer. */
export function weighRoughly(inquiry: Inquiry, whole: Bounds): readonly Question[] {
  const few = inquiry.questions.length <= FEW;
  const given = (q: number, at: number): Answers =>
    inquiry.questions.map((_, other) => (other === q ? at : null));
  return inquiry.questions.map(({ id, text, kind, about, answers }, q) => ({
    id,
    text,
    kind,
    about,
    pivotal: whole[0] < whole[1],
    answers: answers.map(({ answer, holds }, at) => ({
      answer,
      bounds: few ? outerBounds(inquiry, given(q, at)) : whole,
      holds,
    })),
    with: [],
  }));
}

/** Whether in some consistent world this answer alone, changed, changes κ. */
function turns({ worlds, kappas, sizes }: Table, q: number): boolean {
  const others = sizes.map((_, other) => other).filter((other) => other !== q);
  const kappaOf = new Map<number, number>();
  return worlds.some((answers, w) => {
    const key = keyOf(answers, others, sizes);
    const kappa = kappas[w] ?? 0;
    const known = kappaOf.get(key);
    kappaOf.set(key, kappa);
    return known !== undefined && known !== kappa;
  });
}

/** The bounds under every joint answer to these questions that some world has. */
function boundsBy(
  { worlds, kappas, sizes }: Table,
  questions: readonly number[],
): ReadonlyMap<number, Bounds> {
  const bounds = new Map<number, [number, number]>();
  for (let w = 0; w < worlds.length; w++) {
    const key = keyOf(worlds[w] ?? [], questions, sizes);
    const kappa = kappas[w] ?? 0;
    const known = bounds.get(key);
    if (known === undefined) bounds.set(key, [kappa, kappa]);
    else if (kappa < known[0]) known[0] = kappa;
    else if (kappa > known[1]) known[1] = kappa;
  }
  return bounds;
}

/** The answers to some questions as one number. */
function keyOf(answers: Answers, questions: readonly number[], sizes: readonly number[]): number {
  let key = 0;
  for (const q of questions) key = key * (sizes[q] ?? 1) + (answers[q] ?? 0);
  return key;
}

/** Some joint answer to these questions leaves narrower bounds. */
function narrows(table: Table, questions: readonly number[]): boolean {
  for (const [least, most] of boundsBy(table, questions).values()) {
    if (least > table.bounds[0] || most < table.bounds[1]) return true;
  }
  return false;
}

/** Most worlds that are looked at in the search for sets of questions. */
const PATIENCE = 4_000_000;

/**
 * For each question the others of the smallest set with it that narrows the bounds while no smaller part of
 * it does. Tries sets by size until every pivotal question has one or patience ends.
 */
function alliances(
  table: Table,
  candidates: readonly number[],
  pivots: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  if (table.bounds[0] === table.bounds[1]) return found;
  const narrowing: (readonly number[])[] = [];
  let patience = PATIENCE;
  for (let size = 2; size <= candidates.length; size++) {
    if (candidates.every((q) => found.has(q) || !pivots.has(q))) return found;
    for (const set of subsets(candidates, size)) {
      patience -= table.worlds.length;
      if (patience < 0) return found;
      if (narrowing.some((smaller) => smaller.every((q) => set.includes(q)))) continue;
      if (!narrows(table, set)) continue;
      narrowing.push(set);
      for (const q of set)
        if (!found.has(q))
          found.set(
            q,
            set.filter((other) => other !== q),
          );
    }
  }
  return found;
}

function* subsets(items: readonly number[], size: number, from = 0): Iterable<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) {
    for (const rest of subsets(items, size - 1, i + 1)) yield [items[i] ?? -1, ...rest];
  }
}
