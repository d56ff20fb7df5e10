// What one part of a noun phrase without commas says of a source.
import { wordRanks } from '../../text/rarity.ts';
import type { Span } from '../../text/types.ts';
import { countryIn, looksLikeAdjective } from './countries.ts';
import {
  CHANNELS,
  COMPLEMENT_STARTS,
  classInName,
  DETERMINERS,
  EMPTY_WORDS,
  genderOf,
  type HeadNoun,
  isOfficialClass,
  kindOfClass,
  TITLES,
  UTTERANCES,
} from './lexicon.ts';
import type { Form, Phrase } from './phrase.ts';
import { countryOf, isCountryWord } from './phrase-country.ts';
import { ownerOf, type Reader, roleIn } from './phrase-owner.ts';
import { type Parts, partsOf } from './phrase-parts.ts';
import type { Gender } from './pronouns.ts';
import { stem, type Word } from './words.ts';

/** What one part without commas says; `blank` gives what it does not, `read` reads the phrases inside it. */
export function readSegment(read: Reader, span: Span, blank: Phrase, words: readonly Word[]): Phrase {
  const parts = partsOf(words);
  const { opening, possessor, core, complement, link, linked, leads, name, noun } = parts;
  const at = (of: readonly Word[]): Span | null => {
    const a = of[0];
    const b = of.at(-1);
    return a && b ? [span[0] + a.start, span[0] + b.end] : null;
  };
  const role = roleIn(parts);
  const field = noun === null || name !== null || link !== 'of' ? [] : fieldAfter(noun, linked);
  return {
    ...blank,
    form: formOf(parts),
    name,
    nameClass: nameClassOf(name, noun),
    noun: leads && noun !== null && noun.role !== null ? { ...noun, role } : noun,
    owner: ownerOf(read, at, words, parts),
    country: countryOf(parts, field),
    plural: noun?.plural ?? false,
    gender: noun === null ? titleGender(core) : genderOf(noun.noun),
    ordinal: opening.ordinal,
    modifiers: name !== null ? [] : modifiersIn(parts, field),
    restricted: name !== null && role === null && link === 'of' && linked.length > 0,
    words: [...new Set(contentWords([...possessor, ...core, ...complement]))],
  };
}

function formOf({ opening, possessor, core, name, noun }: Parts): Form {
  const whole = core.map((w) => w.lower).join(' ');
  if (noun === null && UTTERANCES.has(whole)) return 'utterance';
  if (name !== null) return 'name';
  if (CHANNELS.has(whole)) return 'channel';
  const owned = possessor.length > 0 && !opening.indefinite;
  return opening.definite || owned || (opening.length === 0 && standsAlone(noun)) ? 'definite' : 'indefinite';
}

/** "Police", "parliament": an authority that needs no article to be the one that everybody knows. */
const standsAlone = (noun: HeadNoun | null): boolean =>
  noun !== null && noun.role === null && !noun.plural && isOfficialClass(noun.body);

const nameClassOf = (name: string | null, noun: HeadNoun | null): string | null => {
  if (noun?.body && noun.role === null) return noun.body;
  return name === null ? null : classInName(name.split(' '));
};

/** Stemmed words before the noun, and what it is for, without countries. */
const modifiersIn = ({ possessor, before, core }: Parts, field: readonly Word[]): readonly string[] =>
  [...possessor.filter((w) => !w.capital), ...before, ...field]
    .filter((w) => countryIn([w.text]) === null && !looksLikeAdjective(w.text))
    .map((w) => stem(w.lower))
    .filter((w) => !EMPTY_WORDS.has(w) && !isCountryWord(core, w));

/** Words that describe, stemmed. */
export const contentWords = (words: readonly Word[]) =>
  words
    .map((w) => w.lower)
    .filter((w) => !EMPTY_WORDS.has(w))
    .map(stem);

/** What a body is for: "the ministry of Defence", "the association of importers". */
function fieldAfter(noun: HeadNoun, linked: readonly Word[]): readonly Word[] {
  if (noun.role !== null || kindOfClass(noun.body) !== 'Agency') return [];
  const ends = linked.findIndex((w) => COMPLEMENT_STARTS.has(w.lower));
  const words = ends < 0 ? linked : linked.slice(0, ends);
  if (words.some((w) => DETERMINERS.has(w.lower)) || countryIn(words.map((w) => w.text)) !== null) return [];
  const common = (w: Word) => !w.capital || (noun.body === 'ministry' && wordRanks().has(w.lower));
  return words.every(common) ? words : [];
}

const titleGender = (core: readonly Word[]): Gender => {
  const title = core.find((w) => TITLES.has(w.lower))?.lower;
  return title === undefined ? null : genderOf(title);
};
