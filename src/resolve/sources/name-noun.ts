// The core of a noun phrase: its proper name, its head noun, and what stands before them.
import { countryAt, countryIn, looksLikeAdjective } from './countries.ts';
import {
  COMPLEMENT_STARTS,
  classInName,
  type HeadNoun,
  headNoun,
  kindOfClass,
  OFFICES,
  SURNAMES,
  TITLES,
} from './lexicon.ts';
import type { Word } from './words.ts';

/** Where the phrase's own words end and "of …", "who …" begin; a proper name runs on over "of", "for", "and". */
export function complementStart(words: readonly Word[], from: number): number {
  for (let i = from + 1; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.capital || !COMPLEMENT_STARTS.has(word.lower)) continue;
    const before = words[i - 1];
    const after = words[i + 1];
    const runsOn =
      before?.capital === true &&
      after?.capital === true &&
      !before.possessive &&
      /^(?:of|for|and|de|del|da|do|di|du|des)$/.test(word.lower) &&
      headNoun(words.slice(from, i).map((w) => w.lower))?.role === null;
    if (!runsOn) return i;
  }
  return words.length;
}

/** With the ending of a possessive: "prosecutor’s". */
const spelled = ({ lower, possessive }: Word): string =>
  possessive ? `${lower}’${lower.endsWith('s') ? '' : 's'}` : lower;

/** A noun of which a possessive is part: "prosecutor’s office". */
export function ownedNoun(core: readonly Word[]): HeadNoun | null {
  const noun = headNoun(core.map((w, i) => (i < core.length - 1 ? spelled(w) : w.lower)));
  return noun !== null && core.slice(-noun.length).some((w) => w.possessive) ? noun : null;
}

/** Parts the core into a proper name, a head noun, and what stands before them. */
export function nameAndNoun(
  core: readonly Word[],
  determined: boolean,
): {
  name: string | null;
  noun: HeadNoun | null;
  before: readonly Word[];
} {
  const lower = core.map((w, i) => (i < core.length - 1 ? spelled(w) : w.lower));
  const join = (of: readonly Word[]) => of.map((w) => w.text).join(' ');
  let tail = core.length;
  while (tail > 0 && (core[tail - 1]?.capital || (tail < core.length && isParticle(core[tail - 1]?.lower))))
    tail--;
  const named = core.slice(tail);
  const surname =
    named.length > 1 && SURNAMES.has(named.at(-1)?.lower ?? '') && !SURNAMES.has(lower.slice(-2).join(' '));
  const ending = surname ? null : headNoun(lower);
  const title = named.findLastIndex((w, i) => TITLES.has(w.lower) && i < named.length - 1);
  if (title >= 0) {
    const before = core.slice(0, tail + title);
    return { name: join(named.slice(title + 1)), noun: headNoun(before.map((w) => w.lower)), before: [] };
  }
  // "the fire Department", "Prosecutors", "Prime Minister": nouns in capitals; but "The Post", "the Courier".
  const titles = ending?.body === 'document' || ending?.body === 'data' || isOutletName(core);
  const single = determined && core.length === 1 && titles;
  const swallowed =
    ending !== null &&
    !single &&
    (ending.length >= named.length || /^(?:voice|head|office)$/.test(ending.role ?? ''));
  if (named.length === 0 || swallowed) return nounOnly(core, ending);
  const titled = ending?.body === 'document' || ending?.body === 'data';
  if (ending !== null && ending.role === null && !titled) {
    const skip = countryAt(named.map((w) => w.text));
    const from =
      skip !== null && skip.form === 'adjective' && named.length - skip.length > 1 ? skip.length : 0;
    return { name: join(named.slice(from)), noun: ending, before: core.slice(0, tail + from) };
  }
  for (let i = core.length - 1; i > 0; i--) {
    const noun = headNoun(lower.slice(0, i));
    if (noun === null || i < tail) continue;
    const ofName = noun.role === null && core.slice(i - noun.length, i).every((w) => w.capital);
    if (ofName || (noun.role === 'general' && core[i - 1]?.capital)) continue;
    const office = OFFICES.has(noun.noun) ? { ...noun, role: 'office' as const } : noun;
    return { name: join(core.slice(i)), noun: office, before: core.slice(0, i - noun.length) };
  }
  const skip = named.findIndex(
    (w, i) => !TITLES.has(w.lower) && countryAt(named.slice(i).map((x) => x.text))?.form !== 'adjective',
  );
  const kept = named.slice(skip > 0 && skip < named.length ? skip : 0);
  const pre = headNoun(lower.slice(0, core.length - kept.length)) ?? bodyBeforeParticle(lower);
  return {
    name: join(kept),
    noun: pre,
    before: core.slice(0, core.length - kept.length - (pre?.length ?? 0)),
  };
}

const isOutletName = (core: readonly Word[]): boolean =>
  core.every((w) => w.capital) && classInName(core.map((w) => w.text)) === 'outlet';

/** "Center for …", "Ministry of …": the noun before the particle heads the name. */
const bodyBeforeParticle = (lower: readonly string[]): HeadNoun | null => {
  const particle = lower.findIndex((word, i) => i > 0 && /^(?:of|for)$/.test(word));
  const noun = particle > 0 ? headNoun(lower.slice(0, particle)) : null;
  return noun?.role === null ? noun : null;
};

/** No name at the end; one before a body's noun names it: "the VNS news agency", "the Rand shipyard". */
function nounOnly(core: readonly Word[], noun: HeadNoun | null) {
  const before = core.slice(0, core.length - (noun?.length ?? 0));
  const names = before.filter((w, i) => w.capital && (i > 0 || before.length > 1 || noun !== null));
  const proper = names.filter(
    (w) =>
      countryAt([w.text]) === null &&
      !looksLikeAdjective(w.text) &&
      countryIn(before.map((x) => x.text)) === null,
  );
  const takesName =
    noun !== null &&
    noun.role === null &&
    /^(?:Agency|Outlet)$/.test(kindOfClass(noun.body) ?? '') &&
    proper.length > 0;
  if (!takesName || noun === null) return { name: null, noun, before };
  const text = proper.map((w) => w.text).join(' ');
  return { name: kindOfClass(noun.body) === 'Outlet' ? text : `${text} ${noun.noun}`, noun, before: [] };
}

/** The part before a speaker's noun that names whose voice it is: "works council" chair, "Norrik" spokeswoman. */
export function ownerPart(before: readonly Word[]): readonly Word[] {
  const lower = before.map((w) => w.lower);
  const noun = headNoun(lower);
  if (noun !== null && noun.role === null) return before;
  const capital = before.findIndex(
    (w) => w.capital && !looksLikeAdjective(w.text) && countryAt([w.text])?.form !== 'adjective',
  );
  return capital >= 0 && before.slice(capital).every((w) => w.capital) ? before.slice(capital) : [];
}

const isParticle = (word: string | undefined): boolean =>
  word !== undefined &&
  /^(?:de|del|da|do|di|du|des|von|van|der|den|al|el|bin|ibn|la|le|y|zu|of|and|the|for)$/.test(word);
