// Who stands behind what another has said: "backed her account", "his story is supported by a second guard".
import { NOUN_CUES } from './cues.ts';
import type { Passage } from './passage.ts';
import { phraseStartingAt } from './phrase.ts';
import { VERB_NEGATIONS, wordSet } from './words.ts';

const words = wordSet('acts');
const BEARING_OUT = words('bearing out');
const SAID_THINGS = words('said things');

/** The cue bears something out, and the content names something that was said, and no more. */
export function bearsOut({ cue, content }: Passage): boolean {
  const bears = cue.some(({ lemma }) => BEARING_OUT.has(lemma));
  if (!bears || cue.some(({ norm }) => VERB_NEGATIONS.has(norm))) return false;
  const end = phraseStartingAt(content, 0, content.length) ?? 0;
  return content
    .slice(0, end)
    .some(({ lemma }) => NOUN_CUES.get(lemma)?.class === 'statement' || SAID_THINGS.has(lemma));
}
