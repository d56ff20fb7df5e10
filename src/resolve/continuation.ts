// Where an article goes on in its own words with what it began as somebody's report.
import { classify } from '../extract/rules/classify.ts';
import { wordSet as ruleWords } from '../extract/rules/words.ts';
import type { Act, Attribution } from '../extract/types.ts';
import { sentencesIn, tokensIn, tokensOf } from '../text/lookup.ts';
import type { Document, Sentence, Token } from '../text/types.ts';
import { conceptOf, termsOf, wordSet } from './claims/words.ts';
import type { Draft } from './drafts.ts';
import { NEWSROOMS } from './sources/lexicon.ts';
import type { LocalSource } from './types.ts';

const LEARNING = wordSet('learning cues');
const actWords = ruleWords('acts');

/** An attribution without source and cue, and the report that it goes on with. */
export interface Continuation {
  readonly attribution: Attribution;
  readonly of: Draft;
}

/**
 * "The Express has learned that …" and, paragraphs later, "As part of the agreement, …": unattributed paragraphs that
 * speak, with a definite noun, of what the article's own outlet reported or what a press release announced; in a press
 * release, whatever they speak of.
 */
export function continuationsOf(
  document: Document,
  drafts: readonly Draft[],
  outlet: LocalSource | null,
): readonly Continuation[] {
  const lead = drafts.find((draft) => isOwnReport(draft, outlet));
  if (lead === undefined) return [];
  const told = new Set(lead.propositions.flatMap(({ features }) => features.heads));
  const taken = bySentence(document, drafts);
  const last = isOwnNews(lead, drafts, outlet) ? lastWord(document, drafts) : 0;
  return document.paragraphs.flatMap((paragraph, i) => {
    if (paragraph.kind !== 'prose' || i <= lead.paragraph) return [];
    const sentences = document.sentences.slice(...paragraph.sentences);
    const free = sentences.every((sentence) => !taken.has(sentence));
    const tells = i < last || sentences.some((sentence) => speaksOf(tokensOf(document, sentence), told));
    if (!free || !tells) return [];
    return sentences.map((sentence) => ({ attribution: inOwnWords(document, sentence, lead), of: lead }));
  });
}

/**
 * "Two men had been arrested, the prosecutor said. Neither had worked for the museum.": what stands behind indirect speech
 * in its tense, in the same paragraph, goes on with it; so does whatever stands there behind what an outlet has learned.
 */
export function heldOver(document: Document, drafts: readonly Draft[]): readonly Continuation[] {
  const taken = bySentence(document, drafts);
  const found: Continuation[] = [];
  let before: Draft | null = null;
  let paragraph = -1;
  for (const sentence of document.sentences) {
    const here = taken.get(sentence);
    if (here !== undefined) before = here.at(-1) ?? null;
    else if (before === null || sentence.paragraph !== paragraph || !goesOn(document, before, sentence))
      before = null;
    else found.push({ attribution: inOwnWords(document, sentence, before), of: before });
    paragraph = sentence.paragraph;
  }
  return found;
}

function goesOn(document: Document, before: Draft, sentence: Sentence): boolean {
  if (before.source === null || before.quoted || before.attribution.act === 'OTHER') return false;
  const tokens = tokensOf(document, sentence);
  if (leavesOpen(tokens)) return false;
  if (hasLearned(document, before)) return true;
  const verb = tokens.findIndex(({ pos }) => pos === 'AUX' || pos === 'VERB');
  const first = tokens[verb];
  const participle = tokens.slice(verb + 1).find(({ pos }) => pos !== 'ADV' && pos !== 'PART');
  const isPast = participle?.pos === 'VERB' || participle?.pos === 'AUX';
  return first?.norm === 'had' && isPast;
}

/** "Whether the company complied is not clear.": nobody says that it is so. */
const leavesOpen = ([first, ...rest]: readonly Token[]): boolean =>
  INTERROGATIVES.has(first?.norm ?? '') || rest.at(-1)?.norm === '?';
const INTERROGATIVES = actWords('interrogatives');

