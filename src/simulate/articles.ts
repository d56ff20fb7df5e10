// Simulated news: articles of which it is known who says what, on whose word, and how many independent roots each claim has.
import { toArticle } from '../read/article.ts';
import { type Article, isFailure } from '../read/types.ts';
import type { Span } from '../text/types.ts';
import {
  type Affair,
  type Originator,
  type PlannedArticle,
  type PlannedClaim,
  type Press,
  planAffair,
} from './affair.ts';
import { MATERIAL } from './material.ts';
import { capital, fill, madeUpName, outletName, personName, pick, wireName } from './names.ts';
import { type Random, seeded } from './random.ts';

export interface NewsScale {
  readonly seed: number;
  /** Articles in all, up to the few that complete the last affair. */
  readonly articles: number;
  /** `long`: some 4.6 KB an article; `short`: some 1 KB. */
  readonly form: 'long' | 'short';
}

/** A claim with where it stands and what is true of it. */
export interface NewsTruth {
  readonly text: string;
  /** Who says it on its own basis. */
  readonly roots: readonly string[];
  readonly denied: boolean;
  /** κ over all answers to the questions that the texts leave open, smallest and largest. */
  readonly kappa: readonly [number, number];
  /** Where an article tells it; the spans count into the article's text. */
  readonly places: readonly { readonly article: string; readonly span: Span }[];
}

export interface NewsAffair {
  readonly articles: readonly Article[];
  readonly truth: readonly NewsTruth[];
}

const LENGTH = { long: 4500, short: 950 } as const;
const WIRES = 8;
const OUTLETS = 400;
const DAYS = 365;

/**
 * Affairs one after the other, unrelated but for the outlets that tell them. In each a news agency is first: officials, unnamed
 * witnesses and documents speak to it. Others relay it with credit, copy its words without, ask the same officials again, who
 * may give a later figure; a company denies; in one of thirty the last claim stands on two outlets that cite each other. All names are made up. The
 * same scale gives the same news; memory is that of one affair.
 */
export function* simulatedNews({ seed, articles, form }: NewsScale): Iterable<NewsAffair> {
  const random = seeded(seed);
  const press: Press = {
    wires: Array.from({ length: WIRES }, () => wireName(random)),
    outlets: Array.from({ length: OUTLETS }, () => outletName(random)),
  };
  for (let made = 0; made < articles; ) {
    const affair = writeAffair(random, planAffair(random, press), form);
    made += affair.articles.length;
    yield affair;
  }
}

/** A paragraph; claims by their number in the affair, with the clause that says each. */
interface Paragraph {
  readonly text: string;
  readonly tells: readonly { readonly claim: number; readonly clause: string }[];
}

function writeAffair(random: Random, affair: Affair, form: NewsScale['form']): NewsAffair {
  const start = Date.UTC(2025, 0, 1) + random.between(0, DAYS - 1) * 86_400_000;
  const places: { article: string; span: Span }[][] = affair.claims.map(() => []);
  let first: readonly Paragraph[] = [];
  const articles = affair.articles.map((planned, number) => {
    const told = planned.part === 'copy' ? first : tell(random, affair, planned);
    if (planned.part === 'first') first = told;
    const paragraphs = padded(random, told, LENGTH[form]);
    const text = `${headerOf(random, affair, planned, start)}\n${paragraphs.map((p) => p.text).join('\n\n')}\n`;
    const article = toArticle(`news/${madeUpName(random)}-${number}.txt`, text);
    if (isFailure(article)) throw new RangeError(`simulatedNews: ${article.message}`);
    let at = article.body[0];
    for (const { text: paragraph, tells } of paragraphs) {
      for (const { claim, clause } of tells) {
        const from = at + paragraph.toLowerCase().indexOf(clause.toLowerCase());
        places[claim]?.push({ article: article.id, span: [from, from + clause.length] });
      }
      at += paragraph.length + 2;
    }
    return article;
  });
  return { articles, truth: affair.claims.map((claim, i) => truthOf(claim, places[i] ?? [])) };
}

