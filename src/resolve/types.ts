import type { Act, Certainty, Factuality } from '../extract/types.ts';
import type { Day } from '../read/types.ts';
import type { Span } from '../text/types.ts';

/** How sure it is that two mentions are of one thing. */
export const JUDGEMENTS = ['certain', 'probable', 'possible', 'rejected'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export const SOURCE_KINDS = ['Agency', 'Person', 'Outlet', 'Group', 'Document', 'Data'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Stance = 'confirms' | 'asserts' | 'denies' | 'predicts';
export type ClaimRelation = 'DETAIL_OF' | 'CONTRADICTS' | 'CONFLICTS_IN_VALUE' | 'SUPERSEDES' | 'RELATED';

/** An interval of days; null is an open end. `rule` says how the text gave it. */
export interface Said {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly rule: string;
}

/** A place where a source stands in an article, and why it belongs to its local source. */
export interface SourceMention {
  /** `m` + hash of article and span: the smallest names the class. */
  readonly id: string;
  readonly span: Span;
  readonly judgement: 'certain' | 'probable';
  /** A sentence for people: "surname after full name", "only candidate for the pronoun". */
  readonly reason: string;
}

/**
 * What one article says of one source. Ids here and below are local: unique over all articles (they come from the
 * article's id and the spans), joined over articles by `Link`s.
 */
export interface LocalSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly named: boolean;
  readonly official: boolean;
  readonly country: string | null;
  /** Never empty, but for the outlet of the article itself where only `PUBLISHED_BY` needs it. */
  readonly mentions: readonly SourceMention[];
  /** Words that tell it apart ("employee", "lodge"), for blocking and for comparing unnamed sources. */
  readonly descriptors: readonly string[];
}

/** One attribution at one place, after resolution. */
export interface Mention {
  readonly id: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The smallest passage that holds source, cue and content, for showing. */
  readonly passage: Span;
  readonly statement: string;
  /** Local claims that this mention carries. */
  readonly claims: readonly string[];
  readonly factuality: Factuality;
  readonly confidence: number;
  /** Local statement through which alone the article knows this one, or null. */
  readonly via: string | null;
  /** Why it belongs to its statement. */
  readonly reason: string;
}

export interface LocalStatement {
  readonly id: string;
  /** Local source, or null for the article's own voice. */
  readonly source: string | null;
  readonly act: Act;
  readonly provisional: boolean;
  readonly said: Said;
  readonly channel: string | null;
  /** Local statements that this one takes back. */
  readonly retracts: readonly string[];
  /** Stance and factuality towards each claim that its mentions carry. */
  readonly claims: readonly {
    readonly id: string;
    readonly stance: Stance;
    readonly factuality: Factuality;
  }[];
  /** Two acts in one communication (confirms one thing, denies another) share an event id. */
  readonly communication: string | null;
}

/** One positive proposition as one article puts it, with what comparing it over articles needs. */
export interface LocalClaim {
  readonly id: string;
  readonly text: string;
  /** It says that its event happened. */
  readonly occurrence: boolean;
  readonly event: string | null;
  /** Where the proposition stands (content pieces), by mention. */
  readonly places: readonly { readonly mention: string; readonly spans: readonly Span[] }[];
  readonly features: ClaimFeatures;
  /** The features of other wordings of it, at most three. */
  readonly wordings: readonly ClaimFeatures[];
}

/** What a proposition is compared by. All words lower-cased lemmas, sorted, without duplicates. */
export interface ClaimFeatures {
  readonly heads: readonly string[];
  readonly entities: readonly string[];
  readonly content: readonly string[];
  /** Words of its grammatical subject. */
  readonly subject: readonly string[];
  readonly passive: boolean;
  /** Words told beside it, that another report may leave out: where, when, in what state. */
  readonly circumstances: readonly string[];
  readonly quantities: readonly Quantity[];
  readonly negated: boolean;
  readonly prospective: boolean;
  /** Months that it names, in lower case; absent in what was read before they were looked for. */
  readonly months?: readonly string[];
  /** Days that it names by their numbers, as "9 april"; absent in what was read before they were looked for. */
  readonly days?: readonly string[];
  /** Verbatim quotation it was read from, normalised, or null: shared quotations join statements. */
  readonly quotation: string | null;
}

export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly bound: 'exact' | 'atLeast' | 'atMost';
}

