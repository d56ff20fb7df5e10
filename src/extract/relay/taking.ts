// "X had it from Y", "picked up the story from X", "has learned from Y".
import { isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { type Context, type Link, named } from './context.ts';
import { isDocument, isOutlet, isOwnOutlet, isParty, isSomebody, THINGS_TAKEN } from './words.ts';

/** "which had taken it from the blog", "picked up the story from X". */
export function taken(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  const { tokens } = page;
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 5; k++) {
    const token = tokens[k];
    if (token === undefined || isComma(token) || token.pos === 'VERB') return [];
    if (token.norm !== 'from') continue;
    const end = phraseStartingAt(tokens, k + 1, unit.tokens[1]);
    const anaphoric = tokens.slice(i + 1, k).some((word) => THINGS_TAKEN.has(word.norm));
    const learned = tokens[i]?.lemma === 'learn' && k === i + 1;
    if (
      end === null ||
      !(anaphoric || learned) ||
      !(
        isOutlet(page, [k + 1, end]) ||
        isDocument(page, [k + 1, end]) ||
        (learned ? isSomebody : isParty)(page, [k + 1, end])
      )
    )
      return [];
    const subject = antecedent(page, unit, i);
    return subject === null || (learned && !isOutlet(page, subject) && !isOwnOutlet(page, subject))
      ? []
      : [
          {
            relayer: subject,
            upstream: [k + 1, end],
            cue: [i, k + 1],
            content: null,
            kind: 'cites',
            certainty: 'explicit',
          },
        ];
  }
  return [];
}

function antecedent(page: Page, unit: Unit, i: number): Range | null {
  const start = groupStart(page, i);
  const subject = subjectBefore(page, unit.tokens[0], start);
  return subject === null ? null : named(page, subject);
}
