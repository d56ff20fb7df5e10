// The parts of a noun phrase without commas: what opens it, who owns it, its core, and what stands behind.
import { DEFINITE, DETERMINERS, type HeadNoun, LEADING_VERBS, ORDINALS, OWNER_LINKS } from './lexicon.ts';
import { complementStart, nameAndNoun, ownedNoun } from './name-noun.ts';
import type { Word } from './words.ts';

/** What stands before the noun and its attributes. */
interface Opening {
  /** Number of its words. */
  readonly length: number;
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly ordinal: boolean;
}

export interface Parts {
  readonly opening: Opening;
  /** "Norrik’s" of "Norrik’s spokeswoman". */
  readonly possessor: readonly Word[];
  readonly core: readonly Word[];
  /** From "of …", "who …" on. */
  readonly complement: readonly Word[];
  /** First word of the complement, or empty. */
  readonly link: string;
  /** Who stands behind a link that may tell whose voice this is. */
  readonly linked: readonly Word[];
  /** "who chairs …" */
  readonly leads: boolean;
  readonly name: string | null;
  readonly noun: HeadNoun | null;
  /** Words of the core before name and noun. */
  readonly before: readonly Word[];
}

/** Cuts a part without commas. O(its words). */
export function partsOf(words: readonly Word[]): Parts {
  const opening = openingOf(words);
  const cut = complementStart(words, opening.length);
  const complement = words.slice(cut);
  const [possessor, core] = possessorAndCore(words.slice(opening.length, cut));
  const read = nameAndNoun(core, words[0]?.lower === 'the');
  const link = complement[0]?.lower ?? '';
  const linked = linkedBy(link, complement);
  return {
    opening,
    possessor,
    core,
    complement,
    link,
    linked,
    leads: link === 'who' && linked.length > 0,
    name: read.name,
    noun: read.noun ?? (read.name === null ? chiefOfTrade(core) : null),
    before: read.before,
  };
}

function openingOf(words: readonly Word[]): Opening {
  const end = words.findIndex(
    ({ possessive, lower }, i) =>
      i >= words.length - 1 || possessive || !(ORDINALS.has(lower) || DETERMINERS.has(lower)),
  );
  const opening = words.slice(0, Math.max(0, end)).map(({ lower }) => lower);
  return {
    length: opening.length,
    definite: opening.some((word) => DEFINITE.has(word)),
    indefinite: opening.some((word) => word === 'a' || word === 'an'),
    ordinal: opening.some((word) => ORDINALS.has(word)),
  };
}

/** A possessive inside the noun itself ("prosecutor’s office") owns nothing. */
function possessorAndCore(
  words: readonly Word[],
): readonly [possessor: readonly Word[], core: readonly Word[]] {
  const office = ownedNoun(words);
  const at = words
    .slice(0, words.length - (office?.length ?? 0))
    .findLastIndex((w, i) => w.possessive && i < words.length - 1);
  return [words.slice(0, at + 1), words.slice(at + 1)];
}

function linkedBy(link: string, complement: readonly Word[]): readonly Word[] {
  if (OWNER_LINKS.has(link)) return complement.slice(1);
  return link === 'who' && LEADING_VERBS.has(complement[1]?.lower ?? '') ? complement.slice(2) : [];
}

/** "its chief paediatrician": who is chief of a trade, by a noun that no table has. */
const chiefOfTrade = (core: readonly Word[]): HeadNoun | null => {
  const noun = core.at(-1);
  const chief = core.length === 2 && core[0]?.lower === 'chief' && noun?.capital === false;
  return chief ? { noun: noun.lower, length: 2, plural: false, role: 'head', body: null } : null;
};
