// What a noun phrase says of the source it stands for: name, head noun, whose voice it is, country, number.
import { wordRanks } from '../../text/rarity.ts';
import type { Span } from '../../text/types.ts';
import { countryAt, countryIn, looksLikeAdjective } from './countries.ts';
import {
  CHANNELS,
  COMPLEMENT_STARTS,
  classInName,
  EMPTY_WORDS,
  FIRMS,
  genderOf,
  type HeadNoun,
  headNoun,
  isNationalClass,
  isOfficialClass,
  kindOfClass,
  LEADING_VERBS,
  ORDINALS,
  OWN_OUTLET,
  TITLES,
  UTTERANCES,
} from './lexicon.ts';
import { complementStart, nameAndNoun, ownedNoun, ownerPart } from './name-noun.ts';
import { type Gender, pronounOf } from './pronouns.ts';
import { splitPhrase, stem, type Word } from './words.ts';

export type Form = 'own' | 'pronoun' | 'name' | 'definite' | 'indefinite' | 'utterance' | 'channel';
export interface Phrase {
  readonly span: Span;
  readonly text: string;
  readonly form: Form;
  /** Proper name of the person or body, without title and determiner. */
  readonly name: string | null;
  /** What the name alone tells: a class of body inside it, or a country. */
  readonly nameClass: string | null;
  readonly noun: HeadNoun | null;
  /** Whom it belongs to or speaks for: possessor, "of", "for", or a name before the noun. */
  readonly owner: Phrase | null;
  readonly country: string | null;
  readonly plural: boolean;
  readonly gender: Gender;
  /** "a second person", "another official". */
  readonly ordinal: boolean;
  /** A full name told apart by "of …". */
  readonly restricted: boolean;
  /** Stemmed words before the head noun ("defence" ministry, "the city’s" police), without its country. */
  readonly modifiers: readonly string[];
  /** Words that describe it, stemmed, for comparing. */
  readonly words: readonly string[];
}

const DEFINITE = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'both',
  'our',
  'his',
  'her',
  'its',
  'their',
]);
const DETERMINERS = new Set([
  ...DEFINITE,
  'a',
  'an',
  'some',
  'several',
  'many',
  'few',
  'other',
  'same',
  'one',
  'two',
  'three',
  'four',
]);
const OWNER_LINKS = new Set(['of', 'for', 'at', 'from', 'with', 'representing']);
const OWN_OWNER = /\b(?:our|this (?:newspaper|paper|website|magazine))\b/i;
/** Roles that speak for somebody, so that it matters for whom. */
const OWNED_ROLES = new Set(['voice', 'head', 'rank', 'reporter', 'office']);

/** Reads the phrase at a place of the text. O(length), capped. */
export function readPhrase(text: string, span: Span): Phrase {
  const phrase = text.slice(...span);
  const segments = splitPhrase(phrase);
  const [head = [], ...appositions] = segments;
  const main = head.length > 1 && /sel(?:f|ves)$/.test(head.at(-1)?.lower ?? '') ? head.slice(0, -1) : head;
  const blank: Phrase = {
    span,
    text: phrase,
    form: 'indefinite',
    name: null,
    nameClass: null,
    noun: null,
    owner: null,
    country: null,
    plural: false,
    gender: null,
    ordinal: false,
    restricted: false,
    modifiers: [],
    words: [],
  };
  const first = main[0];
  if (first === undefined) return blank;
  const whole = main.map((w) => w.lower).join(' ');
  const pronoun = pronounOf(first.lower) ?? undefined;
  if (OWN_OUTLET.has(whole)) return { ...blank, form: 'own', plural: whole === 'we' || whole === 'us' };
  if (pronoun !== undefined && (main.length === 1 || (!DEFINITE.has(first.lower) && first.lower !== 'both')))
    return {
      ...blank,
      form: 'pronoun',
      plural: pronoun.plural,
      gender: pronoun.gender === 'n' ? null : pronoun.gender,
    };
  const read = appositions.reduce(
    (into, segment) => addApposition(text, span, into, segment),
    readSegment(text, span, blank, main),
  );
  const own = OWN_OWNER.test(phrase);
  const counts = read.noun?.body === 'data' || read.noun?.role === 'reporter';
  return own && counts ? { ...read, form: 'own' } : read;
}

