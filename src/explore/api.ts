/**
 * What the explorer asks for and is given: plain JSON. One interface, answered by a graph in memory (on the server, or in the page
 * itself where the data came with it), by a store, or over HTTP.
 */

import type { Assessment, Question, Status } from '../corroborate/types.ts';
import type { Act, Certainty, Factuality } from '../extract/types.ts';
import type { Decision, SourceNode } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import type { ClaimRelation, SourceKind, Stance } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';

/** Everything that the page can ask. Ids that name nothing are answered with null. */
export interface Explore {
  overview(): Promise<Overview>;
  claims(query: ClaimQuery): Promise<ClaimPage>;
  claim(id: string): Promise<ClaimView | null>;
  article(id: string): Promise<ArticleView | null>;
  network(query: NetworkQuery): Promise<NetworkView>;
  /** A node with its neighbours, those that reach furthest first. */
  around(id: string, limit: number): Promise<NetworkView | null>;
  /** A shortest path, whatever way its relationships point; null where there is none. */
  path(from: string, to: string): Promise<PathView | null>;
  search(text: string, limit: number): Promise<readonly Hit[]>;
  questions(page: Page): Promise<QuestionPage>;
  decisions(): Promise<readonly DecisionView[]>;
  decide(asked: Asked): Promise<Decided>;
  undo(decision: string): Promise<Decided>;
}

// ---------------------------------------------------------------- overview

export interface Overview {
  readonly hearsay: 'explore/1';
  /** Where the data lives, for people: a store's location, or "3 files". */
  readonly location: string;
  /** How decisions are taken: kept in the store, for this session alone, or not at all. */
  readonly decisions: 'kept' | 'session' | 'none';
  readonly counts: {
    readonly articles: number;
    readonly sources: number;
    readonly statements: number;
    readonly claims: number;
    readonly events: number;
    /** Open ones whose answer can change a claim; null: not counted. */
    readonly questions: number | null;
  };
  readonly facets: Facets;
  readonly time: Timeline;
  /**
   * False for a store too big to be read whole: claims are then filtered by text and status alone, in the order of their
   * carriers; there are no other facets, no timeline, and search knows no misspelt words.
   */
  readonly whole: boolean;
}

/** Values that occur, in a fixed order, each with the number of claims that it would leave. */
export interface Facets {
  readonly status: readonly Facet<Status>[];
  readonly kind: readonly Facet<SourceKind>[];
  readonly act: readonly Facet<Act>[];
  /** Ids of the outlets' sources. Most claims first. */
  readonly outlet: readonly Facet<string>[];
  readonly official: number;
  readonly unnamed: number;
}

export interface Facet<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count: number;
}

/** Articles by day of publication, in equal steps from the first to the last. */
export interface Timeline {
  readonly from: Day | null;
  readonly to: Day | null;
  /** At most 32; empty without any date. Sparklines have the same bins. */
  readonly bins: readonly { readonly from: Day; readonly to: Day; readonly articles: number }[];
  readonly undated: number;
}

// ---------------------------------------------------------------- claims

