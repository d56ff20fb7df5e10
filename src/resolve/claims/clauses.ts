// What is said, cut into clauses that can each be true or false by themselves.
import { tokenRange } from '../../text/lookup.ts';
import type { Document, Span, Token } from '../../text/types.ts';
import { asCommonNoun } from './opening.ts';
import { wordSet } from './words.ts';

/** How a clause stands in what is said. */
export type ClauseRole =
  /** Said in its own right. */
  | 'main'
  /** "By sharing …, we …": what the rest is based on. */
  | 'basis'
  /** "after an explosion": an event told in passing. */
  | 'passing';

export interface Clause {
  readonly role: ClauseRole;
  /** Its words, a subject shared with the clause before it first. Quotation marks are left out. */
  readonly tokens: readonly Token[];
  /** Index into the content's spans. */
  readonly part: number;
  /** Stands between quotation marks: "we" is the source. */
  readonly direct: boolean;
}

const PERFORMATIVES = wordSet('performatives');
const INTENTIONS = wordSet('intention');
const CARRIERS = wordSet('carrier nouns');
const TELLING = wordSet('telling verbs');
const EVENTS = wordSet('event nouns');
const WEEKDAYS = wordSet('weekdays');
const DETERMINERS = new Set(['this', 'on', 'last']);
const QUOTE = /^["“”„«»‘’']$/;

/** The clauses of an attribution's content, in text order. Linear in its length, but for very long sentences without end. */
export function clausesOf(document: Document, content: readonly Span[]): readonly Clause[] {
  return wholeSentences(document, content).flatMap(({ tokens, direct, part }) =>
    cutSentence(tokens, direct).map((clause) => ({ ...clause, part, direct })),
  );
}

interface Sentence {
  readonly tokens: readonly Token[];
  readonly direct: boolean;
  readonly part: number;
}

/** The sentences of all pieces; one that a cue has cut behind its subject ("The commander | is said | to have been captured") is whole again. */
function wholeSentences(document: Document, content: readonly Span[]): readonly Sentence[] {
  const whole: Sentence[] = [];
  for (const [part, span] of content.entries())
    for (const { tokens, direct } of sentencesOf(document, span)) {
      const before = whole.at(-1);
      if (before !== undefined && before.part < part && isCut(before.tokens, tokens))
        whole[whole.length - 1] = { ...before, tokens: [...before.tokens, ...tokens] };
      else whole.push({ tokens, direct, part });
    }
  return whole;
}

/** One sentence, of which the left part has no verb and the right one begins with an infinitive. */
const isCut = (left: readonly Token[], right: readonly Token[]): boolean =>
  left.at(-1)?.sentence === right[0]?.sentence &&
  right[0]?.norm === 'to' &&
  (right[1]?.pos === 'VERB' || right[1]?.pos === 'AUX') &&
  !left.some((token) => token.pos === 'VERB' || token.pos === 'AUX');

/** The words of a span by sentence, cut off where the span ends inside a word (a missing space). */
function sentencesOf(document: Document, span: Span): readonly { tokens: Token[]; direct: boolean }[] {
  const { text } = document.article;
  const [first, last] = tokenRange(document, span);
  const sentences = new Map<number, Token[]>();
  for (const [i, read] of document.tokens.slice(first, last).entries()) {
    const token = asCommonNoun(document, read, first + i);
    const place: Span = [Math.max(span[0], token.span[0]), Math.min(span[1], token.span[1])];
    const norm = place[1] - place[0] < token.norm.length ? text.slice(...place).toLowerCase() : token.norm;
    const clipped = norm === token.norm ? token : { ...token, span: place, norm, lemma: norm };
    const list = sentences.get(token.sentence);
    if (list === undefined) sentences.set(token.sentence, [clipped]);
    else list.push(clipped);
  }
  return [...sentences.values()].flatMap(beforeAndAfterColon).map((tokens) => ({
    tokens: tokens.filter((token) => !QUOTE.test(token.norm)),
    direct: isQuoted(document, tokens),
  }));
}

/** "had not been asked: “We sat with them for hours”": a quotation behind a colon is a sentence of its own. */
function beforeAndAfterColon(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const colon = tokens.findIndex((token, i) => token.norm === ':' && QUOTE.test(tokens[i + 1]?.norm ?? ''));
  return colon < 1 ? [tokens] : [tokens.slice(0, colon), tokens.slice(colon + 1)];
}

const isQuoted = (document: Document, tokens: readonly Token[]): boolean => {
  const middle = tokens[tokens.length >> 1]?.span[0] ?? 0;
  return document.quotations.some(
    ({ span }) => span[0] <= (tokens[0]?.span[0] ?? 0) + 1 && middle < span[1] && span[0] <= middle,
  );
};

type Cut = Pick<Clause, 'role' | 'tokens'>;

function cutSentence(words: readonly Token[], direct: boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  let tokens = trim(words);
  const comma = tokens.findIndex((token) => token.norm === ',');
  if (tokens[0]?.norm === 'by' && tokens[1]?.norm.endsWith('ing') && comma > 2) {
    cuts.push({ role: 'basis', tokens: tokens.slice(1, comma) });
    tokens = trim(tokens.slice(comma + 1));
  }
  for (const clause of coordinated(tokens)) {
    const bare = stripFrame(clause, direct);
    if (bare === null || bare.length === 0) continue;
    cuts.push({ role: 'main', tokens: bare });
    const event = eventInPassing(bare);
    if (event !== null) cuts.push({ role: 'passing', tokens: event });
  }
  return cuts;
}

/** Clauses joined by "and", "but", "nor", ";" or ", which": each with its subject, repeated where it is shared. */
function coordinated(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: (readonly Token[])[] = [];
  let subject: readonly Token[] = [];
  let start = 0;
  const close = (end: number) => {
    const own = trim(tokens.slice(start, end));
    if (own.length > 0) clauses.push([...subject, ...own]);
    return own;
  };
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || i <= start) continue;
    const left = tokens.slice(start, i);
    if (token.norm === ',' && hasFinite(left) && isOutcome(tokens, i + 1)) {
      close(i);
      [subject, start] = [[], i + 1];
    } else if (token.norm === ';') {
      close(i);
      [subject, start] = [[], i + 1];
    } else if (token.norm === ',' && isRelative(tokens, i + 1)) {
      close(i);
      const [antecedent, from] = relative(tokens, i + 1, left);
      [subject, start] = [antecedent, from];
    } else if (token.pos === 'CCONJ' && !isAndHalf(tokens, i)) {
      const from = tokens[i + 1]?.norm === 'that' ? i + 2 : i + 1;
      const right = tokens.slice(from, from + 14);
      const shares = sharesSubject(left, right);
      const goes = isOutcome(tokens, start) && isOutcome(tokens, from);
      if (!goes && !shares && !startsClause(left, right) && !countsOn(left, right)) continue;
      const own = close(i);
      subject = shares
        ? [...(subject.length > 0 && startsFinite(own) ? subject : subjectOf(own)), ...negator(token)]
        : [];
      start = from;
    }
  }
  close(tokens.length);
  return clauses;
}