/** "Police", "parliament": an authority that needs no article to be the one that everybody knows. */
const standsAlone = (noun: HeadNoun | null): boolean =>
  noun !== null && noun.role === null && !noun.plural && isOfficialClass(noun.body);

/** "A Post reporter": what a reporter writes for is an outlet, also where its name is a common noun. */
const asOutlet = (phrase: Phrase | null): Phrase | null =>
  phrase !== null && phrase.name === null && /^\p{Lu}/u.test(phrase.text)
    ? { ...phrase, form: 'name', name: phrase.text, noun: null, nameClass: 'outlet' }
    : phrase;

/** What one comma-free part says; `blank` gives what it does not. */
function readSegment(text: string, span: Span, blank: Phrase, words: readonly Word[]): Phrase {
  let from = 0;
  let definite = false;
  let ordinal = false;
  let indefinite = false;
  while (from < words.length - 1) {
    const word = words[from];
    if (word === undefined || word.possessive) break;
    if (ORDINALS.has(word.lower)) ordinal = true;
    else if (!DETERMINERS.has(word.lower)) break;
    definite ||= DEFINITE.has(word.lower);
    indefinite ||= word.lower === 'a' || word.lower === 'an';
    from++;
  }
  const cut = complementStart(words, from);
  let core = words.slice(from, cut);
  const complement = words.slice(cut);
  const at = (of: readonly Word[]): Span | null => {
    const a = of[0];
    const b = of.at(-1);
    return a && b ? [span[0] + a.start, span[0] + b.end] : null;
  };
  const office = ownedNoun(core);
  const possessorAt = core
    .slice(0, core.length - (office?.length ?? 0))
    .findLastIndex((w, i) => w.possessive && i < core.length - 1);
  const possessor = core.slice(0, possessorAt + 1);
  core = core.slice(possessorAt + 1);
  const read = nameAndNoun(core, words[0]?.lower === 'the');
  const { name, before } = read;
  const noun = read.noun ?? (name === null ? chiefOfTrade(core) : null);
  const possessorSpan = at(possessor);
  const link = complement[0]?.lower ?? '';
  const linked = OWNER_LINKS.has(link)
    ? complement.slice(1)
    : link === 'who' && LEADING_VERBS.has(complement[1]?.lower ?? '')
      ? complement.slice(2)
      : [];
  const linkedSpan = at(linked);
  const leads = link === 'who' && linked.length > 0;
  const role = leads && noun?.role !== 'voice' ? 'head' : (noun?.role ?? null);
  const speaks = role !== null && OWNED_ROLES.has(role);
  const premodifier =
    noun !== null && name === null && speaks ? before : name !== null && speaks ? before : [];
  const premodifierSpan = at(ownerPart(premodifier));
  const ownerSpan =
    possessorSpan ??
    (DEFINITE.has(words[0]?.lower ?? '') && pronounOf(words[0]?.lower ?? '') !== null && speaks
      ? at(words.slice(0, 1))
      : null) ??
    (speaks || (name !== null && link === 'of') || noun?.body === 'document' ? linkedSpan : null) ??
    premodifierSpan;
  const owned = ownerSpan === null ? null : readPhrase(text, ownerSpan);
  const owner = noun?.role === 'reporter' && ownerSpan === premodifierSpan ? asOutlet(owned) : owned;
  const field = noun === null || name !== null || link !== 'of' ? [] : fieldAfter(noun, linked);
  const spelled = core.map((w) => w.text);
  const country =
    countryOfWords(possessor, noun) ??
    countryIn(spelled) ??
    (noun !== null && linked.length > 0 && isNationalClass(noun.body) && field.length === 0
      ? (countryIn(linked.map((w) => w.text)) ?? capitalTail(linked))
      : null) ??
    unknownCountry(before);
  const utterance = noun === null && UTTERANCES.has(core.map((w) => w.lower).join(' '));
  const bodyName = name !== null && noun?.role === undefined ? classInName(name.split(' ')) : null;
  return {
    ...blank,
    form: utterance
      ? 'utterance'
      : name === null && CHANNELS.has(core.map((w) => w.lower).join(' '))
        ? 'channel'
        : name !== null
          ? 'name'
          : definite || (possessor.length > 0 && !indefinite) || (from === 0 && standsAlone(noun))
            ? 'definite'
            : 'indefinite',
    name,
    nameClass:
      noun?.body && noun.role === null
        ? noun.body
        : (bodyName ?? (name !== null ? classInName(name.split(' ')) : null)),
    noun: leads && noun !== null && noun.role !== null ? { ...noun, role } : noun,
    owner,
    country,
    plural: noun?.plural ?? false,
    gender: noun === null ? titleGender(core) : genderOf(noun.noun),
    ordinal,
    modifiers:
      name !== null
        ? []
        : [...possessor.filter((w) => !w.capital), ...before, ...field]
            .filter((w) => countryIn([w.text]) === null && !looksLikeAdjective(w.text))
            .map((w) => stem(w.lower))
            .filter((w) => !EMPTY_WORDS.has(w) && !countryWord(core, w)),
    restricted: name !== null && role === null && link === 'of' && linked.length > 0,
    words: [
      ...new Set(
        [...possessor, ...core, ...complement]
          .map((w) => w.lower)
          .filter((w) => !EMPTY_WORDS.has(w))
          .map(stem),
      ),
    ],
  };
}

