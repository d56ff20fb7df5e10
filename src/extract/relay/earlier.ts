// Earlier reports beside a statement: order in time, never reliance; and what the text leaves open.

import { gluedAt } from '../../text/glued.ts';
import { NOUN_CUES, VERB_CUES } from '../rules/cues.ts';
import { isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { EarlierReport } from '../rules/types.ts';
import { type Page, spanOf, type Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { type Context, type Link, named, speechesIn } from './context.ts';
import { headOf, isDocument, isOutlet, REPORTS } from './words.ts';

/** "comes after X reported", "hours after X said", "following a report by X". */
export function earlierReports(context: Context): EarlierReport[] {
  return context.page.units.flatMap((unit) => inUnit(context, unit));
}

function inUnit(context: Context, unit: Unit): EarlierReport[] {
  const { page } = context;
  const reports: EarlierReport[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    if (!bringsEarlier(page, i) || (page.quoted[i] ?? -1) >= 0) continue;
    const report = reporterAfter(context, unit, i) ?? reportBy(page, unit, i);
    const statement = statementBefore(context, unit, i);
    if (report === null || statement === null) continue;
    const from = page.tokens[i - 1]?.lemma === 'come' ? i - 1 : i;
    reports.push({
      statement: spanOf(page, statement),
      report: spanOf(page, named(page, report)),
      cue: spanOf(page, [from, i + 1]),
      kind: 'after',
    });
  }
  return [...reports, ...openReliances(context, unit).map((link) => openReport(context, link))];
}

/** "after", "following", also where the word before lost its space to it ("soldierafter"). */
function bringsEarlier(page: Page, i: number): boolean {
  const norm = page.tokens[i]?.norm ?? '';
  if (norm === 'after' || norm === 'following') return true;
  const cut = norm.endsWith('after') ? gluedAt(norm) : null;
  return cut !== null && norm.slice(cut) === 'after';
}

/** Who reports, says or points to something in the clause behind token `i`. */
function reporterAfter(context: Context, unit: Unit, i: number): Range | null {
  const { page } = context;
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 16; k++) {
    const token = page.tokens[k];
    if (token === undefined || isComma(token)) return null;
    if (token.pos !== 'VERB' || (page.quoted[k] ?? -1) >= 0) continue;
    if (VERB_CUES.get(token.lemma)?.class !== 'statement') return null;
    const subject = subjectBefore(page, i + 1, groupStart(page, k));
    return subject !== null && subject[0] === i + 1 ? subject : null;
  }
  return null;
}

/** The statement that stands before token `i`: its source, or the noun for the speech act ("The confirmation"). */
function statementBefore(context: Context, unit: Unit, i: number): Range | null {
  const { page } = context;
  const main = speechesIn(context, unit).find(({ cue }) => cue[1] <= i);
  if (main !== undefined) return main.source ?? main.cue;
  const end = phraseStartingAt(page.tokens, unit.tokens[0], i);
  const head = end === null ? null : headOf(page, [unit.tokens[0], end]);
  return end !== null && head !== null && NOUN_CUES.has(head.lemma) ? [unit.tokens[0], end] : null;
}

/** "following a report by X", "after X's report". */
function reportBy(page: Page, unit: Unit, i: number): Range | null {
  const end = phraseStartingAt(page.tokens, i + 1, unit.tokens[1]);
  if (end === null) return null;
  const named = page.tokens.slice(i + 1, end).some((token) => REPORTS.has(token.lemma));
  return named ? [i + 1, end] : null;
}

const openReport = (context: Context, link: Link): EarlierReport => ({
  statement: spanOf(context.page, link.relayer),
  report: spanOf(context.page, link.upstream),
  cue: spanOf(context.page, link.cue),
  kind: 'open',
});

/** "Whether the second person knew it from the office or from the morning's paper was not quite clear." */
export function openReliances(context: Context, unit: Unit): Link[] {
  const { page } = context;
  const { tokens } = page;
  const [from, to] = unit.tokens;
  let whether = from;
  while (whether < to && tokens[whether]?.norm !== 'whether') whether++;
  if (whether === to) return [];
  const clear = tokens
    .slice(whether, to)
    .some(
      (token, i, rest) =>
        (token.norm === 'clear' &&
          rest.slice(Math.max(0, i - 4), i).some((word) => word.norm === 'not' || word.norm === "n't")) ||
        token.norm === 'unclear',
    );
  const before = tokens
    .slice(from, whether)
    .some((token) => token.norm === 'unclear' || token.norm === 'clear');
  if (!clear && !before) return [];
  const subject = phraseStartingAt(tokens, whether + 1, to);
  if (subject === null) return [];
  const links: Link[] = [];
  for (let i = subject; i < to; i++) {
    const norm = tokens[i]?.norm;
    if (isComma(tokens[i])) break;
    if (norm !== 'from' && norm !== 'on') continue;
    const end = phraseStartingAt(tokens, i + 1, to);
    if (end === null || !(isOutlet(page, [i + 1, end]) || isDocument(page, [i + 1, end]))) continue;
    links.push({
      relayer: [whether + 1, subject],
      upstream: [i + 1, end],
      cue: [whether, to],
      content: null,
      kind: 'other',
      certainty: 'possible',
    });
  }
  return links;
}
