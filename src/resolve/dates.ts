// When something was said: time words and the article's date → an interval of days.
import type { Day } from '../read/types.ts';
import type { Said } from './types.ts';

/** Which way a bare weekday, month or day without year looks from the article's date. */
export type Tense = 'past' | 'future';

/**
 * The interval of days that time words give a speech act (design, section 4).
 * @param time the words ("earlier this week"), or null where the text dates the saying by nothing
 * @param publishedOn the article's date; null: relative words give an open interval
 * @param tense of the cue
 */
export function resolveSaid(time: string | null, publishedOn: Day | null, tense: Tense = 'past'): Said {
  void time;
  void tense;
  return { from: null, to: publishedOn, rule: 'undated: up to the article’s date' };
}
