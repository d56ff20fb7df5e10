/** One claim in words: in full where several sources speak to it, compact where one does. */

import { type Block, list, paragraph, type Run, run, type Style } from './blocks.ts';
import { factBlocks, relatedLines } from './card-facts.ts';
import type { Basis, Card, Circle, Voice } from './model.ts';
import type { Passage } from './passage.ts';
import {
  actWords,
  answerWords,
  assessmentWords,
  CERTAINTY_WORDS,
  countWords,
  listWords,
  nameWords,
  STATUS_WORDS,
  saidWords,
} from './words.ts';

/** Passages shown for one statement; the others are counted. */
const PASSAGES = 2;

export function fullBlock(card: Card): Block {
  const blocks = [
    statusLine(card),
    ...voiceBlocks(card.supports, true),
    ...group('Against it', voiceBlocks(card.denials, true)),
    ...group('Taken back', voiceBlocks(card.withdrawn, true)),
    ...voiceBlocks(card.own, false),
    ...factBlocks(card),
    ...card.circles.flatMap(circleBlocks),
    ...questionBlocks(card),
    ...group('Details', detailBlocks(card.details)),
  ];
  return cardBlock(card, blocks);
}

/** Status, who, when, the passage and its basis, without what needs several sources. */
export function compactBlock(card: Card): Block {
  return cardBlock(card, [
    statusLine(card),
    ...voiceBlocks([...card.supports, ...card.denials, ...card.withdrawn, ...card.own], false),
    ...through(card),
    ...relatedBlocks(card),
    ...questionBlocks(card),
    ...group('Details', detailBlocks(card.details)),
  ]);
}

const cardBlock = (card: Card, blocks: readonly Block[]): Block => ({
  kind: 'card',
  anchor: card.claim.id,
  tone: STATUS_WORDS[card.assessment.status].tone,
  title: [run(card.claim.text), run(` ${card.short}`, 'id')],
  blocks,
});

const group = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [paragraph(run(title, 'strong')), ...blocks];

function statusLine(card: Card): Block {
  const words = STATUS_WORDS[card.assessment.status];
  return paragraph(
    run(words.label, words.tone),
    ...assessmentWords(card.assessment).map((w) => run(` · ${w}`)),
    run(` · credibility ${card.assessment.credibility}`, 'muted'),
  );
}

/** `full`: several passages each, and a word on it where no basis is stated. */
function voiceBlocks(voices: readonly Voice[], full: boolean): readonly Block[] {
  if (voices.length === 0) return [];
  const shown = voices.map((v) => firstOfArticles(v.passages).slice(0, full ? PASSAGES : 1));
  return [list(voices.map((v, i) => voiceBlock(v, shown[i] ?? [], shown[i - 1] ?? [], full)))];
}

/** `above`: what is shown of the voice before, which need not be quoted again. */
function voiceBlock(
  voice: Voice,
  shown: readonly Passage[],
  above: readonly Passage[],
  full: boolean,
): readonly Block[] {
  const more = voice.passages.length - shown.length;
  return [
    paragraph(...voiceLine(voice)),
    ...shown.map((p) => (above.some((q) => isSame(p, q)) ? SAME_PASSAGE : quote(p))),
    ...(more > 0 ? [paragraph(run(`and ${countWords(more, 'more passage')}`, 'muted'))] : []),
    ...basisBlocks(voice, full),
  ];
}

const SAME_PASSAGE: Block = paragraph(run('in the same passage', 'muted'));

/** The same place with the same words marked. */
const isSame = (a: Passage, b: Passage): boolean =>
  a.article.id === b.article.id && JSON.stringify([a.span, a.pieces]) === JSON.stringify([b.span, b.pieces]);

/** One passage an article: a second one of the same statement seldom adds anything. */
const firstOfArticles = (passages: readonly Passage[]): readonly Passage[] =>
  passages.filter((p, i) => passages.findIndex((q) => q.article.id === p.article.id) === i);