/** "a week and a half before": part of an amount. */
const isAndHalf = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 3).some(({ norm }) => /^(?:half|quarter|third)$/.test(norm));

/** ", killing nine and injuring more than forty": what came of it, counted, is a clause of its own. */
function isOutcome(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  if (verb?.pos !== 'VERB' || !verb.norm.endsWith('ing')) return false;
  const end = tokens.findIndex((token, i) => i > at && (token.pos === 'PUNCT' || token.pos === 'CCONJ'));
  return tokens.slice(at + 1, end < 0 ? undefined : end).some((token) => token.pos === 'NUM');
}

/** "… nor fired": the negation belongs to what follows. */
const negator = (token: Token): readonly Token[] => (token.norm === 'nor' ? [token] : []);

/** ", which will …", ", which means that …", ", to be completed …" */
const isRelative = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.norm === 'which' && hasFinite(tokens.slice(at + 1, at + 6))) ||
  (tokens[at]?.norm === 'to' && tokens[at + 1]?.norm === 'be' && tokens[at + 2]?.pos === 'VERB');

function relative(tokens: readonly Token[], at: number, left: readonly Token[]): [readonly Token[], number] {
  if (tokens[at]?.norm === 'which' && tokens[at + 1]?.lemma === 'mean' && tokens[at + 2]?.norm === 'that')
    return [[], at + 3];
  return [lastPhrase(left), tokens[at]?.norm === 'which' ? at + 1 : at];
}

/** The last noun phrase of a clause, from its determiner. */
function lastPhrase(tokens: readonly Token[]): readonly Token[] {
  for (let i = tokens.length - 1; i >= Math.max(0, tokens.length - 12); i--)
    if (tokens[i]?.pos === 'DET') return tokens.slice(i);
  return tokens.slice(-2);
}

const BE_HAVE_MODAL =
  /^(?:am|is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|'s|’s|'re|’re|'ve|’ve|'ll|’ll)$/;

/** Whether a word is a finite verb, as far as its form and the word before tell. */
function isFiniteVerb(token: Token | undefined, before: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.pos === 'AUX') return BE_HAVE_MODAL.test(token.norm);
  if (token.pos !== 'VERB' || token.norm.endsWith('ing')) return false;
  if (before === undefined || before.pos === 'CCONJ' || before.pos === 'ADV')
    return token.norm !== token.lemma;
  return ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(before.pos);
}

const hasFinite = (tokens: readonly Token[]): boolean =>
  tokens.some((token, i) => isFiniteVerb(token, tokens[i - 1]));

const startsFinite = (tokens: readonly Token[]): boolean => {
  const at = tokens.findIndex((token) => token.pos !== 'ADV');
  return at >= 0 && isFiniteVerb(tokens[at], undefined);
};

/** "… crossed the river | and opened fire": the right side begins with its verb. */
function sharesSubject(left: readonly Token[], right: readonly Token[]): boolean {
  if (!hasFinite(left) || !startsFinite(right)) return false;
  const last = left.at(-1);
  return right[0]?.pos === 'AUX' || (last !== undefined && last.pos !== 'VERB' && last.pos !== 'AUX');
}

