import type { Inquiry } from './inquiry.ts';
import { outerBounds } from './outer.ts';
import { type Bounds, boundsOf } from './survey.ts';
import type { Question } from './types.ts';
import type { Answers } from './worlds.ts';

/** Largest sets of questions that are tried together. */
const TOGETHER = 4;

/**
 * What every question does to the bounds, by κ of every consistent world. First those whose answer alone narrows the bounds, then those
 * that do so only together with others, then those that change κ but never narrow it, then the rest. One with only one
 * consistent answer is no question any more.
 */
export function weighQuestions(
  inquiry: Inquiry,
  worlds: readonly Answers[],
  kappas: readonly number[],
): readonly Question[] {
  if (inquiry.questions.length === 0) return [];
  const whole = boundsOf(kappas);
  const places = inquiry.questions.map((_, q) => q);
  const alone = new Set(places.filter((q) => narrows(worlds, kappas, whole, [q])));
  const companions = alliances(
    worlds,
    kappas,
    whole,
    places.filter((q) => !alone.has(q)),
  );
  const pivots = pivotal(inquiry, worlds, kappas);
  const weighed = inquiry.questions.flatMap((question, q) => {
    const answers = question.answers.flatMap(({ answer, holds }, at) => {
      const agreeing = kappas.filter((_, w) => worlds[w]?.[q] === at);
      return agreeing.length === 0 ? [] : [{ answer, bounds: boundsOf(agreeing), holds }];
    });
    if (answers.length < 2) return [];
    const others = companions.get(q) ?? [];
    const rank = alone.has(q) ? 0 : others.length > 0 ? others.length : pivots.has(q) ? UNBOUND : Infinity;
    const { id, text, kind, about } = question;
    const ids = others.map((other) => inquiry.questions[other]?.id ?? '');
    return [{ rank, question: { id, text, kind, about, pivotal: pivots.has(q), answers, with: ids } }];
  });
  return weighed.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ question }) => question);
}

/** Rank of a question that turns κ in some world, yet narrows nothing. */
const UNBOUND = 1000;

/** Where there are too many worlds: what outer bounds say of every answer. Quadratic, so only for the first questions. */
export function weighRoughly(inquiry: Inquiry, whole: Bounds): readonly Question[] {
  return inquiry.questions.map(({ id, text, kind, about, answers }, q) => ({
    id,
    text,
    kind,
    about,
    pivotal: whole[0] < whole[1],
    answers: answers.map(({ answer, holds }, at) => ({
      answer,
      bounds:
        q < 64
          ? outerBounds(
              inquiry,
              inquiry.questions.map((_, other) => (other === q ? at : null)),
            )
          : whole,
      holds,
    })),
    with: [],
  }));
}

/** Questions whose answer alone, changed in some consistent world, changes κ there. */
function pivotal(
  inquiry: Inquiry,
  worlds: readonly Answers[],
  kappas: readonly number[],
): ReadonlySet<number> {
  const turns = (q: number): boolean => {
    const kappaOf = new Map<string, number>();
    return worlds.some((answers, w) => {
      const others = answers.toSpliced(q, 1).join();
      const kappa = kappas[w] ?? 0;
      const known = kappaOf.get(others);
      kappaOf.set(others, kappa);
      return known !== undefined && known !== kappa;
    });
  };
  return new Set(inquiry.questions.flatMap((_, q) => (turns(q) ? [q] : [])));
}

/** Some joint answer to these questions leaves narrower bounds. */
function narrows(
  worlds: readonly Answers[],
  kappas: readonly number[],
  whole: Bounds,
  questions: readonly number[],
): boolean {
  const groups = new Map<string, number[]>();
  worlds.forEach((answers, w) => {
    const key = questions.map((q) => answers[q]).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [kappas[w] ?? 0]);
    else group.push(kappas[w] ?? 0);
  });
  return [...groups.values()].some((group) => {
    const [least, most] = boundsOf(group);
    return least > whole[0] || most < whole[1];
  });
}

/** For each question the others of the smallest set with it that narrows the bounds, while no smaller part of it does. */
function alliances(
  worlds: readonly Answers[],
  kappas: readonly number[],
  whole: Bounds,
  candidates: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  if (whole[0] === whole[1]) return found;
  const narrowing: (readonly number[])[] = [];
  for (
    let size = 2;
    size <= Math.min(TOGETHER, candidates.length) && found.size < candidates.length;
    size++
  ) {
    for (const set of subsets(candidates, size)) {
      if (narrowing.some((smaller) => smaller.every((q) => set.includes(q)))) continue;
      if (!narrows(worlds, kappas, whole, set)) continue;
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