/** What a body is for: "the ministry of Defence", "the association of importers". */
function fieldAfter(noun: HeadNoun, linked: readonly Word[]): readonly Word[] {
  if (noun.role !== null || kindOfClass(noun.body) !== 'Agency') return [];
  const ends = linked.findIndex((w) => COMPLEMENT_STARTS.has(w.lower));
  const words = ends < 0 ? linked : linked.slice(0, ends);
  if (words.some((w) => DETERMINERS.has(w.lower)) || countryIn(words.map((w) => w.text)) !== null) return [];
  const common = (w: Word) => !w.capital || (noun.body === 'ministry' && wordRanks().has(w.lower));
  return words.every(common) ? words : [];
}

/** Adds what stands behind a comma: a name, an office, "who chairs …". */
function addApposition(text: string, span: Span, into: Phrase, words: readonly Word[]): Phrase {
  const first = words[0]?.lower ?? '';
  if (first === 'who' && LEADING_VERBS.has(words[1]?.lower ?? '') && into.owner === null) {
    const a = words[2];
    const b = words.at(-1);
    const owner = a && b ? readPhrase(text, [span[0] + a.start, span[0] + b.end]) : null;
    return {
      ...into,
      owner,
      noun: into.noun ?? headNoun(['head']),
      words: merge(into.words, contentWords(words)),
    };
  }
  // "who shares his name with the head coach" describes somebody else.
  if (words.some((w) => w.lower === 'name')) return into;
  if (COMPLEMENT_STARTS.has(first) || /^\d|^(?:like|such)$/.test(first))
    return { ...into, words: merge(into.words, contentWords(words)) };
  const other = readSegment(
    text,
    span,
    { ...into, name: null, noun: null, owner: null, country: null, words: [] },
    words,
  );
  if (other.name !== null && into.name === null && (into.noun?.role ?? null) !== null && !into.plural)
    return {
      ...into,
      form: 'name',
      name: other.name,
      nameClass: null,
      words: merge(into.words, other.words),
    };
  if (namesBody(into, other))
    return { ...into, form: 'name', name: other.name, words: merge(into.words, other.words) };
  const holder = namesHolder(into, other) ? untabled(into) : null;
  if (holder !== null)
    return {
      ...into,
      form: 'name',
      name: other.name,
      noun: holder,
      modifiers: [],
      gender: other.gender,
      words: merge(into.words, other.words),
    };
  if (into.name !== null && into.noun === null && other.noun !== null && other.name === null)
    return {
      ...into,
      noun: asFirm(into, other.noun),
      nameClass: other.noun.role === null ? other.noun.body : into.nameClass,
      owner: other.owner ?? into.owner,
      country: into.country ?? other.country,
      gender: other.gender ?? into.gender,
      words: merge(into.words, other.words),
    };
  return { ...into, owner: into.owner ?? other.owner, words: merge(into.words, other.words) };
}

