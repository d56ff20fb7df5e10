// Where somebody calls untrue, or belittles, what others have said.
import type { Token } from '../../text/types.ts';
import { NOUN_CUES } from './cues.ts';
import type { Passage } from './passage.ts';
import { phraseStartingAt } from './phrase.ts';
import { VERB_NEGATIONS, wordSet } from './words.ts';

const words = wordSet('acts');
const DISCREDITING = words('discrediting');
const BELITTLING = words('belittling');
const SAID_THINGS = words('said things');
const NAMING = words('naming a thing');

/** "called the claim “pure invention”", "dismissed the reports as speculation", "were “a lie”". */
export function discredits({ cue, content }: Passage): boolean {
  if (cue.some((token) => DISCREDITING.has(token.norm)))
    return !cue.some((token) => VERB_NEGATIONS.has(token.norm));
  const names = cue.some(isNaming);
  const at = names ? predicateAt(cue, content) : -1;
  const ends = names && at < 0 && content.slice(-6).some((token) => DISCREDITING.has(token.norm));
  return ends || (at > 0 && isDiscredit(content, at)) || verdictAt(content) >= 0;
}

/** A verb by which somebody says what a thing is: "called", "dismissed … as". */
export const isNaming = (token: Token): boolean => NAMING.has(token.lemma);

/**
 * "called | the claim | “pure invention”", "slammed | the reports | as “grotesque”": where the content of a naming verb
 * says what it calls the thing; -1 where it does not. Tokens of the content without its quotation marks.
 */
export function predicateAt(cue: readonly Token[], content: readonly Token[]): number {
  const as = content.findIndex((token, i) => i > 0 && token.norm === 'as');
  if (as > 0 && as < content.length - 1) return as;
  if (!cue.some((token) => token.lemma === 'call' || token.lemma === 'brand' || token.lemma === 'label'))
    return -1;
  const quoted = content.findIndex((token, i) => i > 0 && followsMark(content[i - 1], token));
  const end = phraseStartingAt(content, 0, quoted > 0 ? quoted : content.length);
  const next = end === null ? undefined : content[end];
  return end !== null && next !== undefined && OPENS_PREDICATE.has(next.pos) && next.norm !== 'that'
    ? end
    : -1;
}

/** A quotation mark stood between them, which the content is without: "called the report “false …”". */
const followsMark = (before: Token | undefined, token: Token): boolean =>
  before !== undefined && token.span[0] - before.span[1] > 1;

const OPENS_PREDICATE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADV', 'NUM', 'PRON']);

/** The predicate says that the thing is untrue, or belittles what somebody has said. */
export function isDiscredit(content: readonly Token[], at: number): boolean {
  const predicate = content.slice(at);
  if (predicate.some((token) => DISCREDITING.has(token.norm))) return true;
  const thing = content.slice(0, at);
  const said = thing.some(
    ({ lemma, norm }) =>
      NOUN_CUES.get(lemma)?.class === 'statement' ||
      /^(?:that|this|it|them)$/.test(norm) ||
      SAID_THINGS.has(lemma),
  );
  return said && predicate.some((token) => BELITTLING.has(token.norm));
}

/** How soon behind its verb a verdict must come ("were nothing but a lie"). In tokens. */
const VERDICT = 5;

/** "Reports that the bridge had fallen | were “a lie”": where the verdict on what others said begins; -1 where there is none. */
export function verdictAt(content: readonly Token[]): number {
  // at the head of a sentence the tagger takes "Reports" for a name
  const said = content.findIndex(
    ({ lemma, norm }) =>
      (NOUN_CUES.get(lemma) ?? NOUN_CUES.get(norm.replace(/s$/, '')))?.class === 'statement',
  );
  if (said < 0 || said > 2) return -1;
  return content.findIndex((token, i) => {
    const behind = content.slice(i + 1, i + 1 + VERDICT);
    return (
      i > said &&
      token.lemma === 'be' &&
      behind.some(({ norm }) => DISCREDITING.has(norm)) &&
      !behind.some(({ norm }) => VERB_NEGATIONS.has(norm))
    );
  });
}
