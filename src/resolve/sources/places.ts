// Every place of an article where a source stands, and names in the running text that say who the sources are.
import type { Extraction } from '../../extract/types.ts';
import { sentenceAt, tokenAt, tokensIn } from '../../text/lookup.ts';
import { compareSpans, overlapLength, spanLength, trimSpan } from '../../text/span.ts';
import type { Document, Span } from '../../text/types.ts';
import { AUDIENCE, COMPLEMENT_STARTS, type HeadNoun, headNoun, NO_NAMES, PROVIDED } from './lexicon.ts';
import { type Gender, type Phrase, readPhrase } from './phrase.ts';

export interface Place {
  readonly span: Span;
  readonly phrase: Phrase;
  /** Index of its sentence and paragraph; -1 outside of the prose. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Background places name people and bodies of the text, which need not be sources. */
  readonly source: boolean;
  /** It passes on what somebody says (a relay’s downstream end) or reports: as outlets do. */
  readonly relayer: boolean;
  readonly quoted: boolean;
  /** It begins its sentence, as subjects do. */
  readonly opens: boolean;
  /** What a possessive later in the sentence tells: "Petra Valko offered her resignation". */
  readonly gender: Gender;
}

/** The extracted source spans, in text order, and where each given span went. */
export interface Places {
  readonly places: readonly Place[];
  /** Place spans by the given span: coordinated sources are several. */
  readonly of: (span: Span) => readonly Span[];
}

const key = ([start, end]: Span): string => `${start}-${end}`;

export function collectPlaces(document: Document, extraction: Extraction): Places {
  const { text } = document.article;
  const relayers = new Set([
    ...extraction.relays.filter((r) => r.kind !== 'based-on-data').map((r) => key(r.relayer)),
    ...extraction.attributions.filter((a) => a.act === 'REPORTED').flatMap((a) => a.source.map(key)),
  ]);
  const given = [
    ...extraction.attributions.flatMap((a) => a.source),
    ...extraction.relays.flatMap((r) => [r.relayer, r.upstream]),
  ];
  const kept = mergeSpans(given.map((span) => trimSpan(text, span)).filter((span) => spanLength(span) > 0));
  const pieces = new Map<string, readonly Phrase[]>();
  for (const span of new Set(kept.values())) pieces.set(key(span), coordinated(text, provider(text, span)));
  const quoted = document.quotations.map((q) => q.inner).sort(compareSpans);
  const wanted = new Map<string, Place>();
  const placed = (phrase: Phrase, source: boolean, relayer: boolean): Place => {
    const { span } = phrase;
    const sentence = tokenAt(document, span[0])?.sentence ?? -1;
    return {
      span,
      phrase,
      sentence,
      paragraph: document.sentences[sentence]?.paragraph ?? -1,
      source,
      relayer,
      quoted: overlapsAny(quoted, span),
      opens: document.sentences[sentence]?.span[0] === span[0],
      gender: genderBehind(text, span[1], document.sentences[sentence]?.span[1] ?? span[1]),
    };
  };
  for (const span of given) {
    const found = kept.get(key(trimSpan(text, span)));
    for (const piece of found ? (pieces.get(key(found)) ?? []) : []) {
      const at = key(piece.span);
      const before = wanted.get(at);
      const relayer = relayers.has(key(span)) || (before?.relayer ?? false);
      wanted.set(at, before ? { ...before, relayer } : placed(piece, true, relayer));
    }
  }
  const sources = [...wanted.values()].filter((p) => !AUDIENCE.has(p.phrase.text.toLowerCase()));
  const taken = sources.map((p) => p.span).sort(compareSpans);
  const background = namesInText(document)
    .filter((span) => !overlapsAny(taken, span))
    .map((span) => placed(readPhrase(text, span), false, false))
    .filter(({ phrase: p }) => p.name !== null || p.form === 'definite' || p.noun?.role != null);
  return {
    places: [...sources, ...background].sort((a, b) => compareSpans(a.span, b.span)),
    of: (span) => {
      const found = kept.get(key(trimSpan(text, span)));
      return found ? (pieces.get(key(found)) ?? []).map((p) => p.span) : [];
    },
  };
}

