import type { Act, Certainty, Factuality } from '../extract/types.ts';
import type { Day } from '../read/types.ts';
import type { ClaimRelation, Link, Reuse, Said, SourceKind, Stance } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';

/** The joined graph in typed form: classes over all articles. An id is that of the class's smallest mention. */
export interface KnowledgeGraph {
  readonly articles: ReadonlyMap<string, ArticleNode>;
  readonly sources: ReadonlyMap<string, SourceNode>;
  readonly statements: ReadonlyMap<string, StatementNode>;
  readonly mentions: ReadonlyMap<string, MentionNode>;
  readonly claims: ReadonlyMap<string, ClaimNode>;
  readonly events: ReadonlyMap<string, EventNode>;
  readonly reliances: readonly RelianceEdge[];
  readonly identities: readonly IdentityEdge[];
  readonly relations: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: ClaimRelation;
    readonly reason: string;
  }[];
  readonly reuse: readonly Reuse[];
}

export interface ArticleNode {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedOn: Day | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly extractor: string;
  /** Source id of the outlet, or null. */
  readonly publishedBy: string | null;
}

export interface SourceNode {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly named: boolean;
  readonly official: boolean;
  readonly country: string | null;
  /** Admiralty reliability A–F as an analyst set it; F until then. */
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly partOf: string | null;
  readonly mentions: readonly {
    readonly id: string;
    readonly article: string;
    readonly span: Span;
    readonly reason: string;
  }[];
}

export interface StatementNode {
  readonly id: string;
  readonly source: string | null;
  readonly act: Act;
  readonly provisional: boolean;
  readonly said: Said;
  readonly channel: string | null;
  readonly retracts: readonly string[];
  readonly claims: readonly {
    readonly id: string;
    readonly stance: Stance;
    readonly factuality: Factuality;
  }[];
  /** Mention ids. */
  readonly mentions: readonly string[];
}

export interface MentionNode {
  readonly id: string;
  readonly article: string;
  readonly statement: string;
  readonly quote: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly passage: Span;
  readonly claims: readonly string[];
  readonly factuality: Factuality;
  readonly confidence: number;
  readonly via: string | null;
  readonly reason: string;
}

export interface ClaimNode {
  readonly id: string;
  readonly text: string;
  readonly occurrence: boolean;
  readonly event: string | null;
}

export interface EventNode {
  readonly id: string;
  readonly description: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly place: string | null;
}

export interface RelianceEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly certainty: Certainty;
  readonly claims: readonly string[] | null;
  readonly article: string;
  readonly cue: Span;
  readonly alternative: { readonly group: string; readonly option: number } | null;
  readonly question: string | null;
}

/** An open (`possible`) or refused (`rejected`) identity of two sources. */
export interface IdentityEdge {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly judgement: 'possible' | 'rejected';
  readonly kind: 'identity' | 'origin';
  readonly reason: string;
  readonly question: string | null;
}

/** What an analyst decided. It refers to mentions (any id inside the class), so it survives re-reading. */
export interface Decision {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
  readonly body: DecisionBody;
}

export type DecisionBody =
  | { readonly kind: 'same' | 'not-same'; readonly of: Link['kind']; readonly a: string; readonly b: string }
  | { readonly kind: 'relies' | 'not-relies'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'reuse';
      readonly from: string;
      readonly to: string;
      readonly direction: 'from-to' | 'to-from' | 'third';
    }
  | { readonly kind: 'reject'; readonly mention: string }
  | {
      readonly kind: 'correct';
      readonly mention: string;
      readonly source?: string;
      readonly act?: Act;
      readonly factuality?: Factuality;
    }
  | { readonly kind: 'official'; readonly source: string; readonly official: boolean }
  | {
      readonly kind: 'rate';
      readonly source: string;
      readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
    };

/** A property of a node or relationship as every store can keep it. */
export type Value = string | number | boolean | null | readonly string[] | readonly number[];

export interface GraphNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Value>>;
}

export interface GraphEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** The graph as a property graph, by the schema: what stores write and exports read. */
export interface GraphBatch {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
