// Where somebody holds to what was said before: "The police stood by their count of 2,000 marchers".
import type { Found } from './attributions.ts';
import { phraseStartingAt } from './phrase.ts';
import { subjectBefore } from './subject.ts';
import type { Page, Unit } from './unit.ts';
import { groupStart, isUnreal } from './verb-group.ts';
import { wordSet } from './words.ts';

const words = wordSet('retractions');
const UPHOLDING = words('upholding');
const SAYINGS = words('sayings');

/** Attributions by verbs of holding to, in text order; what is held to has to be something said. Linear in the number of tokens. */
export function upheldFrames(page: Page, unit: Unit): Found[] {
  const { tokens, quoted } = page;
  const found: Found[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const verb = tokens[i];
    const first = i + 2;
    if (verb?.pos !== 'VERB' || !UPHOLDING.has(`${verb.lemma} ${tokens[i + 1]?.norm ?? ''}`)) continue;
    const start = groupStart(page, i);
    if ((quoted[i] ?? -1) >= 0 || tokens[start - 1]?.norm === 'to') continue;
    if (isUnreal(tokens.slice(start, i))) continue;
    const end = phraseStartingAt(tokens, first, unit.tokens[1]);
    const subject = subjectBefore(page, unit.tokens[0], start);
    if (end === null || subject === null) continue;
    if (!tokens.slice(first, end).some(({ lemma }) => SAYINGS.has(lemma))) continue;
    found.push({
      source: [subject],
      cue: [[start, first]],
      content: [[first, end]],
      lemma: verb.lemma,
      kind: 'upheld',
    });
  }
  return found;
}