/** The first "his" or "her" behind a subject, before anybody else is named. */
function genderBehind(text: string, from: number, end: number): Gender {
  const behind = /^[\p{Ll} ,]{1,80}?\b(his|her|himself|herself)\b/u.exec(
    text.slice(from, Math.min(end, from + 100)),
  )?.[1];
  return behind === undefined ? null : behind.startsWith('hi') ? 'm' : 'f';
}

/** How many places back a span may overlap: extracted spans hardly nest. */
const NESTING = 8;

/** Spans that cover nearly the same words become the longest of them. */
function mergeSpans(spans: readonly Span[]): ReadonlyMap<string, Span> {
  const groups: { longest: Span; readonly members: Span[] }[] = [];
  for (const span of [...new Map(spans.map((s) => [key(s), s])).values()].sort(compareSpans)) {
    const near = groups
      .slice(-NESTING)
      .find(
        (g) => overlapLength(span, g.longest) * 3 >= 2 * Math.max(spanLength(span), spanLength(g.longest)),
      );
    if (near === undefined) groups.push({ longest: span, members: [span] });
    else {
      near.members.push(span);
      if (spanLength(span) > spanLength(near.longest)) near.longest = span;
    }
  }
  return new Map(groups.flatMap((g) => g.members.map((member) => [key(member), g.longest] as const)));
}

/** "figures from the hospitals" stands for the hospitals. */
function provider(text: string, span: Span): Span {
  const found = /^(?:[\p{L}]+ ){0,2}?([\p{L}]+) (?:provided by|compiled by|from|by) /u.exec(
    text.slice(...span),
  );
  if (found === null || !PROVIDED.has((found[1] ?? '').toLowerCase())) return span;
  return [span[0] + found[0].length, span[1]];
}

/** "X and Y" of two names are two sources; so are "the hospitals in A and B". */
function coordinated(text: string, span: Span): readonly Phrase[] {
  const phrase = text.slice(...span);
  const whole = readPhrase(text, span);
  const at = phrase.indexOf(' and ');
  if (at < 0 || phrase.includes(',') || phrase.length > 200) return [whole];
  const left = readPhrase(text, [span[0], span[0] + at]);
  const right = readPhrase(text, [span[0] + at + 5, span[1]]);
  const shared = /\s(?:in|of|at) (?=\p{Lu}[\p{L} ]{0,40}$)/u.exec(phrase.slice(0, at));
  if (
    shared !== null &&
    left.noun?.plural &&
    left.noun.role === null &&
    right.name !== null &&
    right.noun === null
  ) {
    const each = { ...left, form: 'indefinite' as const };
    const other = `${phrase.slice(0, shared.index + shared[0].length)}${right.text}`;
    return [
      each,
      { ...each, span: right.span, text: other, words: readPhrase(other, [0, other.length]).words },
    ];
  }
  const each = [left, right].every((p) => p.name !== null);
  const apart =
    /^the /i.test(right.text) ||
    [left, right].every(
      (p) => p.noun !== null || p.gender !== null || p.country !== null || (p.name ?? '').includes(' '),
    );
  return each && apart ? [left, right] : [whole];
}

function overlapsAny(sorted: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? 0) < span[1]) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - NESTING), low).some((other) => overlapLength(other, span) > 0);
}

const NAME_WORD =
  "(?:(?:\\p{Lu}|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Lt)\\.|\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]{0,40})";
const NAME = new RegExp(
  `(?:${NAME_WORD}|\\d{1,3}(?:st|nd|rd|th)(?= \\p{Lu}))(?: (?:(?:de|von|van|der|del|of|for) )?(?:${NAME_WORD}|\\d{2}\\b)){0,6}`,
  'gu',
);
const ROLE_WORDS = 3;