/** "in a brief statement", "on Telegram". */
function channelWords(channel: string): string {
  if (/^(in|on|via|at|by|to|over|through) /i.test(channel)) return channel;
  return `${/^(an?|the|his|her|its|their|one) /i.test(channel) ? 'in' : 'on'} ${channel}`;
}

function voiceLine(voice: Voice): readonly Run[] {
  const { statement, source } = voice;
  if (source === null) return [run('The article itself', 'strong'), run(' says so and names no source')];
  const how: string[] = [saidWords(statement.said)];
  if (statement.channel !== null) how.push(channelWords(statement.channel));
  if (statement.provisional) how.push('on provisional data');
  if (voice.via.length > 0) how.push(`known only through ${listWords(voice.via.map(nameWords))}`);
  const act = actWords(statement.act, voice.stance);
  return [
    run(act.charAt(0).toUpperCase() + act.slice(1), 'strong'),
    run(` ${nameWords(source)}`, 'strong'),
    ...(source.official ? [run(' (official)')] : []),
    run(`, ${how.join(', ')}`),
  ];
}

const PIECE_STYLE: Readonly<Record<Passage['pieces'][number]['role'], Style | null>> = {
  text: null,
  cue: 'cue',
  gap: 'muted',
};

export const quote = (passage: Passage): Block => ({
  kind: 'quote',
  runs: passage.pieces.map((p) => run(p.text, PIECE_STYLE[p.role])),
  place: `${passage.article.outlet ?? passage.article.file} [${passage.span[0]}–${passage.span[1]}]`,
});

function basisBlocks(voice: Voice, full: boolean): readonly Block[] {
  if (voice.source === null) return [];
  if (voice.bases.length === 0) return full ? [paragraph(run('No basis is stated.', 'muted'))] : [];
  return [paragraph(run('On the word of ', 'muted'), ...voice.bases.flatMap((b, i) => basisRuns(b, i)))];
}

function basisRuns(basis: Basis, index: number): readonly Run[] {
  return [
    ...(index > 0 ? [run('; ')] : []),
    run(nameWords(basis.source)),
    run(` (${CERTAINTY_WORDS[basis.certainty]})`, 'muted'),
    ...basis.open.map((o) => run(`, which may rest on ${nameWords(o.source)}`, 'muted')),
  ];
}

const relatedBlocks = (card: Card): readonly Block[] =>
  relatedLines(card).map(([name, text]) => paragraph(run(`${name}: `, 'muted'), run(text)));

/** On whose shoulders a single-source claim stands, where that is more than the one who says it. */
function through(card: Card): readonly Block[] {
  const speakers = new Set(card.supports.map((v) => v.source?.id));
  const others = card.chokePoints.filter((c) => !speakers.has(c.id));
  return card.supports.length < 2 || card.chokePoints.length === 0 || others.length === 0
    ? []
    : [paragraph(run('Every chain runs through ', 'muted'), run(listWords(card.chokePoints.map(nameWords))))];
}

function circleBlocks(circle: Circle): readonly Block[] {
  const title =
    circle.kind === 'ungrounded'
      ? 'Circle without ground: these sources rest on one another and on nobody else'
      : 'Echo: these sources also rest on one another, but not only';
  return [
    paragraph(run(title, 'bad')),
    list(
      circle.links.map((l) => [
        paragraph(run(`${nameWords(l.from)} → ${nameWords(l.to)}`, 'strong')),
        ...(l.passage ? [quote(l.passage)] : []),
      ]),
    ),
  ];
}

function questionBlocks(card: Card): readonly Block[] {
  if (card.questions.length === 0) return [];
  return [
    paragraph(run('What would change the count', 'strong')),
    list(
      card.questions.map(({ question, labels }) => [
        paragraph(run(question.text), run(` ${answerWords(question, labels)}`, 'muted')),
      ]),
    ),
  ];
}

function detailBlocks(details: readonly Card[]): readonly Block[] {
  return details.length === 0 ? [] : details.map((d) => compactBlock(d));
}
