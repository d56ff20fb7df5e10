import type { Span } from '../text/types.ts';

export const ACTS = ['CONFIRMED', 'REPORTED', 'CLAIMED', 'DENIED', 'WARNED', 'PREDICTED', 'OTHER'] as const;
/** What kind of speech act the cue makes of it. OTHER: calls, promises, condolences, refusals to comment; they carry no claim. */
export type Act = (typeof ACTS)[number];

export const FACTUALITIES = ['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu'] as const;
/** FactBank values (Saurí and Pustejovsky 2009): certain, probable, possible × polarity, or underspecified. */
export type Factuality = (typeof FACTUALITIES)[number];

/** Source, cue and content of one attribution at one place, each one or more spans (discontinuous pieces in text order). */
export interface Attribution {
  /** Empty: the source is not said. */
  readonly source: readonly Span[];
  /** Empty only where a quotation continues without a cue of its own. */
  readonly cue: readonly Span[];
  /** With its quotation marks and a leading "that"; empty for a bare nominal mention ("The confirmation from …"). */
  readonly content: readonly Span[];
  /** 0..1 */
  readonly confidence: number;
  /** A statement (said, confirmed …); false for an attitude ("supports", "wants"). */
  readonly statement: boolean;
  readonly act: Act;
  readonly factuality: Factuality;
  /** Words of the content that weaken it ("could", "possibly"). */
  readonly hedges: readonly Span[];
  /** Rests on preliminary, unconfirmed or provisional data by the text's own word. */
  readonly provisional: boolean;
  /** By what means it was said ("a brief statement", "Telegram"). */
  readonly channel: Span | null;
  /** The words that date the saying ("on Thursday", "earlier this week"). */
  readonly time: Span | null;
  /** What found it: `model` or the name of the rule. */
  readonly by: string;
}

export const RELAY_KINDS = [
  'told-outlet',
  'interview',
  'cites',
  'quotes',
  'obtained',
  'based-on-data',
  'according-to-nested',
  'shared-on',
  'other',
] as const;
export type RelayKind = (typeof RELAY_KINDS)[number];

export const CERTAINTIES = ['explicit', 'implied', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The text itself says that one source passes on, rests on, quotes or was told by another. */
export interface Relay {
  /** Downstream: who passes it on. */
  readonly relayer: Span;
  /** Upstream: where it came from. */
  readonly upstream: Span;
  readonly cue: Span;
  readonly content: Span | null;
  readonly kind: RelayKind;
  readonly certainty: Certainty;
}

/** Everything that one article says about who says what. */
export interface Extraction {
  /** In text order of their first span. */
  readonly attributions: readonly Attribution[];
  readonly relays: readonly Relay[];
}

/** Reads attributions and relays out of documents. Never throws on any text; the same document gives the same extraction. */
export interface Extractor {
  /** Name and version, kept with every article it read. */
  readonly id: string;
  extract(documents: readonly import('../text/types.ts').Document[]): Promise<readonly Extraction[]>;
  close(): Promise<void>;
}