function truthOf(claim: PlannedClaim, places: NewsTruth['places']): NewsTruth {
  const kinds = claim.roots.map((who) => who.kind);
  // A document whose maker is not named may come from the witness who is not named.
  const open = kinds.includes('witness') && kinds.includes('document') ? 1 : 0;
  return {
    text: claim.wordings[0] ?? '',
    roots: claim.roots.map((who) => who.full),
    denied: claim.denier !== null,
    kappa: [claim.roots.length - open, claim.roots.length],
    places,
  };
}

function headerOf(random: Random, affair: Affair, planned: PlannedArticle, start: number): string {
  const { slots } = affair;
  const date = new Date(start + planned.day * 86_400_000).toISOString().slice(0, 10);
  const title = `${slots.org} ${slots.facility}: ${pick(random, MATERIAL.headlines)} ${slots.town}`;
  return `Title: ${title}\nOutlet: ${planned.outlet}\nDate: ${date}\n`;
}

/** What an article has to say of the affair, in its own way. */
function tell(random: Random, affair: Affair, planned: PlannedArticle): readonly Paragraph[] {
  const introduced = new Set<Originator>();
  const name = (who: Originator): string => {
    const known = introduced.has(who);
    introduced.add(who);
    return known ? who.short : who.full;
  };
  return affair.claims.flatMap((claim, i): readonly Paragraph[] => {
    const say = (how: keyof typeof MATERIAL.said, who: string): Paragraph => {
      const clause = pick(random, claim.wordings);
      const slots = { who, clause, Clause: capital(clause) };
      return { text: capital(fill(pick(random, MATERIAL.said[how]), slots)), tells: [{ claim: i, clause }] };
    };
    const again = planned.part === 'follow-up';
    if (planned.part === 'ring') return claim.roots.length === 0 ? [say('ring', planned.from)] : [];
    if (claim.roots.length === 0 || claim.told === (again ? 'early' : 'late')) return [];
    if (planned.part === 'relay') return random.chance(0.8) ? [say('relayed', planned.from)] : [];
    const speakers = again ? claim.roots.filter((who) => who.kind === 'official') : claim.roots;
    const denier = claim.denier;
    return [
      ...speakers.map((who) => say(who.kind === 'company' ? 'official' : who.kind, name(who))),
      ...(denier === null ? [] : [say('denied', name(denier))]),
    ];
  });
}

/** With other paragraphs between, up to some length; the order of what is told stays. */
function padded(random: Random, told: readonly Paragraph[], length: number): readonly Paragraph[] {
  const paragraphs = [...told];
  let size = told.reduce((sum, { text }) => sum + text.length + 2, 0);
  while (size < length) {
    const text = filler(random);
    paragraphs.splice(random.between(1, paragraphs.length), 0, { text, tells: [] });
    size += text.length + 2;
  }
  return paragraphs;
}

/** A paragraph beside the affair, of a few sentences, now and then somebody's words. */
function filler(random: Random): string {
  const sentences = Array.from({ length: random.between(1, 4) }, () =>
    sentence(pick(random, MATERIAL.sentences)),
  );
  return (random.chance(0.35) ? [sentence(pick(random, MATERIAL.asides)), ...sentences] : sentences).join(
    ' ',
  );

  function sentence(template: string): string {
    const { a, o, v, p, e } = MATERIAL.words;
    const words: Readonly<Record<string, () => string>> = {
      N: () => madeUpName(random),
      M: () => madeUpName(random),
      P: () => personName(random),
      a: () => pick(random, a),
      o: () => pick(random, o),
      v: () => pick(random, v),
      p: () => pick(random, p),
      e: () => pick(random, e),
      k: () => String(random.between(11, 99)),
    };
    return capital(template.replace(/\{(\w)\}/g, (_, key: string) => words[key]?.() ?? ''));
  }
}
