/** What the answers to a question mean, in words. */

import type { Question } from '../corroborate/types.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import { sourceAt } from './index-of.ts';
import { nameWords } from './words.ts';

/** Each answer with what it says; "yes" and "no" speak for themselves. */
export function answerLabels(
  graph: KnowledgeGraph,
  question: Pick<Question, 'id' | 'kind' | 'answers'>,
): ReadonlyMap<string, string> {
  const sides = question.kind === 'reuse' ? reuseSides(graph, question.id) : null;
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

/** The two that may have copied: option 1 of the group says that the first has it from the second, option 2 the reverse. */
export function reuseSides(
  graph: KnowledgeGraph,
  group: string,
): { readonly first: Side; readonly second: Side } | null {
  const side = (option: number): Side | null => {
    const r = graph.reliances.find((x) => x.alternative?.group === group && x.alternative.option === option);
    return r ? { article: r.article, name: nameWords(sourceAt(graph, r.from)) } : null;
  };
  const [first, second] = [side(1), side(2)];
  return first && second ? { first, second } : null;
}
