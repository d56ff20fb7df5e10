// The main clause of a content: what negation, tense and hedges hold for as a whole.
import type { Token } from '../../text/types.ts';
import { isComma, isVerbal } from './phrase.ts';
import { NEGATIONS, RELATIVES, VERB_NEGATIONS, wordSet } from './words.ts';

const hedges = wordSet('hedges');
const SUBORDINATORS = hedges('subordinators');

/** Tokens up to the first coordinated clause, subordinate clause or sentence end. */
export function mainClause(content: readonly Token[]): readonly Token[] {
  const start = content[0]?.norm === 'that' ? 1 : 0;
  let verbSeen = false;
  for (let i = start; i < content.length; i++) {
    const token = content[i];
    if (token === undefined) break;
    const joins = token.pos === 'CCONJ' && verbSeen && startsClause(content, i + 1);
    const subordinate =
      verbSeen &&
      SUBORDINATORS.has(token.norm) &&
      token.pos !== 'ADP' &&
      !(token.norm === 'so' && content[i + 1]?.norm === 'far');
    const stops = /^[.;!?:]$/.test(token.norm) && verbSeen;
    if (joins || subordinate || stops) return content.slice(start, i);
    verbSeen ||= token.pos === 'VERB' || token.pos === 'AUX';
  }
  return content.slice(start);
}

/** Whether a clause with its own subject or "that" begins at `i`. */
function startsClause(content: readonly Token[], i: number): boolean {
  const next = content[i];
  if (next === undefined) return false;
  if (next.norm === 'that' || isComma(content[i - 2])) return true;
  for (let k = i; k < content.length && k - i < 8; k++) {
    const pos = content[k]?.pos;
    if (pos === 'VERB' || pos === 'AUX') return k > i;
    if (pos === 'PUNCT') return false;
  }
  return false;
}

/** A negation before or at the main verb; one behind it ("ferries nobody had ordered") is of something else. */
export function isNegated(clause: readonly Token[]): boolean {
  const negation = negationIn(clause);
  const verb = clause.findIndex((token) => token.pos === 'AUX' || token.pos === 'VERB');
  return negation >= 0 && (verb < 0 || negation <= lastOfGroup(clause, verb));
}

/** The clause denies as a plain denial does: negated perfect or "did not", "neither … nor", "not one". */
export function deniesPlainly(clause: readonly Token[]): boolean {
  if (!isNegated(clause)) return false;
  const norms = new Set(clause.map((token) => token.norm));
  if (norms.has('yet') || norms.has('anymore') || (norms.has('any') && norms.has('longer'))) return false;
  const negation = negationIn(clause);
  if (norms.has('neither') || clause[negation + 1]?.norm === 'one') return true;
  // "no such order": what somebody else spoke of
  if (clause.slice(negation, negation + NEGATED_PHRASE).some((token) => token.norm === 'such')) return true;
  const verb = clause.findIndex((token) => token.pos === 'AUX');
  return verb >= 0 && isPerfectOrDid(clause, verb) && !countsSubject(clause, Math.min(verb, negation));
}

/** How soon behind a negation "such" belongs to it. In tokens. */
const NEGATED_PHRASE = 6;

/** "At least 1,200 of the wagons did not exist": with a number before the verb, a negative is a finding of its own. */
const countsSubject = (clause: readonly Token[], verb: number): boolean =>
  clause.slice(0, verb).some((token) => token.pos === 'NUM' && token.norm !== 'one');

/** "no more than", "no longer": they bound or date, and negate nothing that was said. */
const BOUNDING = new Set(['more', 'fewer', 'less', 'longer', 'later', 'sooner', 'only', 'just', 'doubt']);

const negationIn = (clause: readonly Token[]): number =>
  clause.findIndex(
    (token, i) =>
      NEGATIONS.has(token.norm) && token.norm !== 'without' && !BOUNDING.has(clause[i + 1]?.norm ?? ''),
  );

/** Last token of auxiliaries, adverbs and negation from `verb` on. */
function lastOfGroup(clause: readonly Token[], verb: number): number {
  let i = verb;
  while (
    i + 1 < clause.length &&
    (clause[i + 1]?.pos === 'AUX' ||
      clause[i + 1]?.pos === 'ADV' ||
      VERB_NEGATIONS.has(clause[i + 1]?.norm ?? '') ||
      clause[i + 1]?.norm === 'neither')
  )
    i++;
  return i;
}

function isPerfectOrDid(clause: readonly Token[], i: number): boolean {
  const token = clause[i];
  if (token?.norm === 'did') return true;
  return (
    token?.lemma === 'have' &&
    clause.slice(i + 1, i + 5).some((next) => next.pos === 'VERB' || next.norm === 'been')
  );
}

const FUTURE = hedges('future');

/** The clause speaks of what is to come: "will", reported "would", "is to", "is going to". "would have" is no future. */
export function isFuture(clause: readonly Token[]): boolean {
  return clause.some((token, i) => {
    const next = clause[i + 1];
    if (token.norm === 'going') return next?.norm === 'to' && clause[i - 1]?.lemma === 'be';
    if (FUTURE.has(token.norm)) {
      const verb = clause.slice(i + 1, i + 5).find((later) => later.pos === 'AUX' || later.pos === 'VERB');
      return verb?.norm !== 'have' && (token.pos === 'AUX' || token.pos === 'VERB');
    }
    return (
      token.lemma === 'be' && next?.norm === 'to' && next.pos === 'PART' && clause[i + 2]?.norm !== 'blame'
    );
  });
}

/**
 * Whether what stands before an inverted verb of saying is a clause that can be reported: without a verb, or with that of a
 * relative clause alone ("The town, which owns the pitch, confirmed …"), it is the subject.
 */
export function isReportable(tokens: readonly Token[]): boolean {
  let relative = false;
  for (const [i, token] of tokens.entries())
    if (isComma(token)) relative = RELATIVES.has(tokens[i + 1]?.norm ?? '');
    else if (!relative && isVerbal(token) && !token.norm.endsWith('ing')) return true;
  return false;
}
