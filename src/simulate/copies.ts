// Pairs of articles of which it is known whether one text stands in the other: for measuring how well copies are found.
import { readLexicon } from '../lexicon.ts';
import { toArticle } from '../read/article.ts';
import { type Article, isFailure } from '../read/types.ts';
import { capital, madeUpName, pick } from './names.ts';
import { type Random, seeded } from './random.ts';

export interface Pair {
  readonly kind: string;
  readonly a: Article;
  readonly b: Article;
  readonly copied: boolean;
}

/** Paragraphs of sentences; a quotation is a sentence that a rewriter leaves alone. */
type Text = readonly (readonly string[])[];

/** How many of 100 words outside quotations a rewriter changes. */
export const REWRITTEN = [10, 20, 30, 40, 50, 60] as const;

const NOUNS_AND_VERBS = [...readLexicon('synonyms').values(), ...readLexicon('derivations').values()]
  .flat()
  .filter((word) => /^[a-z]{4,}$/.test(word));

/** Frames of news sentences: N a noun, V a verb, P a name, D a day, # a number. The formulas in them stand in any two articles. */
const FRAMES = [
  'the N of P V the N near the N on D.',
  'a spokesman for the ministry of P said on D that the N had been V by the N.',
  'according to officials familiar with the matter, # N were V in P on D.',
  'P, who has V the N since #, told reporters at a news conference on D that no N was V.',
  'the N did not immediately respond to a request for comment on the N.',
  'it was not immediately clear whether the N had V any of the # N in P.',
  'the N V after the N of the N, which P had V for # months, was V again.',
  'P said in a statement that the N and the N would be V before D.',
  'police said they were looking into the N and asked anyone with information to come forward.',
  'last week the N V # N, more than in any year since the N of P was V.',
  'two people familiar with the N, who spoke on condition of anonymity, said the N was V.',
  'the N, a N of the P N, V its N in # and has not V since.',
  'residents of P V the N with N and N, and some of them V until D.',
  'the N comes days after P V a N against the N over the N.',
];
const QUOTED = [
  'we have V every N that the N of P could V, and I can say that no N was V without the N of the N',
  'this N is not the N that we V for when we V the N in #, and the N of P should V it before D',
  'nobody V the N, nobody V the N, and in the end # N of our N had to V for it in P',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function sentence(random: Random, frame: string): string {
  const filled = frame.replace(/\b[NVPD]\b|#/g, (slot) => {
    if (slot === 'P') return madeUpName(random);
    if (slot === 'D') return pick(random, DAYS);
    if (slot === '#') return String(random.between(2, 900));
    return pick(random, NOUNS_AND_VERBS);
  });
  return capital(filled);
}

const quotation = (random: Random): string =>
  `“${sentence(random, pick(random, QUOTED))},” ${madeUpName(random)} said.`;

/** `paragraphs` of two or three sentences, one in four with a quotation. */
const newText = (random: Random, paragraphs: number): Text =>
  Array.from({ length: paragraphs }, () => [
    ...Array.from({ length: random.between(2, 3) }, () => sentence(random, pick(random, FRAMES))),
    ...(random.chance(0.25) ? [quotation(random)] : []),
  ]);

/** Each word outside quotations is exchanged, left out, or given a companion with this probability. */
const rewritten = (random: Random, text: Text, share: number): Text =>
  text.map((paragraph) =>
    paragraph.map((each) => (each.startsWith('“') ? each : capital(changed(random, each, share)))),
  );

function changed(random: Random, words: string, share: number): string {
  const out = words.split(' ').flatMap((word) => {
    if (!random.chance(share)) return [word];
    const other = pick(random, NOUNS_AND_VERBS) + (/[.,]$/.exec(word)?.[0] ?? '');
    return pick(random, [[other], [other], [other], [], [other, word]]);
  });
  return out.join(' ').replace(/[.,]*$/, '.');
}

function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.between(0, i);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

function article(random: Random, text: Text, outlet: string = madeUpName(random)): Article {
  const body = text.map((paragraph) => paragraph.join(' ')).join('\n\n');
  const made = toArticle(`copies/${madeUpName(random)}.txt`, `Outlet: The ${outlet} Herald\n\n${body}\n`);
  if (isFailure(made)) throw new RangeError(`simulatedPairs: ${made.message}`);
  return made;
}

const LENGTH = 6;

/**
 * `count` pairs of each kind. Copies: word for word; rewritten by shares; paragraphs in another order; a third of one in the
 * other. No copies: two articles that share only long quotations; nothing; the closing lines of their common outlet.
 */
export function* simulatedPairs(seed: number, count: number): Iterable<Pair> {
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const text = newText(random, LENGTH);
    const pair = (kind: string, copied: boolean, other: Text, one: Text = text): Pair => ({
      kind,
      copied,
      a: article(random, one),
      b: article(random, other),
    });
    yield pair('verbatim', true, text);
    for (const share of REWRITTEN)
      yield pair(`${share} % rewritten`, true, rewritten(random, text, share / 100));
    yield pair('paragraphs reordered', true, shuffled(random, text));
    yield pair('a third copied', true, [...newText(random, LENGTH - 2), ...text.slice(0, 2)]);
    const said = [[quotation(random), quotation(random)], [quotation(random)]];
    yield pair('only quotations shared', false, [...newText(random, LENGTH), ...said], [...said, ...text]);
    yield pair('unrelated', false, newText(random, LENGTH));
    const outlet = madeUpName(random);
    const footer = newText(random, 1).map((closing) => closing.filter((each) => !each.startsWith('“')));
    yield {
      kind: 'closing lines of one outlet',
      copied: false,
      a: article(random, [...text, ...footer], outlet),
      b: article(random, [...newText(random, LENGTH), ...footer], outlet),
    };
  }
}
