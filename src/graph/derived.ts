/** The words that people look for first: who confirms, reports, denies, claims and cites. Read off the asserted relationships. */

import type { Day } from '../read/types.ts';
import { compare, unique } from './collect.ts';
import { edge } from './element.ts';
import type { GraphEdge, KnowledgeGraph, StatementNode } from './types.ts';

type Triple = { readonly type: string; readonly from: string; readonly to: string };

/** One relationship for each pair of ends, with the statements and articles behind it. Statements that were taken back make none. Linear. */
export function derivedEdges(graph: KnowledgeGraph): GraphEdge[] {
  const withdrawn = new Set([...graph.statements.values()].flatMap((s) => s.retracts));
  const behind = new Map<string, { triple: Triple; statements: StatementNode[] }>();
  const add = (triple: Triple, statement: StatementNode) => {
    const key = `${triple.from}-${triple.type}-${triple.to}`;
    const found = behind.get(key);
    if (found) found.statements.push(statement);
    else behind.set(key, { triple, statements: [statement] });
  };
  for (const s of graph.statements.values()) {
    if (s.source === null || withdrawn.has(s.id)) continue;
    for (const claim of s.claims) {
      const node = graph.claims.get(claim.id);
      if (node === undefined) continue;
      const ends = node.occurrence && node.event !== null ? [node.id, node.event] : [node.id];
      for (const end of ends) add(stanceTriple(s, claim.stance, s.source, end), s);
    }
  }
  for (const r of graph.reliances) {
    if (r.certainty === 'possible') continue;
    const from = graph.statements.get(r.from);
    const cited = graph.statements.get(r.to)?.source ?? (graph.sources.has(r.to) ? r.to : null);
    if (from === undefined || from.source === null || withdrawn.has(from.id) || cited === null) continue;
    if (cited !== from.source) add({ type: 'CITES', from: from.source, to: cited }, from);
  }
  return [...behind.values()].map(({ triple, statements }) =>
    edge(triple.type, triple.from, triple.to, {
      derived: true,
      statements: unique(statements.map((s) => s.id)),
      articles: unique(
        statements.flatMap((s) => s.mentions.flatMap((m) => graph.mentions.get(m)?.article ?? [])),
      ),
      ...period(statements),
    }),
  );
}

function stanceTriple(s: StatementNode, stance: string, source: string, end: string): Triple {
  if (stance === 'confirms') return { type: 'CONFIRMED_BY', from: end, to: source };
  if (stance === 'denies') return { type: 'DENIED_BY', from: end, to: source };
  if (s.act === 'REPORTED') return { type: 'REPORTED_BY', from: end, to: source };
  return { type: 'CLAIMED', from: source, to: end };
}

/** From the earliest to the latest day on which it may have been said. */
function period(statements: readonly StatementNode[]): { first: Day | null; last: Day | null } {
  const days = statements
    .flatMap(({ said }) => [said.from, said.to])
    .filter((day) => day !== null)
    .sort(compare);
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
}
