/** What a report says, as data: the graph and its assessments arranged for people, before any words or layout. */

import type { Assessment, Question, Status } from '../corroborate/types.ts';
import type { Certainty, Factuality } from '../extract/types.ts';
import type {
  ArticleNode,
  ClaimNode,
  EventNode,
  KnowledgeGraph,
  MentionNode,
  RelianceEdge,
  SourceNode,
  StatementNode,
} from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import type { ClaimRelation, Stance } from '../resolve/types.ts';
import { groupBy } from './group.ts';
import { shortIds } from './ids.ts';
import { type Passage, passageOf } from './passage.ts';

export interface Report {
  readonly asOf: Day | null;
  readonly articles: readonly ArticleNode[];
  readonly sources: number;
  readonly statements: number;
  readonly statuses: ReadonlyMap<Status, number>;
  /** Claims that more than one source speaks to, or that are in trouble, with their details: shown in full. */
  readonly contested: readonly Card[];
  readonly single: readonly Card[];
  readonly hedged: readonly Card[];
  readonly unsourced: readonly Card[];
  readonly questions: readonly AskNext[];
  /** Roots that have no name or were made by nobody knows whom, those under most claims first. */
  readonly unnamedRoots: readonly { readonly source: SourceNode; readonly cards: readonly Card[] }[];
}

/** One claim with everything said on it. */
export interface Card {
  readonly claim: ClaimNode;
  /** Unambiguous short form of the claim's id. */
  readonly short: string;
  readonly assessment: Assessment;
  readonly supports: readonly Voice[];
  readonly denials: readonly Voice[];
  /** Statements that were taken back. */
  readonly withdrawn: readonly Voice[];
  /** The article's own voice. */
  readonly own: readonly Voice[];
  readonly roots: readonly RootLine[];
  /** Independent chains, root first, in a world that has most of them. */
  readonly chains: readonly (readonly SourceNode[])[];
  readonly chokePoints: readonly SourceNode[];
  readonly chokePointsSomeWorlds: readonly SourceNode[];
  readonly chronology: Chronology;
  readonly circles: readonly Circle[];
  /** Details, each with the sources that alone give it. */
  readonly details: readonly Card[];
  readonly unsaid: Unsaid;
  readonly related: readonly {
    readonly kind: ClaimRelation;
    readonly outgoing: boolean;
    readonly claim: ClaimNode;
    readonly short: string;
  }[];
}

export interface Voice {
  readonly statement: StatementNode;
  readonly source: SourceNode | null;
  readonly stance: Stance;
  readonly factuality: Factuality;
  /** Most telling first: given in the article's own right, verbatim, long. */
  readonly passages: readonly Passage[];
  /** Known only through these sources (the article that carries it has it from them). */
  readonly via: readonly SourceNode[];
  readonly bases: readonly Basis[];
}

/** On whose word a statement (or a source without a statement) stands. */
export interface Basis {
  readonly source: SourceNode;
  readonly certainty: Certainty;
  readonly passage: Passage | null;
  /** What that source in turn may rest on. */
  readonly open: readonly { readonly source: SourceNode; readonly question: string | null }[];
}

export interface RootLine {
  readonly source: SourceNode;
  /** Root however the questions are answered, or only in some answers. */
  readonly always: boolean;
}

export interface Chronology {
  readonly dated: readonly Voice[];
  readonly undated: readonly Voice[];
  /** Neighbours in time of which the later is not said to rest on the earlier. */
  readonly unlinked: readonly { readonly earlier: Voice; readonly later: Voice }[];
}

export interface Circle {
  readonly kind: 'grounded' | 'ungrounded';
  /** The certificate: each member's reliance on another, with the words that say so. */
  readonly links: readonly {
    readonly from: SourceNode;
    readonly to: SourceNode;
    readonly passage: Passage | null;
  }[];
}

/** What the texts leave out. */
export interface Unsaid {
  /** The event is known and no text dates it closer than "by the day of the article". */
  readonly when: boolean;
  /** Place of the event, where only some of several sources give it. */
  readonly place: { readonly name: string; readonly sources: readonly SourceNode[] } | null;
  readonly onlyFrom: readonly { readonly detail: ClaimNode; readonly sources: readonly SourceNode[] }[];
}