/** Every part narrows; an empty list narrows nothing. Within a list, any of its values will do. */
export interface Filter {
  /** Words that the claim or the name of one of its sources holds. */
  readonly text: string;
  readonly status: readonly Status[];
  /** Kinds of sources that speak to it. */
  readonly kind: readonly SourceKind[];
  readonly act: readonly Act[];
  /** Outlets (source ids) that carry it. */
  readonly outlet: readonly string[];
  /** An official source speaks to it. */
  readonly official: boolean;
  /** An unnamed source speaks to it. */
  readonly unnamed: boolean;
  /** Carried or said on one of these days, both included. What has no date is left out where one is given. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Passes everything. */
export const NO_FILTER: Filter = {
  text: '',
  status: [],
  kind: [],
  act: [],
  outlet: [],
  official: false,
  unnamed: false,
  from: null,
  to: null,
};

/** `offset` ≥ 0; `limit` 1..500. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export const ORDERS = ['weight', 'status', 'recent', 'carriers', 'text'] as const;
/** `weight`: what most sources speak to first. */
export type Order = (typeof ORDERS)[number];

export interface ClaimQuery extends Page {
  readonly filter: Filter;
  readonly order: Order;
}

export interface ClaimPage {
  /** Claims that pass the filter; null: not counted. */
  readonly total: number | null;
  readonly offset: number;
  readonly rows: readonly ClaimRow[];
  /** Ready-made for the next page; null at the end. */
  readonly next: number | null;
}

export interface ClaimRow {
  readonly id: string;
  readonly short: string;
  readonly text: string;
  readonly status: Status;
  readonly independentMin: number;
  readonly independentMax: number;
  readonly denialMax: number;
  readonly officiallyConfirmed: boolean;
  readonly carriers: number;
  /** Sources that speak to it; null: not counted. */
  readonly sources: number | null;
  /** Pivotal open questions. */
  readonly questions: number;
  /** Articles that carry it, by bin of the overview's timeline; empty where those are. */
  readonly sparkline: readonly number[];
  readonly first: Day | null;
  readonly last: Day | null;
  /** The claim that this one is a detail of, or null. */
  readonly detailOf: string | null;
}

/** One claim with everything that its chains are drawn from. */
export interface ClaimView {
  readonly claim: {
    readonly id: string;
    readonly short: string;
    readonly text: string;
    readonly occurrence: boolean;
  };
  readonly event: {
    readonly id: string;
    readonly description: string;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly place: string | null;
  } | null;
  readonly assessment: Assessment;
  readonly words: {
    /** "independence not established". */
    readonly status: string;
    /** What the status means, in a sentence without its first capital. */
    readonly meaning: string;
    /** "1–2 independent chains", "officially confirmed" … */
    readonly beside: readonly string[];
  };
  /** Everybody in the flow graphs of support and denial, and both ends of each open identity among them. */
  readonly sources: readonly ChainSource[];
  readonly arrows: readonly Arrow[];
  readonly identities: readonly {
    readonly id: string;
    readonly a: string;
    readonly b: string;
    readonly kind: 'identity' | 'origin';
    readonly reason: string;
    readonly question: string;
  }[];
  readonly questions: readonly QuestionView[];
  readonly details: readonly ClaimRow[];
  readonly related: readonly {
    readonly kind: ClaimRelation;
    /** "Contradicts", seen from this claim. */
    readonly words: string;
    readonly claim: ClaimRow;
  }[];
}

export interface ChainSource extends Omit<SourceNode, 'mentions' | 'partOf'> {
  /** The name, and "(unnamed)" where it is a description. */
  readonly label: string;
  /** The organisation it belongs to, by name. */
  readonly partOf: string | null;
  /** In every answer to what is open, in some answers only, or not. */
  readonly root: 'always' | 'sometimes' | null;
  readonly choke: 'always' | 'sometimes' | null;
  /** Claims that it speaks to or stands upstream of, in the whole graph; null where that is not known. */
  readonly reach: number | null;
}

/**
 * `says`: one statement on the claim, from its source (null: the article's own voice) to the claim (`to` null).
 * `relies`: one reliance, from the source relied on (upstream) to the one that passes it on (downstream).
 */
export interface Arrow {
  readonly id: string;
  readonly type: 'says' | 'relies';
  readonly from: string | null;
  readonly to: string | null;
  /** The statement said, or the downstream statement that relies; null where a source without one relies. */
  readonly statement: string | null;
  /** Of a reliance: the upstream statement, where it is known which. */
  readonly upstream: string | null;
  readonly stance: Stance | null;
  readonly act: Act | null;
  readonly factuality: Factuality | null;
  /** Of a reliance. */
  readonly certainty: Certainty | null;
  /** "confirmed by", "citing": the act in words, or the cue as printed. */
  readonly word: string;
  readonly said: { readonly from: Day | null; readonly to: Day | null; readonly words: string } | null;
  readonly provisional: boolean;
  /** Taken back later. */
  readonly withdrawn: boolean;
  /** It is part of what the assessment counts (of a reliance: in every answer). */
  readonly counted: boolean;
  /** Sources through which alone it is known. */
  readonly via: readonly string[];
  readonly channel: string | null;
  /** The open question that it hangs on, or null. */
  readonly question: string | null;
  readonly passages: readonly PassageView[];
}

/** Words of an article around marked places. All offsets count UTF-16 code units into the article's text. */
export interface PassageView {
  readonly article: ArticleRef;
  readonly mention: string | null;
  /** What stands from `start` on; never more than some thousand characters. */
  readonly text: string;
  readonly start: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Whether words of the passage itself were left out before or after. */
  readonly cut: boolean;
  /** Why it belongs here. */
  readonly reason: string;
}

export interface ArticleRef {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: Day | null;
}

// ---------------------------------------------------------------- article

export interface ArticleView extends ArticleRef {
  readonly author: string | null;
  /** Only http and https addresses; null for any other. */
  readonly url: string | null;
  readonly text: string;
  /** In text order. */
  readonly attributions: readonly {
    readonly mention: string;
    readonly statement: string;
    /** Source id and name; null: the article's own voice. */
    readonly by: { readonly id: string; readonly label: string } | null;
    readonly act: Act;
    readonly factuality: Factuality;
    readonly confidence: number;
    readonly claims: readonly { readonly id: string; readonly text: string; readonly status: Status }[];
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
    readonly content: readonly Span[];
  }[];
  /** Reliances that the text tells, in text order. */
  readonly relays: readonly {
    readonly id: string;
    readonly from: { readonly id: string; readonly label: string };
    readonly to: { readonly id: string; readonly label: string };
    readonly certainty: Certainty;
    readonly cue: Span;
  }[];
  readonly reuses: readonly {
    readonly article: ArticleRef;
    /** Whether this one is the copy, the original, or it is open. */
    readonly role: 'copy' | 'original' | 'open';
    /** 0..1 */
    readonly score: number;
  }[];
}

// ---------------------------------------------------------------- network

export const NODE_KINDS = [
  'Claim',
  'Event',
  'Agency',
  'Person',
  'Outlet',
  'Group',
  'Document',
  'Data',
  'Article',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export interface NetworkQuery {
  readonly filter: Filter;
  /** Kinds of nodes that are shown; empty: all but articles. */
  readonly kinds: readonly NodeKind[];
  /** 1..20000 nodes, those that reach furthest first. */
  readonly limit: number;
}

export interface NetworkView {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Nodes that pass the filter, shown or not. */
  readonly total: number;
}

export interface NetworkNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Sources: claims they speak to or stand upstream of; claims: carriers; events: claims; articles: statements. */
  readonly reach: number;
  /** Relationships in the whole graph, shown or not. */
  readonly degree: number;
  readonly named: boolean;
  readonly official: boolean;
  readonly status: Status | null;
}

export interface NetworkEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** A relationship type of the graph: CONFIRMED_BY, CITES, SAME_AS … */
  readonly type: string;
  /** Statements behind it, at least 1. */
  readonly weight: number;
  /** It hangs on an open question. */
  readonly open: boolean;
}

