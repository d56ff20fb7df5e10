// Events: what a claim says that happened, when and where.
import { tokensIn } from '../text/lookup.ts';
import type { Document, Token } from '../text/types.ts';
import { placePhrase } from './claims/details.ts';
import type { Cluster } from './claims/gather.ts';
import type { Placed } from './claims/placed.ts';
import { EVENT_CONCEPTS, wordSet } from './claims/words.ts';
import { resolveSaid } from './dates.ts';
import type { LocalEvent } from './types.ts';

const TIME = wordSet('time');

/** Whether a claim says that its event happened: told as certain, of the past, by a verb of doing or a noun of event. */
export const isOccurrence = (cluster: Cluster): boolean =>
  cluster.detailOf === null &&
  cluster.places.some(({ proposition }) => {
    const { features, factuality, anaphoric, role, tokens } = proposition;
    if (
      anaphoric ||
      role === 'basis' ||
      features.prospective ||
      features.negated ||
      !factuality.startsWith('CT')
    )
      return false;
    return features.content.some((key) => EVENT_CONCEPTS.has(key)) || tokens.some(isPastVerb);
  });

const isPastVerb = (token: Token): boolean =>
  token.pos === 'VERB' && token.norm !== token.lemma && !/(?:s|ing)$/.test(token.norm);

/** The event of a claim, with the day and the place that its wordings give. */
export function eventOf(
  document: Document,
  id: string,
  description: string,
  { places }: Cluster,
): LocalEvent {
  const said = places.map((place) => dayOf(document, place)).find((day) => day !== null);
  const where = places
    .map(({ proposition }) => placeIn(document.article.text, placePhrase(proposition.tokens) ?? []))
    .find((words) => words.length > 0);
  const [first, last] = [where?.[0], where?.at(-1)];
  return {
    id,
    description,
    from: said?.from ?? null,
    to: said?.to ?? null,
    place: first && last ? document.article.text.slice(first.span[0], last.span[1]) : null,
  };
}

/** Of words behind a preposition those that name a place: up to a verb, a number or a time, and with a name among them. */
function placeIn(text: string, [, ...words]: readonly Token[]): readonly Token[] {
  // Parts of names and bare nouns ("lock") are taken for verbs now and then.
  const isName = ({ span }: Token) => /^\p{Lu}/u.test(text.slice(...span));
  const end = words.findIndex((w) => isTime(w) || (!isName(w) && endsPlace(w)));
  const before = end < 0 ? words : words.slice(0, end);
  const last = before.findLastIndex((w) => ['PROPN', 'NOUN', 'VERB'].includes(w.pos) || isName(w));
  const named = before.slice(0, last + 1);
  return named.some(({ pos }) => pos === 'PROPN') ? named : [];
}

const endsPlace = ({ pos, norm, lemma }: Token): boolean =>
  pos === 'VERB' ? norm !== lemma : ['AUX', 'NUM', 'PART'].includes(pos);

const isTime = ({ norm }: Token): boolean => TIME.has(norm) || /\d/.test(norm);

/** The days that the time words of a wording give, or null where they give none. */
function dayOf(document: Document, { proposition }: Placed) {
  const { tokens } = proposition;
  const at = tokens.findIndex((token) => TIME.has(token.norm));
  const time = tokens[at];
  if (time === undefined) return null;
  const [first, last] = [tokens[Math.max(0, at - 2)] ?? time, tokens[at + 1] ?? time];
  if (tokensIn(document, [first.span[0], last.span[1]]).length > 5) return null;
  const said = resolveSaid(
    document.article.text.slice(first.span[0], last.span[1]),
    document.article.publishedOn,
  );
  return said.from === null ? null : said;
}
