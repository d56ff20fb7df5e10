// Closed-class words that the rules ask for, read once.
import { readLexicon } from '../../lexicon.ts';

/** The list `key` of a lexicon as a set; empty where it has none. */
export function wordSet(lexicon: string): (key: string) => ReadonlySet<string> {
  const lists = readLexicon(lexicon);
  return (key) => new Set(lists.get(key) ?? []);
}

const closed = wordSet('closed-classes');
const times = wordSet('time-words');

/** Prepositions that hang a noun on a noun ("head of the service"). */
export const NOUN_LINKS = closed('noun links');
export const POSSESSIVES = closed('possessives');
export const PRONOUNS = closed('pronouns');
export const OBJECT_PRONOUNS = closed('object pronouns');
/** Prepositions of where, how and to whom something was said. */
export const ADJUNCT_PREPOSITIONS = closed('adjunct prepositions');
/** Conjunctions that begin a new clause beside a content. */
export const CLAUSE_JOINTS = closed('clause joints');
export const NEGATIONS = closed('negations');
/** Negations that stand within a verb group. */
export const VERB_NEGATIONS = closed('verb negations');
/** What somebody does not do who says nothing ("would not discuss it"). */
export const NO_INFORMATION = wordSet('acts')('no information');
/** Words that begin a relative clause behind a comma. */
export const RELATIVES = closed('relatives');
export const MODALS = closed('modals');
/** Conjunctions with which what is said goes on behind who says it. */
export const CONTINUING = closed('continuing conjunctions');
export const TIMES = times('times');
/** Words that may stand within a time expression before its time word. */
export const BEFORE_TIMES = times('before times');
/** Time words that date nothing on their own ("then", "later"). */
export const WEAK_TIMES = times('weak');
