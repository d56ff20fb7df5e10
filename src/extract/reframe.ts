// Sentences whose syntax says plainly who speaks and what is said, where a tagger takes one for the other.
import { sentenceRange, tokenRange } from '../text/lookup.ts';
import type { Document, Span, Token } from '../text/types.ts';
import { aroundSaying } from './around.ts';
import { timeEnd } from './rules/adjunct.ts';
import { isReportable } from './rules/clause.ts';
import { ADDRESSEE_VERBS, JOINING_VERBS, PARTICLES, VERB_CUES } from './rules/cues.ts';
import { isComma, isVerbal, phraseEndingAt, phraseStartingAt } from './rules/phrase.ts';
import { spanOf } from './rules/unit.ts';
import { NO_INFORMATION, VERB_NEGATIONS } from './rules/words.ts';
import { sourcePhrase } from './source-phrase.ts';
import type { Tagged } from './tagger.ts';

/** The same attribution, read by its syntax; two where a second verb of saying begins a piece of the content. */
export function reframe(document: Document, tagged: Tagged): readonly Tagged[] {
  const read = sourcePhrase(
    document,
    closingSubject(document, invertedSubject(document, quotedByOutlet(document, tagged))),
  );
  return participles(document, aroundSaying(document, behindColon(document, beforeRefusal(document, read))));
}

/** "X was quoted by Y as saying that …": X says it, though the tagger hears Y. */
function quotedByOutlet(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const [cue] = tagged.cue;
  if (cue === undefined) return tagged;
  const [from, to] = tokenRange(document, cue);
  const [floor, ceiling] = sentenceRange(document, cue[0]);
  for (let i = from; i < to; i++) {
    if (tokens[i]?.norm !== 'quoted' || tokens[i - 1]?.lemma !== 'be' || tokens[i + 1]?.norm !== 'by')
      continue;
    const agent = phraseStartingAt(tokens, i + 2, ceiling);
    if (agent === null || tokens[agent]?.norm !== 'as' || tokens[agent + 1]?.norm !== 'saying') return tagged;
    const subject = phraseEndingAt(tokens, i - 2, floor);
    const end = /^[.!?]$/.test(tokens[ceiling - 1]?.norm ?? '') ? ceiling - 1 : ceiling;
    if (subject === null || agent + 2 >= end) return tagged;
    return {
      ...tagged,
      source: [spanOf(document, [subject, i - 1])],
      cue: [spanOf(document, [i - 1, i + 1]), spanOf(document, [agent, agent + 2])],
      content: [spanOf(document, [agent + 2, end])],
    };
  }
  return tagged;
}

/** "Nine people are missing, added the police.": behind a whole clause and a comma, what closes the sentence is who says it. */
function invertedSubject(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const [cue] = tagged.cue;
  const [content, ...others] = tagged.content;
  const [source] = tagged.source;
  if (cue === undefined || content === undefined || source === undefined || others.length > 0) return tagged;
  const [from, to] = tokenRange(document, cue);
  const [floor, ceiling] = sentenceRange(document, cue[0]);
  const lemma = tokens[from]?.lemma ?? '';
  const plain = to - from === 1 && JOINING_VERBS.has(lemma) && !ADDRESSEE_VERBS.has(lemma);
  const first = timeEnd(tokens, to, ceiling) ?? to;
  const behind = [to, first].includes(tokenRange(document, content)[0]);
  if (!plain || !isComma(tokens[from - 1]) || source[1] > cue[0] || !behind) return tagged;
  const subject = phraseStartingAt(tokens, first, ceiling);
  const closes = subject !== null && /^[.,;]$/.test(tokens[subject]?.norm ?? '.');
  const reportable = isReportable(tokens.slice(floor, from - 1));
  if (subject === null || !closes || !reportable || tokens.slice(first, subject).some(isVerbal))
    return tagged;
  return {
    ...tagged,
    source: [spanOf(document, [first, subject])],
    content: [spanOf(document, [floor, from - 1])],
  };
}