/** A pivotal question with the claims whose bounds it moves. */
export interface AskNext {
  readonly id: string;
  readonly text: string;
  readonly kind: Question['kind'];
  readonly about: readonly { readonly card: Card; readonly question: Question }[];
}

const FULL: ReadonlySet<Status> = new Set([
  'corroborated',
  'independence-open',
  'disputed',
  'denied',
  'circular',
  'retracted',
]);

/** Arranges a graph and its assessments for people; claims without an assessment are left out. Near linear in the graph. */
export function reportOf(
  graph: KnowledgeGraph,
  assessments: ReadonlyMap<string, Assessment>,
  asOf: Day | null = null,
): Report {
  const index = indexOf(graph);
  const assessed = [...graph.claims.values()].filter((c) => assessments.has(c.id));
  const mainOf = mains(graph);
  const byMain = groupBy(assessed, (c) => mainOf(c.id));
  const cards = new Map<string, Card>();
  const cardOf = (claim: ClaimNode, details: readonly Card[]): Card | null => {
    const assessment = assessments.get(claim.id);
    if (!assessment) return null;
    const card = buildCard(graph, index, claim, assessment, details);
    cards.set(claim.id, card);
    return card;
  };

  const sections = {
    contested: [] as Card[],
    single: [] as Card[],
    hedged: [] as Card[],
    unsourced: [] as Card[],
  };
  for (const [mainId, group] of byMain) {
    const apart = (c: ClaimNode) => {
      const status = assessments.get(c.id)?.status;
      return c.id !== mainId && (status === 'hedged' || status === 'unsourced');
    };
    const main = group.find((c) => c.id === mainId);
    const details = group.filter((c) => c.id !== mainId && !apart(c));
    const detailCards = sorted(details.flatMap((c) => cardOf(c, []) ?? []));
    for (const c of group.filter(apart)) place(sections, cardOf(c, []));
    const head = main ? cardOf(main, detailCards) : null;
    if (head) place(sections, head);
    else for (const card of detailCards) place(sections, card);
  }
  return {
    asOf,
    articles: [...graph.articles.values()],
    sources: graph.sources.size,
    statements: graph.statements.size,
    statuses: counts(assessed.flatMap((c) => assessments.get(c.id)?.status ?? [])),
    contested: sorted(sections.contested),
    single: sorted(sections.single),
    hedged: sorted(sections.hedged),
    unsourced: sorted(sections.unsourced),
    questions: askNext([...cards.values()]),
    unnamedRoots: unnamedRoots([...cards.values()]),
  };
}

/** A group stands where the weightiest of its claims belongs. */
function place(
  sections: { contested: Card[]; single: Card[]; hedged: Card[]; unsourced: Card[] },
  card: Card | null,
): void {
  if (card === null) return;
  const statuses = [card.assessment.status, ...card.details.map((d) => d.assessment.status)];
  if (statuses.some((s) => FULL.has(s))) sections.contested.push(card);
  else if (statuses.includes('single-source')) sections.single.push(card);
  else if (statuses.includes('hedged')) sections.hedged.push(card);
  else sections.unsourced.push(card);
}

