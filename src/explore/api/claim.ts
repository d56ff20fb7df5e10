/** One claim with its chains. */

import type { Assessment } from '../../corroborate/types.ts';
import type { Act, Certainty, Factuality } from '../../extract/types.ts';
import type { SourceNode } from '../../graph/types.ts';
import type { Day } from '../../read/types.ts';
import type { ClaimRelation, Stance } from '../../resolve/types.ts';
import type { ClaimRow } from './claims.ts';
import type { PassageView } from './passages.ts';
import type { QuestionView } from './questions.ts';

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
  /** Everybody in the flow graphs of support and denial, and both ends of each open identity that is shown. */
  readonly sources: readonly ChainSource[];
  readonly arrows: readonly Arrow[];
  /** Those that can change the count or join two of its sources. */
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