/** "… and the site had been evacuated": the right side has a subject and a verb of its own. */
function startsClause(left: readonly Token[], right: readonly Token[]): boolean {
  if (!hasFinite(left)) return false;
  const end = right.findIndex((token) => token.pos === 'PUNCT' || token.pos === 'CCONJ');
  const reach = end < 0 ? right : right.slice(0, end);
  const verb = reach.findIndex((token, i) => i > 0 && isFiniteVerb(token, reach[i - 1]));
  if (verb < 0) return false;
  const subject = reach.slice(0, verb);
  if (subject.some((token) => token.norm === 'who' || token.norm === 'which' || token.norm === 'that'))
    return false;
  const first = subject.find((token) => token.pos !== 'ADV');
  const determined = first !== undefined && ['DET', 'PRON', 'NUM', 'PROPN'].includes(first.pos);
  return determined || (first?.pos === 'NOUN' && reach[verb]?.pos === 'AUX');
}

/** "three dead | and 11 missing": a list of counts without a verb. */
const countsOn = (left: readonly Token[], right: readonly Token[]): boolean =>
  !hasFinite(left) &&
  left.length <= 4 &&
  left[0]?.pos === 'NUM' &&
  right[0]?.pos === 'NUM' &&
  right.length <= 4;

/** The words before the finite verb, where they are few enough to be a subject. */
export function subjectOf(clause: readonly Token[]): readonly Token[] {
  const verb = clause.findIndex((token, i) => i > 0 && isFiniteVerb(token, clause[i - 1]));
  return verb > 0 && verb <= 14 ? clause.slice(0, verb) : [];
}

/** "We confirm the capture", "the claim that …": without the frame. Null: an intention, no claim. */
function stripFrame(clause: readonly Token[], direct: boolean): readonly Token[] | null {
  const first = clause[0];
  if (direct && (first?.norm === 'we' || first?.norm === 'i')) {
    const verb = clause.findIndex((token, i) => i > 0 && (token.pos === 'VERB' || token.pos === 'AUX'));
    const head = clause[verb];
    if (verb === 1 && head !== undefined && INTENTIONS.has(head.lemma) && head.norm === head.lemma)
      return null;
    const act = clause.findIndex((token, i) => i > 0 && i < 4 && token.pos === 'VERB');
    if (act > 0 && PERFORMATIVES.has(clause[act]?.lemma ?? '') && clause[act]?.norm === clause[act]?.lemma)
      return trim(clause.slice(clause[act + 1]?.norm === 'that' ? act + 2 : act + 1));
  }
  const that = clause.findIndex((token) => token.norm === 'that');
  if (that > 0 && that <= 3 && that + 1 < clause.length && CARRIERS.has(clause[that - 1]?.lemma ?? ''))
    return trim(clause.slice(that + 1));
  if (first?.norm === 'that' && clause.length > 1) return trim(clause.slice(1));
  return toldTo(clause) ?? clause;
}

/** "an employee had told investigators that …": what was told; null where nothing was told to anybody. */
function toldTo(clause: readonly Token[]): readonly Token[] | null {
  const verb = clause.findIndex((token) => token.pos === 'VERB');
  const that = clause.findIndex((token, i) => i > verb && token.norm === 'that');
  const tells = TELLING.has(clause[verb]?.lemma ?? '') && that > verb && that - verb <= 4;
  return tells && that + 2 < clause.length ? trim(clause.slice(that + 1)) : null;
}

/** "… after an explosion and fire at the plant": an event that is new here, hence told, not presupposed. */
function eventInPassing(clause: readonly Token[]): readonly Token[] | null {
  for (let i = 1; i + 2 < clause.length; i++) {
    if (!['after', 'following', 'when'].includes(clause[i]?.norm ?? '')) continue;
    if (clause[i]?.norm === 'when' && clause[i + 1]?.norm === 'the' && hasFinite(clause.slice(i + 1)))
      return clause.slice(i + 1);
    if (clause[i + 1]?.norm !== 'a' && clause[i + 1]?.norm !== 'an') continue;
    if (clause.slice(i + 2, i + 5).some((token) => EVENTS.has(token.lemma))) return clause.slice(i + 1);
  }
  return null;
}

/** Without punctuation and conjunctions at the ends, and without time words in front ("this Friday"). */
function trim(tokens: readonly Token[]): readonly Token[] {
  let [from, to] = [0, tokens.length];
  // "Nor was there a decision" keeps its negation.
  const loose = (token: Token | undefined) =>
    token?.pos === 'PUNCT' || (token?.pos === 'CCONJ' && token.norm !== 'nor');
  while (from < to && loose(tokens[from])) from++;
  if (DETERMINERS.has(tokens[from]?.norm ?? '') && WEEKDAYS.has(tokens[from + 1]?.norm ?? '')) from += 2;
  while (to > from && loose(tokens[to - 1])) to--;
  return tokens.slice(from, to);
}
