/** What the answers to a question mean, in words. */

import type { Question } from '../corroborate/types.ts';
import type { KnowledgeGraph, RelianceEdge } from '../graph/types.ts';
import { groupBy } from './group.ts';
import { sourceAt } from './index-of.ts';
import { nameWords } from './words.ts';

/** Each answer with what it says; "yes" and "no" speak for themselves. `options`: the question's reliances, where it is one of reuse. */
export function answerLabels(
  graph: KnowledgeGraph,
  question: Pick<Question, 'answers'>,
  options: readonly RelianceEdge[],
): ReadonlyMap<string, string> {
  const sides = reuseSides(graph, options);
  const labels: Readonly<Record<string, string>> =
    sides === null
      ? {}
      : {
          '1': `${sides.first.name} from ${sides.second.name}`,
          '2': `${sides.second.name} from ${sides.first.name}`,
          '3': 'both from a third text',
        };
  return new Map(question.answers.map(({ answer }) => [answer, labels[answer] ?? answer]));
}

interface Side {
  readonly article: string;
  readonly name: string;
}

/** The two that may have copied: option 1 says that the first has it from the second, option 2 the reverse. */
export function reuseSides(
  graph: KnowledgeGraph,
  options: readonly RelianceEdge[],
): { readonly first: Side; readonly second: Side } | null {
  const side = (option: number): Side | null => {
    const r = options.find((x) => x.alternative?.option === option);
    return r ? { article: r.article, name: nameWords(sourceAt(graph, r.from)) } : null;
  };
  const [first, second] = [side(1), side(2)];
  return first && second ? { first, second } : null;
}

/** The reliances of which a question of reuse asks which hold, by the question's id. */
export const reuseOptions = (graph: KnowledgeGraph): ReadonlyMap<string, readonly RelianceEdge[]> =>
  groupBy(
    graph.reliances.filter((r) => r.alternative !== null),
    (r) => r.alternative?.group ?? '',
  );
