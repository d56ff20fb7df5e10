/** Look-ups over the graph that arranging a report needs, each built once: claims then cost what they hold. */

import type { KnowledgeGraph, MentionNode, RelianceEdge, SourceNode, StatementNode } from '../graph/types.ts';
import { reuseOptions } from './answers.ts';
import { copyings } from './copying.ts';
import { groupBy } from './group.ts';
import { shortIds } from './ids.ts';

/** Look-ups that every card needs, built once. */
export interface Index {
  readonly statementsOn: ReadonlyMap<string, readonly StatementNode[]>;
  readonly reliancesFrom: ReadonlyMap<string, readonly RelianceEdge[]>;
  /** Of questions of reuse, by their id. */
  readonly reuseOptions: ReadonlyMap<string, readonly RelianceEdge[]>;
  readonly retracted: ReadonlySet<string>;
  readonly relationsFrom: ReadonlyMap<string, KnowledgeGraph['relations']>;
  readonly relationsTo: ReadonlyMap<string, KnowledgeGraph['relations']>;
  /** By statement and claim, in the order of the statement's mentions. */
  readonly mentionsOn: (statement: string, claim: string) => readonly MentionNode[];
  readonly mentionsIn: ReadonlyMap<string, readonly MentionNode[]>;
  readonly short: ReadonlyMap<string, string>;
  /** Articles known to print another one's text. */
  readonly copies: ReadonlySet<string>;
}

export function indexOf(graph: KnowledgeGraph): Index {
  const on = [...graph.statements.values()].flatMap((s) => s.claims.map((c) => ({ claim: c.id, s })));
  return {
    statementsOn: new Map([...groupBy(on, (x) => x.claim)].map(([id, xs]) => [id, xs.map((x) => x.s)])),
    reliancesFrom: groupBy(graph.reliances, (r) => r.from),
    reuseOptions: reuseOptions(graph),
    retracted: new Set([...graph.statements.values()].flatMap((s) => s.retracts)),
    relationsFrom: groupBy(graph.relations, (r) => r.from),
    relationsTo: groupBy(graph.relations, (r) => r.to),
    mentionsOn: mentionsOn(graph),
    mentionsIn: groupBy(graph.mentions.values(), (m) => m.article),
    short: shortIds(graph.claims.keys()),
    copies: new Set([...copyings(graph)].flatMap(([id, { known }]) => (known ? [id] : []))),
  };
}

function mentionsOn({ statements, mentions }: KnowledgeGraph): Index['mentionsOn'] {
  const pairs = [...statements.values()].flatMap((statement) =>
    statement.mentions.flatMap((id) => {
      const mention = mentions.get(id);
      return [...new Set(mention?.claims)].flatMap((claim) =>
        mention ? [{ statement, claim, mention }] : [],
      );
    }),
  );
  const found = groupBy(pairs, ({ statement, claim }) => `${statement.id} ${claim}`);
  return (statement, claim) => (found.get(`${statement} ${claim}`) ?? []).map(({ mention }) => mention);
}

export const holdsFor = (r: RelianceEdge, claim: string): boolean =>
  r.claims === null || r.claims.includes(claim);

/** The source at the end of a reliance, which may be named by one of its statements. */
export const sourceAt = (graph: KnowledgeGraph, end: string): SourceNode | null =>
  graph.sources.get(graph.statements.get(end)?.source ?? end) ?? null;