/** "the insurer, Balt Mutual": the name of the body just described. */
const namesBody = (into: Phrase, other: Phrase): boolean =>
  into.form === 'definite' &&
  into.name === null &&
  other.name !== null &&
  (other.noun === null || other.noun.role === null) &&
  into.noun?.role === null &&
  kindOfClass(into.noun.body) === 'Agency';

/** "Halden Lines, the owner": a role that companies have as well, of a name that is a company’s. */
const asFirm = (into: Phrase, noun: HeadNoun): HeadNoun =>
  into.nameClass === 'company' && FIRMS.has(noun.noun) ? { ...noun, role: null, body: 'company' } : noun;

/** "a criminologist at the university, Bo Iversen": a full name behind a noun that no table has is of a person. */
const namesHolder = (into: Phrase, other: Phrase): boolean =>
  into.noun === null &&
  into.name === null &&
  other.noun === null &&
  other.nameClass === null &&
  (other.name?.split(' ').length ?? 0) > 1;

/** "its chief paediatrician": who is chief of a trade, by a noun that no table has. */
const chiefOfTrade = (core: readonly Word[]): HeadNoun | null => {
  const noun = core.at(-1);
  const chief = core.length === 2 && core[0]?.lower === 'chief' && noun?.capital === false;
  return chief ? { noun: noun.lower, length: 2, plural: false, role: 'head', body: null } : null;
};

/** What somebody is by a noun of no table. */
const untabled = (into: Phrase): HeadNoun | null => {
  const noun = into.modifiers.at(-1);
  return noun === undefined ? null : { noun, length: 1, plural: false, role: 'occupation', body: null };
};

const contentWords = (words: readonly Word[]) =>
  words
    .map((w) => w.lower)
    .filter((w) => !EMPTY_WORDS.has(w))
    .map(stem);
const merge = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
function countryOfWords(possessor: readonly Word[], noun: HeadNoun | null): string | null {
  const spelled = possessor.map((w) => w.text);
  const known = countryIn(spelled);
  if (known !== null) return known;
  return noun !== null && isNationalClass(noun.body) ? capitalTail(possessor) : null;
}

/** A body that stands for a country belongs to whatever name owns it: "Keldavia’s general staff". */
const capitalTail = (words: readonly Word[]): string | null => {
  const name = words.filter((w) => w.capital);
  return name.length > 0 && name.length === words.length ? name.map((w) => w.text).join(' ') : null;
};

const unknownCountry = (before: readonly Word[]): string | null =>
  before.find((w) => looksLikeAdjective(w.text))?.text ?? null;

/** "South" of "South Korean". */
const countryWord = (core: readonly Word[], word: string): boolean =>
  core.some((w, i) => {
    const found = w.capital ? countryAt(core.slice(i).map((x) => x.text)) : null;
    return found !== null && core.slice(i, i + found.length).some((x) => stem(x.lower) === word);
  });

const titleGender = (core: readonly Word[]): Gender => {
  const title = core.find((w) => TITLES.has(w.lower))?.lower;
  return title === undefined ? null : genderOf(title);
};