export interface LocalEvent {
  readonly id: string;
  readonly description: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly place: string | null;
}

/** On whose word. `from` and `to` are local statements or local sources; a source only where it has no statement of its own. */
export interface LocalReliance {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly certainty: Certainty;
  /** Limits it to what the basis is given for; null: everything that the statement claims. */
  readonly claims: readonly string[] | null;
  readonly cue: Span;
  /** Where it is open (possible): the question, for people. */
  readonly question: string | null;
}

export interface LocalClaimRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: ClaimRelation;
  readonly reason: string;
}

/** Identity between two local sources of one article or of two. `possible` is an open question. */
export interface Link {
  readonly kind: 'source' | 'statement' | 'claim' | 'event';
  /** `a < b` */
  readonly a: string;
  readonly b: string;
  readonly judgement: Judgement;
  readonly reason: string;
  /** For a possible source link: what opened it. */
  readonly opens: 'identity' | 'origin' | null;
  /** How likely it is beside others of its judgement: of two that exclude each other the higher one counts; absent: 0. */
  readonly score?: number;
  /** For a possible link: the question, for people. */
  readonly question: string | null;
}

export interface PartOf {
  readonly part: string;
  readonly whole: string;
  readonly reason: string;
}

/** All that one article says, resolved within it: the unit that a store keeps, and that `join` compares. Plain JSON. */
export interface Reading {
  readonly article: string;
  readonly extractor: string;
  readonly sources: readonly LocalSource[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly LocalStatement[];
  readonly claims: readonly LocalClaim[];
  readonly events: readonly LocalEvent[];
  readonly reliances: readonly LocalReliance[];
  readonly relations: readonly LocalClaimRelation[];
  /** Open or rejected identities inside the article; certain and probable ones are already one local source. */
  readonly links: readonly Link[];
  readonly partOf: readonly PartOf[];
  /** Local source of the outlet that published it, or null where the text names none. */
  readonly outlet: string | null;
  readonly publishedOn: Day | null;
  /** Statements that take back what was said before. */
  readonly withdrawals: readonly Withdrawal[];
  /** Where its own words can be recognised in another article (quotations left out). */
  readonly prints: readonly TextPrint[];
  /** Whom it credits with its text, by name. */
  readonly credits?: readonly string[];
  /** What it is about: its telling words. */
  readonly topic: readonly TopicWord[];
}

/** A telling word of an article, or the stem of a name (`@…`), with its weight, 0..1. */
export type TopicWord = readonly [word: string, weight: number];

/** A statement that takes back what its source had said of some claims: an assertion or a denial. */
export interface Withdrawal {
  readonly statement: string;
  readonly claims: readonly string[];
  readonly kind: 'assertion' | 'denial';
}

/** One statement takes back another one, of another article. */
export interface LocalRetraction {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** A fingerprint of a short run of words, by winnowing: equal hashes in two articles are copied words. */
export interface TextPrint {
  readonly hash: string;
  readonly span: Span;
  /** Words in it that tell something of an affair. */
  readonly telling: number;
  /** A name is among its words: without one, the same words may tell of any affair. */
  readonly named: boolean;
}

/** What `join` decides between readings of different articles. */
export interface Decisions {
  readonly links: readonly Link[];
  readonly relations: readonly LocalClaimRelation[];
  readonly reliances: readonly LocalReliance[];
  readonly reuse: readonly Reuse[];
  readonly retractions: readonly LocalRetraction[];
}

/** One article's text stands in another. `direction` null: who copied is open. */
export interface Reuse {
  readonly from: string;
  readonly to: string;
  readonly direction: 'from-to' | 'to-from' | null;
  /** 0..1, containment of the smaller passage set. */
  readonly score: number;
  readonly spans: readonly { readonly from: Span; readonly to: Span }[];
}
