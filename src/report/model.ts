/** What a report says, as data: the graph and its assessments arranged for people, before any words or layout. `arrange` makes it. */

import type { Assessment, Question, Status } from '../corroborate/types.ts';
import type { Certainty, Factuality } from '../extract/types.ts';
import type { ArticleNode, ClaimNode, SourceNode, StatementNode } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import type { ClaimRelation, Stance } from '../resolve/types.ts';
import type { Copying } from './copying.ts';
import type { Passage } from './passage.ts';

export interface Report {
  readonly asOf: Day | null;
  readonly articles: readonly ArticleNode[];
  /** What articles share with others, by id. */
  readonly copyings: ReadonlyMap<string, Copying>;
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
  /** Pivotal questions, each with what its answers mean. */
  readonly questions: readonly {
    readonly question: Question;
    readonly labels: ReadonlyMap<string, string>;
  }[];
  readonly unsaid: Unsaid;
  /** Articles in which the support was read, copies too. */
  readonly readIn: number;
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
  /** Unambiguous short form of the id. */
  readonly short: string;
  readonly text: string;
  readonly cards: readonly Card[];
}