/** Names with the role words before them, and "the company", "the ministry": at most one place for any stretch of text. */
function namesInText(document: Document): readonly Span[] {
  const { text } = document.article;
  const spans: Span[] = [];
  for (const paragraph of document.paragraphs) {
    if (paragraph.kind === 'heading') continue;
    const [start, end] = paragraph.span;
    const before = spans.length;
    const prose = text.slice(start, end);
    for (const match of prose.matchAll(NAME)) {
      const [offset, words] = properPart(match[0].replace(/['’-]+$/, '').split(' '));
      if (words.length === 0) continue;
      const from = start + match.index + offset;
      const name: Span = [from, from + words.join(' ').length];
      const first = sentenceAt(document, name[0])?.span[0] === name[0];
      const role = roleBefore(text, start, name[0]);
      if (role < name[0]) spans.push([role, name[1]]);
      else if (words.length > 1 || !first) spans.push(name);
    }
    const names = spans.slice(before);
    for (const sentence of document.sentences.slice(...paragraph.sentences))
      spans.push(...described(document, sentence.span).filter((span) => !overlapsAny(names, span)));
  }
  return spans.sort(compareSpans);
}

/** A run of capitals without function words in front, up to the next one: "But Mrs Clinton", "China On Nov". */
function properPart(run: readonly string[]): readonly [offset: number, words: readonly string[]] {
  const isNone = (word: string) => NO_NAMES.has(word.toLowerCase());
  const from = run.findIndex((word) => !isNone(word) && word !== 'of' && word !== 'for');
  if (from < 0) return [0, []];
  const to = run.findIndex((word, i) => i > from && /^\p{Lu}/u.test(word) && isNone(word));
  const words = run.slice(from, to < 0 ? run.length : to);
  while (/^\p{Ll}/u.test(words.at(-1) ?? '')) words.pop();
  return [run.slice(0, from).join(' ').length + (from > 0 ? 1 : 0), words];
}

/** Where the role words that stand right before a name begin; the name’s own start where none do. */
function roleBefore(text: string, from: number, name: number): number {
  const before = text.slice(Math.max(from, name - 60), name);
  if (!before.endsWith(' ')) return name;
  const words = before.trimEnd().split(' ').slice(-ROLE_WORDS);
  for (let length = Math.min(ROLE_WORDS, words.length); length > 0; length--) {
    const part = words.slice(-length);
    const noun = headNoun(part.map((w) => w.toLowerCase()));
    if (noun !== null && noun.length === length && (noun.role !== null || noun.body !== null))
      return name - part.join(' ').length - 1;
  }
  return name;
}

/** "the company", "the defence ministry", "an old man" in a sentence. */
function described(document: Document, sentence: Span): readonly Span[] {
  const tokens = tokensIn(document, sentence);
  const spans: Span[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !/^(?:the|an?)$/.test(token.norm)) continue;
    const words: string[] = [];
    for (const next of tokens.slice(i + 1, i + 5)) {
      if (!/^[\p{L}-]+$/u.test(next.norm) || COMPLEMENT_STARTS.has(next.norm) || next.norm === 'the') break;
      words.push(next.norm);
      const noun = headNoun(words);
      const after = tokens[i + words.length + 1]?.norm ?? '.';
      const ends = !/^[\p{L}-]+$/u.test(after) || headNoun([...words, after]) === null;
      if (noun === null || !ends || !speaks(noun, token.norm === 'the')) continue;
      spans.push([token.span[0], next.span[1]]);
      break;
    }
  }
  return spans;
}

/** Could the text go on about it as a source: people, and bodies of which it has spoken. */
const speaks = (noun: HeadNoun, definite: boolean): boolean =>
  noun.role !== null ? !noun.plural : definite && noun.body !== 'document' && noun.body !== 'data';
