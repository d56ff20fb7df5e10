// What kind of thing a noun phrase names, as far as relays ask.
import { readLexicon } from '../../lexicon.ts';
import type { Token } from '../../text/types.ts';
import { isNominal, isPossessive, type Range } from '../rules/phrase.ts';
import type { Page } from '../rules/unit.ts';
import { wordSet } from '../rules/words.ts';

const words = wordSet('relays');
const outlets = wordSet('outlets');

export const TOLD = words('told');
export const SAID_TO = words('said to');
const AUDIENCE = words('audience');
const DOCUMENTS = words('documents');
const DATA = words('data');
export const NEARNESS = words('nearness');
export const INSTRUMENTS = words('instruments');
export const RECORDING = words('recording');
export const ANALYSIS = words('analysis');
const PERSONS = words('persons');
const people = readLexicon('source-people');
/** All nouns for people, whoever tells an outlet something or is cited. */
const ANYBODY = new Set(
  ['heads', 'offices', 'ranks', 'reporters', 'relations', 'occupations', 'general'].flatMap(
    (list) => people.get(list) ?? [],
  ),
);
const BODIES = words('bodies');
export const HANDING_ON = words('handing on');
export const HAVING_SEEN = words('having seen');
export const RESTING = words('resting');
export const TAKING = words('taking');
export const REFERRING = words('referring');
export const ORIGINS = words('origins');
export const THINGS_TOLD = words('things told');
/** What somebody takes over, as it is spoken of: "picked up the story". */
export const THINGS_TAKEN = words('things taken');
export const SHOWING = words('showing');
export const SHOWS = words('shows');
export const EXCHANGES = words('exchanges');
export const ECHOING = words('echoing');
export const CONTACTED = words('contacted');
export const CLIPS = words('clips');
export const PROGRAMME_VERBS = words('programme verbs');
export const USED_DATA = words('used data');
export const RELEASED = words('released documents');
export const REMARKS = words('remarks');
const POLLS = words('polls');
export const CONFIRMING = words('confirming');
export const REPORTS = words('reports');
const QUANTITIES = words('quantities');
const OUTLET_NOUNS = outlets('nouns');
const OUTLET_PARTS = outlets('in names');
const OUTLET_NAMES = outlets('names');

/** The head noun of a phrase: the last noun before "of", "by" and the like; behind "of" where a quantity stands before it. */
export function headOf(page: Page, [from, to]: Range): Token | null {
  let head: Token | null = null;
  for (let i = from; i < to; i++) {
    const token = page.tokens[i];
    if (token === undefined) break;
    if (head !== null && token.norm === 'of' && QUANTITIES.has(head.lemma)) {
      return headOf(page, [i + 1, to]) ?? head;
    }
    if (head !== null && (token.pos === 'ADP' || token.norm === ',' || token.norm === 'and')) break;
    if (isNominal(token)) head = token;
  }
  return head;
}

const some = (page: Page, [from, to]: Range, is: (token: Token) => boolean): boolean => {
  for (let i = from; i < to; i++) {
    const token = page.tokens[i];
    if (token !== undefined && is(token)) return true;
  }
  return false;
};

export const isNamed = (page: Page, range: Range): boolean =>
  some(page, range, (token) => token.pos === 'PROPN');

/** A news outlet by its noun, by a part of its name, or by its name. */
export function isOutlet(page: Page, range: Range): boolean {
  const head = headOf(page, range);
  if (head !== null && OUTLET_NOUNS.has(head.lemma)) return true;
  return some(
    page,
    range,
    (token) => OUTLET_NAMES.has(token.norm) || (token.pos === 'PROPN' && OUTLET_PARTS.has(token.norm)),
  );
}

/** The noun is of the list: by lemma, by form, or, where a capital hid it from the tagger, by form without its plural ending. */
const isOf = (list: ReadonlySet<string>, noun: Token | null): boolean =>
  noun !== null && (list.has(noun.lemma) || list.has(noun.norm) || list.has(noun.norm.replace(/s$/, '')));

export const isDocument = (page: Page, range: Range): boolean => isOf(DOCUMENTS, headOf(page, range));

export const isData = (page: Page, range: Range): boolean => isOf(DATA, headOf(page, range));

/** Data of somebody's own or of no one named, as against answers of people asked. */
export const isPoll = (page: Page, range: Range): boolean => POLLS.has(headOf(page, range)?.lemma ?? '');

export const isOwnThing = (page: Page, [from]: Range): boolean => isPossessive(page.tokens[from]);

/** Somebody or some body that can be told a thing or say it. */
export function isParty(page: Page, range: Range): boolean {
  const head = headOf(page, range);
  if (head === null) return false;
  return head.pos === 'PROPN' || PERSONS.has(head.lemma) || BODIES.has(head.lemma) || isOutlet(page, range);
}

/** Somebody who can be cited: a party, or anybody by an occupation or a role. */
export function isSomebody(page: Page, range: Range): boolean {
  const head = headOf(page, range);
  return head !== null && (ANYBODY.has(head.lemma) || isParty(page, range));
}

/** A crowd, a body in session, a hearer in general: whoever speaks to it passes nothing on. */
export function isAudience(page: Page, range: Range): boolean {
  const head = headOf(page, range);
  return head === null || AUDIENCE.has(head.lemma) || AUDIENCE.has(head.norm);
}

const OWN = new Set(['us', 'our', 'me', 'we', 'i']);

/** The parts of a URL's host name in front of its last one; none where it is no URL. */
const hostLabels = (url: string | null): readonly string[] =>
  /^https?:\/\/([^/:?#\s]{1,200})/i
    .exec(url ?? '')?.[1]
    ?.toLowerCase()
    .split('.')
    .slice(0, -1) ?? [];

/** The outlet that publishes the article: "this newspaper", "us", or by its name. */
export function isOwnOutlet(page: Page, range: Range): boolean {
  const tokens = page.tokens.slice(range[0], range[1]);
  if (tokens.length === 1 && OWN.has(tokens[0]?.norm ?? '')) return true;
  if (tokens[0]?.norm === 'this' && OUTLET_NOUNS.has(tokens.at(-1)?.lemma ?? '')) return true;
  const { article } = page.document;
  const outlet = article.outlet?.toLowerCase() ?? '';
  const names = tokens.filter((token) => token.pos === 'PROPN').map((token) => token.norm);
  // the programme of a broadcaster that goes by the name of its site: "told TBC Breakfast" on tbc.example
  if (names[0] !== undefined && /^\p{L}{2,6}$/u.test(names[0]) && hostLabels(article.url).includes(names[0]))
    return true;
  if (outlet === '') return false;
  const own = new Set(outlet.split(/[^\p{L}\p{N}]+/u));
  const initials = outlet
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('');
  return names.length > 0 && names.every((name) => own.has(name) || name === initials);
}