/** The drafts whose passage reaches into each sentence that has any. */
export function bySentence(
  document: Document,
  drafts: readonly Draft[],
): ReadonlyMap<Sentence, readonly Draft[]> {
  const index = new Map<Sentence, Draft[]>();
  for (const draft of drafts)
    for (const sentence of sentencesIn(document, draft.passage)) {
      const list = index.get(sentence);
      if (list === undefined) index.set(sentence, [draft]);
      else list.push(draft);
    }
  return index;
}

const STATING: ReadonlySet<Act> = new Set(['CLAIMED', 'CONFIRMED', 'PREDICTED']);

/** What the outlet itself reports, or who publishes his own news: the first word of the article is his. */
export function isOwnReport({ source, attribution }: Draft, outlet: LocalSource | null): boolean {
  if (source === null || outlet === null || attribution.cue.length === 0) return false;
  if (source.id === outlet.id) return attribution.act === 'REPORTED';
  const states = STATING.has(attribution.act);
  return states && source.named && outlet.name.toLowerCase().includes(source.name.toLowerCase());
}

/** A press release: its first word is that of whose newsroom it is. All is his up to the last that is said in it. */
function isOwnNews(lead: Draft, drafts: readonly Draft[], outlet: LocalSource | null): boolean {
  const of = lead === drafts[0] && lead.source !== outlet ? lead.source?.name : undefined;
  const title = outlet?.name ?? '';
  return of !== undefined && (title === of || [...NEWSROOMS].some((room) => title === `${of} ${room}`));
}

/** Index of the paragraph in which the last word is said before the closing one, which tells of the firm and whom to ask. */
function lastWord(document: Document, drafts: readonly Draft[]): number {
  const closing = document.paragraphs.findLastIndex(({ kind }) => kind === 'prose');
  return drafts.findLast(({ paragraph }) => paragraph < closing)?.paragraph ?? 0;
}

/** "the agreement", "this deal": a definite noun for something told. */
const speaksOf = (tokens: readonly Token[], told: ReadonlySet<string>): boolean =>
  tokens.some((token, i) => {
    const next = tokens[i + 1];
    return (
      (token.norm === 'the' || token.norm === 'this') &&
      next?.pos === 'NOUN' &&
      told.has(conceptOf(next.lemma, next.pos, next.norm)) &&
      termsOf([next]).length > 0
    );
  });

/** "the Ledger has learned": what the outlet tells as its own. */
const hasLearned = (document: Document, { source, attribution }: Draft): boolean =>
  source?.kind === 'Outlet' &&
  attribution.cue.flatMap((span) => tokensIn(document, span)).some(({ lemma }) => LEARNING.has(lemma));

function inOwnWords(document: Document, { span }: Sentence, lead: Draft): Attribution {
  const spans = { source: [], cue: [], content: [span] };
  return {
    ...spans,
    ...classify(document, spans),
    confidence: 0.5,
    statement: true,
    act: lead.attribution.act,
    time: lead.attribution.time,
    by: 'own voice',
  };
}

/**
 * "The Ledger has learned that …. …, according to an official": the article's own outlet reports, and the next sentence
 * names an unnamed source that tells of the same. That source has then told what the report says.
 */
export const basesBehind = (
  document: Document,
  drafts: readonly Draft[],
  outlet: string | null,
): readonly { report: Draft; basis: Draft }[] =>
  drafts.flatMap((report, i) => {
    if (report.source === null || report.source.id !== outlet || report.attribution.act !== 'REPORTED')
      return [];
    if (!hasLearned(document, report)) return [];
    const basis = drafts.slice(i + 1).find((each) => each.sentence > report.sentence);
    if (basis?.source == null || basis.sentence > report.sentence + 1 || basis.source.named) return [];
    const states = basis.attribution.act === 'CLAIMED' || basis.attribution.act === 'CONFIRMED';
    return states && tellOfOne(report, basis) ? [{ report, basis }] : [];
  });

const tellOfOne = (a: Draft, b: Draft): boolean =>
  a.propositions.some((x) =>
    b.propositions.some((y) => wordsOf(x).some((word) => wordsOf(y).includes(word))),
  );

const wordsOf = ({ features }: Draft['propositions'][number]): readonly string[] => [
  ...features.content,
  ...features.circumstances,
];