/** "A warder told him which door to use, a former cellmate claims.": what stands between the comma and the verb that closes the sentence says all before it. */
function closingSubject(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const [cue] = tagged.cue;
  const [source] = tagged.source;
  if (cue === undefined || source === undefined || tagged.cue.length > 1) return tagged;
  const [from, to] = tokenRange(document, cue);
  const [floor, ceiling] = sentenceRange(document, cue[0]);
  const closes =
    /^[.;]$/.test(tokens[to]?.norm ?? '.') &&
    VERB_CUES.get(tokens[to - 1]?.lemma ?? '')?.class === 'statement';
  const subject = closes ? phraseEndingAt(tokens, from - 1, floor) : null;
  const comma = (subject ?? 0) - 1;
  if (subject === null || comma <= floor || !isComma(tokens[comma]) || to > ceiling) return tagged;
  const elsewhere = source[1] <= (tokens[comma]?.span[0] ?? 0);
  if (!elsewhere || !isReportable(tokens.slice(floor, comma))) return tagged;
  return {
    ...tagged,
    source: [spanOf(document, [subject, from])],
    content: [spanOf(document, [floor, comma])],
    certainty: { source: SYNTAX, cue: SYNTAX, content: SYNTAX },
  };
}

/** How sure a reading is that nothing but the syntax of its sentence gives. */
const SYNTAX = 0.95;

/** "confirmed that X but would not discuss Y": the refusal is not confirmed. */
function beforeRefusal(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const content = tagged.content.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    for (let i = from + 1; i < to - 1; i++)
      if (tokens[i]?.pos === 'CCONJ' && refuses(tokens.slice(i + 1, Math.min(to, i + 5))))
        return [span[0], tokens[i - (isComma(tokens[i - 1]) ? 2 : 1)]?.span[1] ?? span[1]];
    return span;
  });
  return { ...tagged, content };
}

/** "Roth dismissed the claim: all rules had been followed, he said.": what stands before the colon is another saying. */
function behindColon(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const [cue] = tagged.cue;
  const last = tagged.content.at(-1);
  if (cue === undefined || last === undefined || cue[0] < last[1]) return tagged;
  const [floor] = sentenceRange(document, cue[0]);
  const to = tokenRange(document, last)[1];
  const colon = tokens.findIndex(({ norm }, i) => i > floor && i < to && norm === ':');
  const first = tokens[colon + 1];
  const said = tokens.slice(floor, Math.max(floor, colon)).find(({ pos }) => pos === 'VERB');
  if (colon < 0 || first === undefined || VERB_CUES.get(said?.lemma ?? '')?.class !== 'statement')
    return tagged;
  return { ...tagged, content: [[first.span[0], last[1]]] };
}

/** "declined to", "would not say": a verb group without a subject that tells nothing. */
function refuses([first, ...rest]: readonly Token[]): boolean {
  if (first === undefined) return false;
  if (VERB_CUES.get(first.lemma)?.class === 'refusal') return true;
  const negated = VERB_NEGATIONS.has(rest[0]?.norm ?? '');
  return first.pos === 'AUX' && negated && NO_INFORMATION.has(rest[1]?.lemma ?? '');
}

/** "stressed that …, calling for “pressure” …": what is called for is no piece of what is stressed. */
function participles(document: Document, tagged: Tagged): readonly Tagged[] {
  const { tokens } = document;
  const second = tagged.content.flatMap((span, k) => {
    const [from, to] = tokenRange(document, span);
    // The piece may begin at the verb, at its preposition, or behind that.
    const verb = [from, from - 1, from - 2].find((i) => isComma(tokens[i - 1]) && callsOut(tokens, i));
    if (k === 0 || verb === undefined || verb + 2 >= to) return [];
    return [{ span, cue: spanOf(document, [verb, verb + 2]), content: spanOf(document, [verb + 2, to]) }];
  });
  if (second.length === 0) return [tagged];
  const rest = tagged.content.filter((span) => !second.some((each) => each.span === span));
  return [
    { ...tagged, content: rest },
    ...second.map(({ cue, content }) => ({ ...tagged, cue: [cue], content: [content] })),
  ];
}

/** "calling for", "warning of": a participle of saying with its preposition. */
const callsOut = (tokens: readonly Token[], i: number): boolean => {
  const verb = tokens[i];
  if (verb === undefined || !verb.norm.endsWith('ing') || !VERB_CUES.has(verb.lemma)) return false;
  return PARTICLES.has(`${verb.lemma} ${tokens[i + 1]?.norm ?? ''}`);
};
