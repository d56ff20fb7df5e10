import type { Act, Certainty, Factuality } from '../extract/types.ts';
import type { ClaimRelation, SourceKind, Stance } from '../resolve/types.ts';

/** What assessing needs of the graph: no text, only who says what on whose word. All ids are class ids. */
export interface Evidence {
  readonly sources: ReadonlyMap<string, EvidenceSource>;
  readonly statements: ReadonlyMap<string, EvidenceStatement>;
  readonly reliances: readonly Reliance[];
  /** Open identities: SAME_AS possible. */
  readonly identities: readonly OpenIdentity[];
  readonly notSame: readonly (readonly [string, string])[];
  readonly claims: ReadonlyMap<string, EvidenceClaim>;
  readonly relations: readonly { readonly from: string; readonly to: string; readonly kind: ClaimRelation }[];
  /** Articles that share text; each is a carrier only once per connected group. */
  readonly reuse: readonly {
    readonly from: string;
    readonly to: string;
    readonly claims: readonly string[] | null;
  }[];
}

export interface EvidenceSource {
  readonly id: string;
  /** Where two sources are held for one, a document or data set stands behind its maker. */
  readonly kind?: SourceKind;
  readonly official: boolean;
  /** The organisation it is part of, or null. */
  readonly partOf: string | null;
}

export interface EvidenceStatement {
  readonly id: string;
  /** null: the article's own voice. */
  readonly source: string | null;
  readonly act: Act;
  readonly provisional: boolean;
  readonly retracts: readonly string[];
  readonly claims: readonly {
    readonly id: string;
    readonly stance: Stance;
    readonly factuality: Factuality;
  }[];
  readonly mentions: readonly {
    readonly article: string;
    readonly claims: readonly string[];
    readonly via: string | null;
  }[];
}

export interface Reliance {
  readonly id: string;
  /** A statement, or a source that has no statement of its own. */
  readonly from: string;
  readonly to: string;
  readonly certainty: Certainty;
  readonly claims: readonly string[] | null;
  /** Exactly one option of a group holds in a world (text reuse of unknown direction). */
  readonly alternative: { readonly group: string; readonly option: number } | null;
  readonly question: string | null;
}

export interface OpenIdentity {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly kind: 'identity' | 'origin';
  readonly question: string;
}

export interface EvidenceClaim {
  readonly id: string;
}

export const STATUSES = [
  'retracted',
  'circular',
  'disputed',
  'denied',
  'unsourced',
  'hedged',
  'corroborated',
  'independence-open',
  'single-source',
] as const;
export type Status = (typeof STATUSES)[number];
export type Flag = 'superseded' | 'valueConflict' | 'oneCarrier' | 'capped';

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly kind: 'identity' | 'origin' | 'reliance' | 'reuse';
  readonly about: readonly string[];
  readonly pivotal: boolean;
  /** `yes` and `no`; for reuse the number of the option. */
  readonly answers: readonly {
    readonly answer: string;
    /** Smallest and largest κ in the worlds with this answer. */
    readonly bounds: readonly [number, number];
    /** Ids of the identities or reliances that are so if this is the answer. */
    readonly holds?: readonly string[];
  }[];
  /** Where only a set of answers together narrows the bounds: the others of the smallest such set. */
  readonly with: readonly string[];
}

/** How well one claim is corroborated: the `assessment` that `report --format json` gives, field by field. */
export interface Assessment {
  readonly status: Status;
  readonly officiallyConfirmed: boolean;
  readonly officialOnOwnBasis: boolean | null;
  readonly provisional: boolean;
  readonly independentMin: number;
  readonly independentMax: number;
  readonly organisations: readonly [number, number];
  readonly exact: boolean;
  readonly roots: readonly string[];
  readonly rootsSomeWorlds: readonly string[];
  readonly chokePoints: readonly string[];
  readonly chokePointsSomeWorlds: readonly string[];
  readonly chains: readonly (readonly string[])[];
  readonly cut: readonly string[];
  readonly witnesses: readonly (readonly string[])[];
  readonly cuts: readonly (readonly string[])[];
  readonly denial: {
    readonly independentMin: number;
    readonly independentMax: number;
    readonly roots: readonly string[];
    readonly chains: readonly (readonly string[])[];
  };
  readonly circular: readonly {
    readonly kind: 'grounded' | 'ungrounded';
    readonly members: readonly string[];
  }[];
  /** Distinct, non-reusing articles in which the support was read. */
  readonly carriers: number;
  /** NATO STANAG 2511 information credibility, 1..6, from structure alone. */
  readonly credibility: number;
  readonly flags: readonly Flag[];
  readonly questions: readonly Question[];
}
