/** Decisions between the page, which names what it sees, and the graph, which they are about. */

import type { Assessment, Question } from '../corroborate/types.ts';
import { answering, decisionWords, lookUp, references, sameness } from '../decide.ts';
import { EXIT, HearsayError } from '../errors.ts';
import type { Decision, DecisionBody, KnowledgeGraph } from '../graph/types.ts';
import { changes } from '../report/change.ts';
import { harmless } from '../text/harmless.ts';
import type { Asked, ClaimChange, DecisionView } from './api/decisions.ts';
import type { State } from './state.ts';

/** Throws a usage error, or "nothing found", for what cannot be decided. */
export function bodyOf({ graph, assessments }: State, asked: Asked): DecisionBody {
  const named = (id: string, ...kinds: Parameters<typeof lookUp>[2]) => lookUp(references(graph), id, kinds);
  switch (asked.kind) {
    case 'answer':
      return answering(graph, questionOf(assessments, asked.question), asked.answer);
    case 'same':
    case 'not-same': {
      const kinds = ['source', 'place', 'statement', 'mention', 'claim'] as const;
      return sameness(asked.kind, named(asked.a, ...kinds), named(asked.b, ...kinds));
    }
    case 'reject':
      return { kind: 'reject', mention: named(asked.mention, 'mention').id };
    case 'official':
      return {
        kind: 'official',
        source: named(asked.source, 'source', 'place').id,
        official: asked.official,
      };
    case 'rate':
      return {
        kind: 'rate',
        source: named(asked.source, 'source', 'place').id,
        reliability: asked.reliability,
      };
  }
}

function questionOf(assessments: ReadonlyMap<string, Assessment>, id: string): Question {
  for (const { questions } of assessments.values()) {
    const question = questions.find((q) => q.id === id);
    if (question) return question;
  }
  throw new HearsayError(`no question ${id}`, { exitCode: EXIT.nothingFound });
}

/** A decision with what it says in words, as far as the graph knows what it is about. */
export const decisionView = (graph: KnowledgeGraph, made: Decision): DecisionView => ({
  ...made,
  by: harmless(made.by),
  note: made.note === null ? null : harmless(made.note),
  words: harmless(decisionWords(made.body, references(graph), graph)),
});

/** Claims whose status or bounds are others now. */
export const changesBetween = (...states: Parameters<typeof changes>): readonly ClaimChange[] =>
  changes(...states).map(({ claim, text, before, after }) => ({
    claim,
    text: harmless(text),
    before,
    after,
  }));
