/** A claim's corroboration chains as a tree: the claim, who says it, on whose word, down to the roots, with the passages. */

import type { Assessment } from '../corroborate/types.ts';
import type {
  ClaimNode,
  KnowledgeGraph,
  MentionNode,
  RelianceEdge,
  SourceNode,
  StatementNode,
} from '../graph/types.ts';
import { type Block, list, paragraph, type Run, run, tree } from './blocks.ts';
import { quote } from './card-blocks.ts';
import { groupBy } from './group.ts';
import { shortIds } from './ids.ts';
import { holdsFor, sourceAt } from './index-of.ts';
import { passageOf } from './passage.ts';
import {
  actWords,
  assessmentWords,
  CERTAINTY_WORDS,
  countWords,
  listWords,
  nameWords,
  STATUS_WORDS,
  saidWords,
} from './words.ts';

/** The tree, the independent chains of a best world and one smallest cut. Each node is opened once: a second visit refers back. */
export function chainBlocks(
  graph: KnowledgeGraph,
  claim: ClaimNode,
  assessment: Assessment,
): readonly Block[] {
  const view = viewOf(graph, claim.id, assessment);
  const statements = [...graph.statements.values()].filter((s) => s.claims.some((c) => c.id === claim.id));
  const names = (ids: readonly string[]) => ids.flatMap((id) => graph.sources.get(id) ?? []).map(nameWords);
  const words = STATUS_WORDS[assessment.status];
  return [
    {
      kind: 'card',
      anchor: claim.id,
      tone: words.tone,
      title: [run(claim.text), run(` ${claim.id}`, 'id')],
      blocks: [
        paragraph(run(words.label, words.tone), ...assessmentWords(assessment).map((w) => run(` · ${w}`))),
        ...(statements.length === 0 ? [] : [tree(statements.map((s) => statementItem(view, s)))]),
        ...chainList(assessment.chains.map(names), names(assessment.cut)),
      ],
    },
  ];
}

function chainList(chains: readonly (readonly string[])[], cut: readonly string[]): readonly Block[] {
  if (chains.length === 0) return [];
  return [
    paragraph(run(countWords(chains.length, 'independent chain'), 'strong'), run(' at most, root first:')),
    list(chains.map((c) => [paragraph(run(c.join(' → ')))])),
    ...(cut.length === 0
      ? []
      : [
          paragraph(
            run('Where it breaks: ', 'strong'),
            run(`without ${listWords(cut)} nothing is left, at worst.`),
          ),
        ]),
  ];
}

interface View {
  readonly graph: KnowledgeGraph;
  readonly claim: string;
  readonly roots: ReadonlySet<string>;
  readonly reliances: ReadonlyMap<string, readonly RelianceEdge[]>;
  readonly statementIds: ReadonlyMap<string, string>;
  readonly mentionIds: ReadonlyMap<string, string>;
  /** Nodes already opened in this tree. */
  readonly seen: Set<string>;
}

const viewOf = (graph: KnowledgeGraph, claim: string, assessment: Assessment): View => ({
  graph,
  claim,
  roots: new Set([...assessment.roots, ...assessment.rootsSomeWorlds]),
  reliances: groupBy(
    graph.reliances.filter((r) => holdsFor(r, claim)),
    (r) => r.from,
  ),
  statementIds: shortIds(graph.statements.keys()),
  mentionIds: shortIds(graph.mentions.keys()),
  seen: new Set(),
});

function statementItem(view: View, s: StatementNode): readonly Block[] {
  const source = view.graph.sources.get(s.source ?? '') ?? null;
  const stance = s.claims.find((c) => c.id === view.claim)?.stance;
  const act = actWords(s.act, stance ?? 'asserts');
  const head: readonly Run[] = [
    run(source === null ? 'the article itself' : `${act} ${nameWords(source)}`, 'strong'),
    run(`, ${saidWords(s.said)}`),
    run(` ${view.statementIds.get(s.id) ?? s.id}`, 'id'),
  ];
  if (view.seen.has(s.id)) return [paragraph(...head, run(' (see above)', 'muted'))];
  view.seen.add(s.id);
  const on = s.mentions
    .flatMap((id) => view.graph.mentions.get(id) ?? [])
    .filter((m) => m.claims.includes(view.claim));
  return [paragraph(...head), ...on.flatMap((m) => mentionBlocks(view, m)), ...below(view, s.id)];
}

function mentionBlocks(view: View, m: MentionNode): readonly Block[] {
  const article = view.graph.articles.get(m.article);
  if (!article) return [];
  const block = quote(passageOf(article, m.passage, m.cue, m.source));
  return block.kind === 'quote'
    ? [{ ...block, place: `${block.place} ${view.mentionIds.get(m.id) ?? m.id}` }]
    : [];
}

function below(view: View, from: string): readonly Block[] {
  const reliances = view.reliances.get(from) ?? [];
  return reliances.length === 0 ? [] : [tree(reliances.map((r) => relianceItem(view, r)))];
}

function relianceItem(view: View, r: RelianceEdge): readonly Block[] {
  const how = run(` (${CERTAINTY_WORDS[r.certainty]})`, 'muted');
  const statement = view.graph.statements.get(r.to);
  if (statement) {
    const [first, ...rest] = statementItem(view, statement);
    return first?.kind === 'paragraph' ? [paragraph(run('on what was '), ...first.runs, how), ...rest] : [];
  }
  const source = sourceAt(view.graph, r.to);
  return source ? sourceItem(view, source, how) : [];
}

function sourceItem(view: View, source: SourceNode, how: Run): readonly Block[] {
  const root = view.roots.has(source.id) ? [run(': a root', 'muted')] : [];
  const head = [run('on '), run(nameWords(source), 'strong'), how, ...root];
  if (view.seen.has(source.id)) return [paragraph(...head, run(' (see above)', 'muted'))];
  view.seen.add(source.id);
  return [paragraph(...head), ...below(view, source.id)];
}

/** The tree's facts for programs: statements on the claim and every reliance that holds for it. */
export function chainJson(graph: KnowledgeGraph, claim: ClaimNode, assessment: Assessment) {
  return {
    claim: { id: claim.id, text: claim.text },
    assessment,
    statements: [...graph.statements.values()]
      .filter((s) => s.claims.some((c) => c.id === claim.id))
      .map((s) => ({
        id: s.id,
        source: s.source,
        name: s.source === null ? null : (graph.sources.get(s.source)?.name ?? null),
        act: s.act,
        said: s.said,
        stance: s.claims.find((c) => c.id === claim.id)?.stance ?? null,
        mentions: s.mentions.flatMap((id) => {
          const m = graph.mentions.get(id);
          return m?.claims.includes(claim.id)
            ? [
                {
                  id: m.id,
                  file: graph.articles.get(m.article)?.file ?? m.article,
                  quote: m.quote,
                  cue: m.cue,
                },
              ]
            : [];
        }),
        reliesOn: graph.reliances
          .filter((r) => r.from === s.id && holdsFor(r, claim.id))
          .map((r) => ({ to: r.to, certainty: r.certainty })),
      })),
  };
}
