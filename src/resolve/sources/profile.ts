// What a local source brings to a comparison over articles: its names and descriptions, read again.
import { nameStem } from '../claims/words.ts';
import type { LocalSource, Reading } from '../types.ts';
import { type HeadNoun, headNoun, isGenericClass, isNationalClass, RELATIONS } from './lexicon.ts';
import { nameWords } from './names.ts';
import type { Phrase } from './phrase.ts';
import { readPhrase } from './read-phrase.ts';
import { stem } from './words.ts';

export interface Profile {
  readonly source: LocalSource;
  /** Its own proper names. */
  readonly names: readonly string[];
  /** Names of people who speak for it. */
  readonly voices: readonly string[];
  readonly nouns: readonly HeadNoun[];
  /** Classes of body. */
  readonly classes: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  /** Classes and nouns that tell the field of a person: "works council", "lawyer". */
  readonly fields: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Words of each body that a person leads, or is named with ("X of the rescue service"). */
  readonly bodies: readonly ReadonlySet<string>[];
  readonly person: boolean;
  /** A name of which nothing tells whether it is a person’s or a body’s. */
  readonly bare: boolean;
  readonly plural: boolean;
  readonly national: boolean;
  /** A full name that the text tells apart from another ("of the …", "shares his name with"). */
  readonly toldApart: boolean;
}

/** What `joinSources` needs of a reading. */
export interface Side {
  readonly reading: Reading;
  readonly profiles: readonly Profile[];
  readonly outlet: Profile | null;
  /** Words of the names of its sources and of whom and what its claims name, stemmed. */
  readonly cast: ReadonlySet<string>;
  /** For each source the outlets through which the article has it. */
  readonly through: ReadonlyMap<string, readonly Profile[]>;
}

const sides = new WeakMap<Reading, Side>();

/** The reading prepared for comparing; kept as long as the reading is. */
export function sideOf(reading: Reading): Side {
  const known = sides.get(reading);
  if (known !== undefined) return known;
  const side = prepare(reading);
  sides.set(reading, side);
  return side;
}

function prepare(reading: Reading): Side {
  const profiles = reading.sources.map(profileOf);
  const byId = new Map(profiles.map((p) => [p.source.id, p]));
  const sourceOf = new Map(reading.statements.map((s) => [s.id, s.source]));
  const party = (id: string) => byId.get(sourceOf.get(id) ?? id);
  const through = new Map<string, Profile[]>();
  for (const { from, to } of reading.reliances) {
    const [outlet, upstream] = [party(from), party(to)];
    if (outlet?.source.kind !== 'Outlet' || upstream === undefined) continue;
    through.set(upstream.source.id, [...(through.get(upstream.source.id) ?? []), outlet]);
  }
  const outlet = reading.outlet === null ? null : (byId.get(reading.outlet) ?? null);
  const names = profiles.flatMap((p) => [...p.names, ...p.voices]).flatMap(nameWords);
  const entities = reading.claims.flatMap((c) => c.features.entities);
  const cast = new Set([...names.map((word) => `@${nameStem(word)}`), ...entities]);
  return { reading, profiles, outlet, cast, through };
}

function profileOf(source: LocalSource): Profile {
  const texts = [...new Set([source.name, ...source.aliases])];
  const phrases = texts.map((text) => readPhrase(text, [0, text.length]));
  const voice = (p: Phrase) => p.noun?.role != null && source.kind !== 'Person' && source.kind !== 'Group';
  const own = phrases.filter((p) => !voice(p));
  const voices = [...new Set(phrases.filter(voice).flatMap((p) => p.name ?? []))];
  const names = [...new Set(own.flatMap((p) => p.name ?? []))].filter((name) => !voices.includes(name));
  const nouns = own.flatMap((p) => p.noun ?? []);
  const classes = new Set(own.flatMap((p) => (p.noun?.role ? [] : (p.nameClass ?? p.noun?.body ?? []))));
  const bare =
    source.kind === 'Person' &&
    names.length > 0 &&
    phrases.every(
      (p) => (p.noun === null && p.nameClass === null && p.gender === null) || isMereVoice(p, names),
    );
  const named = new Set([...names, ...voices].flatMap(nameWords).map(stem));
  return {
    source,
    names: source.kind === 'Outlet' ? outletNames(texts, names) : names,
    voices,
    nouns,
    classes,
    modifiers: new Set(
      own.flatMap((p) => [
        ...p.modifiers,
        ...(p.noun?.role === null ? nameWords(p.name ?? '').map(stem) : []),
      ]),
    ),
    fields: new Set(phrases.flatMap(fieldsOf)),
    words: new Set(phrases.flatMap((p) => p.words).filter((w) => !named.has(w))),
    bodies: source.kind === 'Person' ? bodiesOf(source, phrases) : [],
    person: source.kind === 'Person' && !bare,
    bare,
    plural: source.kind === 'Group',
    national: [...classes].some(
      (body) => isNationalClass(body) && !(isGenericClass(body) && source.country === null),
    ),
    toldApart:
      phrases.some((p) => p.restricted) ||
      texts.some((t) => /\bshares? (?:his|her|a|the)(?: \w+)? ?(?:sur)?name with\b|\bno relation\b/i.test(t)),
  };
}

/** "A spokesman", "a spokesman for Kellmar": firms have one, and people as well. */
const isMereVoice = (p: Phrase, names: readonly string[]): boolean =>
  p.name === null && p.noun?.role === 'voice' && (p.owner === null || names.includes(p.owner.name ?? ''));

/** An outlet’s name counts as it stands ("Velmark Today"); descriptions of it give what they name. */
const outletNames = (texts: readonly string[], names: readonly string[]): readonly string[] => {
  const titles = texts
    .map((text) => text.replace(/^the /i, ''))
    .filter((text) => text.split(' ').every((word) => /^[\p{Lu}\d]/u.test(word)));
  return [...new Set([...titles, ...names.filter((name) => !titles.some((title) => title.includes(name)))])];
};

function bodiesOf(source: LocalSource, phrases: readonly Phrase[]): readonly ReadonlySet<string>[] {
  const speaking = phrases.filter(
    ({ noun }) => noun === null || noun.role === 'head' || noun.role === 'voice',
  );
  const owners = speaking.flatMap(({ owner }) =>
    owner !== null && owner.noun?.role === null ? [new Set(owner.words)] : [],
  );
  const leads = speaking.some(({ noun }) => noun?.role === 'head');
  return leads ? [...owners, new Set(source.descriptors)] : owners;
}

/** What somebody does or belongs to, as far as it tells people apart. */
function fieldsOf(phrase: Phrase): readonly string[] {
  const role = phrase.noun?.role;
  const bodies = [
    phrase.owner?.nameClass,
    phrase.owner?.noun?.role === null ? phrase.owner.noun.body : null,
    phrase.noun?.role ? phrase.noun.body : null,
  ];
  const inside = (phrase.noun?.noun ?? '')
    .split(' ')
    .map((word) => headNoun([word]))
    .filter((n) => n?.role === null)
    .map((n) => n?.body);
  const known = [...bodies, ...inside].flatMap((body) => (body && !isGenericClass(body) ? [body] : []));
  const last = phrase.noun?.noun.split(' ').at(-1);
  return (role === 'occupation' && !RELATIONS.has(last ?? '')) || role === 'office'
    ? [...known, ...(last === undefined ? [] : [last])]
    : known;
}