/** Most spoken about first, then what happened before what is told of it, then by place in the texts (graph order). */
function sorted(cards: readonly Card[]): readonly Card[] {
  const weight = (c: Card): number =>
    new Set([...c.supports, ...c.denials].map((v) => v.source?.id)).size * 4 +
    (c.claim.occurrence ? 2 : 0) +
    Math.min(c.details.length, 1);
  const order = new Map(cards.map((c, i) => [c, earliest(c) * cards.length + i]));
  return [...cards].sort((a, b) => weight(b) - weight(a) || (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function earliest(card: Card): number {
  const starts = [...card.supports, ...card.denials, ...card.own].flatMap((v) =>
    v.passages.map((p) => p.span[0]),
  );
  return starts.length === 0 ? 0 : starts.reduce((a, b) => Math.min(a, b));
}

interface Index {
  readonly statementsOn: ReadonlyMap<string, readonly StatementNode[]>;
  readonly reliancesFrom: ReadonlyMap<string, readonly RelianceEdge[]>;
  readonly retracted: ReadonlySet<string>;
  readonly relationsFrom: ReadonlyMap<string, KnowledgeGraph['relations']>;
  readonly relationsTo: ReadonlyMap<string, KnowledgeGraph['relations']>;
  readonly mentionsIn: ReadonlyMap<string, readonly MentionNode[]>;
  readonly short: ReadonlyMap<string, string>;
}

function indexOf(graph: KnowledgeGraph): Index {
  const on = [...graph.statements.values()].flatMap((s) => s.claims.map((c) => ({ claim: c.id, s })));
  return {
    statementsOn: new Map([...groupBy(on, (x) => x.claim)].map(([id, xs]) => [id, xs.map((x) => x.s)])),
    reliancesFrom: groupBy(graph.reliances, (r) => r.from),
    retracted: new Set([...graph.statements.values()].flatMap((s) => s.retracts)),
    relationsFrom: groupBy(graph.relations, (r) => r.from),
    relationsTo: groupBy(graph.relations, (r) => r.to),
    mentionsIn: groupBy(graph.mentions.values(), (m) => m.article),
    short: shortIds(graph.claims.keys()),
  };
}

/** The claim at the end of a claim's DETAIL_OF links; a ring of them ends at its smallest id. */
function mains(graph: KnowledgeGraph): (id: string) => string {
  const up = new Map<string, string>();
  for (const r of graph.relations) if (r.kind === 'DETAIL_OF' && !up.has(r.from)) up.set(r.from, r.to);
  return (id) => {
    const seen = new Set<string>();
    let at = id;
    for (let next = up.get(at); next !== undefined && graph.claims.has(next); next = up.get(at)) {
      if (seen.has(at)) return [...seen].sort()[0] ?? id;
      seen.add(at);
      at = next;
    }
    return at;
  };
}

function buildCard(
  graph: KnowledgeGraph,
  index: Index,
  claim: ClaimNode,
  assessment: Assessment,
  details: readonly Card[],
): Card {
  const voices = (index.statementsOn.get(claim.id) ?? []).map((s) => voiceOf(graph, index, s, claim.id));
  const live = voices.filter((v) => v.source !== null && !index.retracted.has(v.statement.id));
  const supports = byTime(live.filter((v) => v.stance !== 'denies'));
  const denials = byTime(live.filter((v) => v.stance === 'denies'));
  const sources = (ids: readonly string[]) => ids.flatMap((id) => graph.sources.get(id) ?? []);
  const always = new Set(assessment.roots);
  return {
    claim,
    short: index.short.get(claim.id) ?? claim.id,
    assessment,
    supports,
    denials,
    withdrawn: byTime(voices.filter((v) => v.source !== null && index.retracted.has(v.statement.id))),
    own: voices.filter((v) => v.source === null),
    roots: sources([...assessment.roots, ...assessment.rootsSomeWorlds.filter((r) => !always.has(r))]).map(
      (source) => ({
        source,
        always: always.has(source.id),
      }),
    ),
    chains: assessment.chains.map(sources),
    chokePoints: sources(assessment.chokePoints),
    chokePointsSomeWorlds: sources(
      assessment.chokePointsSomeWorlds.filter((c) => !assessment.chokePoints.includes(c)),
    ),
    chronology: chronologyOf(graph, index, [...supports, ...denials]),
    circles: assessment.circular.map((c) => circleOf(graph, index, claim.id, c)),
    details,
    unsaid: unsaidOf(graph, claim, supports, details),
    related: relatedOf(graph, index, claim.id),
  };
}

const KIND_SHOWN: ReadonlySet<ClaimRelation> = new Set([
  'CONTRADICTS',
  'CONFLICTS_IN_VALUE',
  'SUPERSEDES',
  'RELATED',
]);

function relatedOf(graph: KnowledgeGraph, index: Index, id: string): Card['related'] {
  const line = (other: string, kind: ClaimRelation, outgoing: boolean) => {
    const claim = graph.claims.get(other);
    return claim && KIND_SHOWN.has(kind)
      ? [{ kind, outgoing, claim, short: index.short.get(other) ?? other }]
      : [];
  };
  return [
    ...(index.relationsFrom.get(id) ?? []).flatMap((r) => line(r.to, r.kind, true)),
    ...(index.relationsTo.get(id) ?? []).flatMap((r) => line(r.from, r.kind, false)),
  ];
}

function voiceOf(graph: KnowledgeGraph, index: Index, statement: StatementNode, claim: string): Voice {
  const link = statement.claims.find((c) => c.id === claim);
  const text = graph.claims.get(claim)?.text ?? '';
  const all = statement.mentions.flatMap((id) => graph.mentions.get(id) ?? []);
  const on = all.filter((m) => m.claims.includes(claim));
  const mentions = [...(on.length > 0 ? on : all)].sort(
    (a, b) => Number(a.via !== null) - Number(b.via !== null) || telling(b, text) - telling(a, text),
  );
  const nested = mentions.length > 0 && mentions.every((m) => m.via !== null);
  const via = nested ? mentions.flatMap((m) => graph.statements.get(m.via ?? '')?.source ?? []) : [];
  return {
    statement,
    source: statement.source === null ? null : (graph.sources.get(statement.source) ?? null),
    stance: link?.stance ?? 'asserts',
    factuality: link?.factuality ?? 'Uu',
    passages: mentions.flatMap((m) => mentionPassage(graph, m) ?? []),
    via: [...new Set(via)].flatMap((id) => graph.sources.get(id) ?? []),
    bases: basesOf(graph, index, statement.id, claim),
  };
}

/** How well a mention shows a claim: the share of the claim's words in it, verbatim words a little above a paraphrase. */
function telling(m: MentionNode, claim: string): number {
  const wanted = stems(claim);
  const there = stems(m.quote);
  const share = [...wanted].filter((w) => there.has(w)).length / Math.max(1, wanted.size);
  const [start] = m.content[0] ?? [m.passage[0]];
  return share + (/^["“„«]/.test(m.quote.slice(start - m.passage[0])) ? 0.2 : 0);
}

/** Beginnings of words, enough to find "captured" in "the capture of". */
const stems = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((w) => w.slice(0, 5)));

function mentionPassage(graph: KnowledgeGraph, m: MentionNode): Passage | null {
  const article = graph.articles.get(m.article);
  return article ? passageOf(article, m.passage, m.cue, m.source) : null;
}

const holdsFor = (r: RelianceEdge, claim: string): boolean => r.claims === null || r.claims.includes(claim);

const sourceAt = (graph: KnowledgeGraph, end: string): SourceNode | null =>
  graph.sources.get(graph.statements.get(end)?.source ?? end) ?? null;

function basesOf(graph: KnowledgeGraph, index: Index, from: string, claim: string): readonly Basis[] {
  return (index.reliancesFrom.get(from) ?? [])
    .filter((r) => holdsFor(r, claim))
    .flatMap((r) => {
      const source = sourceAt(graph, r.to);
      if (!source) return [];
      const open = (index.reliancesFrom.get(source.id) ?? [])
        .filter((o) => holdsFor(o, claim))
        .flatMap((o) => {
          const target = sourceAt(graph, o.to);
          return target ? [{ source: target, question: o.question }] : [];
        });
      return [{ source, certainty: r.certainty, passage: cuePassage(graph, index, r), open }];
    });
}

/** The words of a reliance in what surrounds them: the mention they stand in, else the line. */
function cuePassage(graph: KnowledgeGraph, index: Index, r: RelianceEdge): Passage | null {
  const article = graph.articles.get(r.article);
  if (!article) return null;
  const [s, e] = r.cue;
  const around = (index.mentionsIn.get(r.article) ?? []).find((m) => m.passage[0] <= s && e <= m.passage[1]);
  if (around) return passageOf(article, around.passage, [r.cue]);
  const lineStart = article.text.lastIndexOf('\n', s - 1) + 1;
  const lineEnd = article.text.indexOf('\n', e);
  return passageOf(
    article,
    [Math.max(lineStart, s - 120), Math.min(lineEnd === -1 ? article.text.length : lineEnd, e + 120)],
    [r.cue],
  );
}

function byTime(voices: readonly Voice[]): readonly Voice[] {
  const key = (v: Voice) => v.statement.said.from ?? '9999';
  const later = (v: Voice) => v.statement.said.to ?? '9999';
  return [...voices].sort((a, b) => compare(key(a), key(b)) || compare(later(a), later(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function chronologyOf(graph: KnowledgeGraph, index: Index, voices: readonly Voice[]): Chronology {
  const dated = byTime(voices.filter((v) => v.statement.said.from !== null));
  const unlinked = dated.flatMap((later, i) => {
    const earlier = dated[i - 1];
    if (!earlier || earlier.source === later.source) return [];
    const apart = (earlier.statement.said.to ?? '9999') < (later.statement.said.from ?? '');
    return apart && !restsOn(graph, index, later, earlier) ? [{ earlier, later }] : [];
  });
  return { dated, undated: voices.filter((v) => v.statement.said.from === null), unlinked };
}

/** Whether the texts say that one voice stands on the other's word, by however many steps. */
function restsOn(graph: KnowledgeGraph, index: Index, voice: Voice, on: Voice): boolean {
  const seen = new Set<string>();
  const todo = [voice.statement.id];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (at === on.statement.id || at === on.source?.id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const r of index.reliancesFrom.get(at) ?? []) if (r.certainty !== 'possible') todo.push(r.to);
    const source = graph.sources.get(at);
    if (source && source.id === on.source?.id) return true;
  }
  return false;
}

function circleOf(
  graph: KnowledgeGraph,
  index: Index,
  claim: string,
  circle: Assessment['circular'][number],
): Circle {
  const members = new Set(circle.members);
  const links = (index.statementsOn.get(claim) ?? []).flatMap((s) =>
    (index.reliancesFrom.get(s.id) ?? []).flatMap((r) => {
      const from = graph.sources.get(s.source ?? '');
      const to = sourceAt(graph, r.to);
      if (!from || !to || from === to || !holdsFor(r, claim)) return [];
      return members.has(from.id) && members.has(to.id)
        ? [{ from, to, passage: cuePassage(graph, index, r) }]
        : [];
    }),
  );
  return { kind: circle.kind, links };
}

function unsaidOf(
  graph: KnowledgeGraph,
  claim: ClaimNode,
  supports: readonly Voice[],
  details: readonly Card[],
): Unsaid {
  const event = claim.event === null ? null : (graph.events.get(claim.event) ?? null);
  const sources = unique(supports.map((v) => v.source));
  const several = sources.length > 1;
  return {
    when: claim.occurrence && event !== null && event.from === null,
    place: several && event ? placeFrom(graph, event, supports, details) : null,
    onlyFrom: several
      ? details.flatMap((d) => {
          const from = unique(d.supports.map((v) => v.source));
          return from.length > 0 && from.length < sources.length ? [{ detail: d.claim, sources: from }] : [];
        })
      : [],
  };
}

/** Which of a claim's sources name the place of its event, where not all do and no detail tells it already. */
function placeFrom(
  graph: KnowledgeGraph,
  event: EventNode,
  supports: readonly Voice[],
  details: readonly Card[],
): Unsaid['place'] {
  const name = event.place;
  if (name === null || name === '' || details.some((d) => d.claim.text.includes(name))) return null;
  const says = (v: Voice) => v.statement.mentions.some((m) => graph.mentions.get(m)?.quote.includes(name));
  const sources = unique(supports.filter(says).map((v) => v.source));
  const all = unique(supports.map((v) => v.source));
  return sources.length > 0 && sources.length < all.length ? { name, sources } : null;
}

const unique = (sources: readonly (SourceNode | null)[]): readonly SourceNode[] => [
  ...new Set(sources.filter((s) => s !== null)),
];

function counts<T>(items: readonly T[]): ReadonlyMap<T, number> {
  return new Map([...groupBy(items, (x) => x)].map(([key, group]) => [key, group.length]));
}

function unnamedRoots(cards: readonly Card[]): Report['unnamedRoots'] {
  const found = cards
    .filter((card) => card.assessment.status !== 'unsourced')
    .flatMap((card) => card.roots.map(({ source }) => ({ source, card })))
    .filter(({ source }) => !source.named || source.kind === 'Document');
  return [...groupBy(found, (f) => f.source)]
    .map(([source, group]) => ({ source, cards: group.map((g) => g.card) }))
    .sort((a, b) => b.cards.length - a.cards.length);
}

/** Pivotal questions over all claims: those that move most claims first. */
function askNext(cards: readonly Card[]): readonly AskNext[] {
  const asked = cards.flatMap((card) =>
    card.assessment.questions.filter((q) => q.pivotal).map((question) => ({ card, question })),
  );
  return [...groupBy(asked, (a) => a.question.id)]
    .flatMap(([id, about]) => {
      const first = about[0];
      return first ? [{ id, text: first.question.text, kind: first.question.kind, about }] : [];
    })
    .sort((a, b) => b.about.length - a.about.length);
}