export interface PathView extends NetworkView {
  /** Node ids from end to end. */
  readonly path: readonly string[];
}

// ---------------------------------------------------------------- search

/** Best first. `marks`: where the words stand in `text`. */
export interface Hit {
  readonly kind: 'source' | 'claim' | 'quotation' | 'article';
  /** Of the source, claim, mention or article. */
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Span[];
  /** "Agency, 3 statements", the claim's status, the article's title. */
  readonly note: string;
  /** What to open: the claim itself, or one that the source or mention speaks to; null where there is none. */
  readonly claim: string | null;
  /** The article of a quotation. */
  readonly article: string | null;
}

// ---------------------------------------------------------------- questions and decisions

export interface QuestionView {
  readonly id: string;
  readonly short: string;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly pivotal: boolean;
  /** Pairs of sources that it joins or keeps apart. */
  readonly between: readonly (readonly [string, string])[];
  /** With the bounds for the claim at hand. */
  readonly answers: readonly {
    readonly answer: string;
    readonly label: string;
    readonly bounds: readonly [number, number];
  }[];
  /** Other questions that have to be answered with it, by id. */
  readonly with: readonly string[];
}

export interface QuestionPage {
  readonly total: number;
  readonly offset: number;
  /** The most consequential first. */
  readonly rows: readonly OpenQuestionRow[];
  readonly next: number | null;
}

/** A pivotal question with the claims whose bounds it moves (the first twenty). */
export interface OpenQuestionRow {
  readonly id: string;
  readonly short: string;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly about: readonly { readonly id: string; readonly label: string }[];
  readonly answers: readonly { readonly answer: string; readonly label: string }[];
  /** Other questions that must be answered too before any claim changes, by id. */
  readonly together: readonly string[];
  readonly claims: number;
  readonly moves: readonly {
    readonly claim: ClaimRow;
    readonly answers: readonly {
      readonly answer: string;
      readonly status: Status;
      readonly bounds: readonly [number, number];
    }[];
  }[];
}

export interface DecisionView extends Decision {
  /** What it says, for people. */
  readonly words: string;
}

/** What an analyst decides: an answer to an open question, or a judgement on sources or a mention by id. */
export type Asked = { readonly note: string | null } & (
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'same' | 'not-same'; readonly a: string; readonly b: string }
  | { readonly kind: 'reject'; readonly mention: string }
  | { readonly kind: 'official'; readonly source: string; readonly official: boolean }
  | {
      readonly kind: 'rate';
      readonly source: string;
      readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
    }
);

/** A decision recorded or taken back, with what it changed. Ids may have changed with it: ask for everything again. */
export interface Decided {
  readonly decision: DecisionView;
  readonly changed: readonly ClaimChange[];
}

/** `before` null: the claim was not there; `after` null: it is gone, or became part of another. */
export interface ClaimChange {
  readonly claim: string;
  readonly text: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

export type Standing = Pick<
  Assessment,
  'status' | 'independentMin' | 'independentMax' | 'officiallyConfirmed'
>;

// ---------------------------------------------------------------- over HTTP

/** Carries the token with every request to the API. */
export const TOKEN_HEADER = 'X-Hearsay-Token';

/** The answer to any request that failed: 400 malformed, 401 token, 403 host or origin, 404, 405, 409, 413, 500. */
export interface Failure {
  readonly error: string;
}

// ---------------------------------------------------------------- in one file

/** Id of the `<script type="application/json">` that holds the data of a self-contained page. */
export const EMBEDDED_ID = 'hearsay-data';
