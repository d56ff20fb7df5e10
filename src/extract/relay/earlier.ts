// Earlier reports beside a statement: order in time, never reliance; and what the text leaves open.
import { isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import type { EarlierReport } from '../rules/types.ts';
import { spanOf, type Unit } from '../rules/unit.ts';
import { type Context, type Link, named, speechesIn } from './context.ts';
import { isDocument, isOutlet } from './words.ts';

/** "comes after X reported", "hours after X said", "following a report by X". */
export function earlierReports(context: Context): EarlierReport[] {
  return context.page.units.flatMap((unit) => inUnit(context, unit));
}

function inUnit(context: Context, unit: Unit): EarlierReport[] {
  const { page } = context;
  const reports: EarlierReport[] = [];
  const speeches = speechesIn(context, unit);
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const norm = page.tokens[i]?.norm;
    if ((norm !== 'after' && norm !== 'following') || (page.quoted[i] ?? -1) >= 0) continue;
    const later = speeches.find(
      ({ source, cue }) => source !== null && source[0] > i && source[0] - i <= 4 && cue[0] > i,
    );
    const main = speeches.find(({ cue }) => cue[1] <= i);
    const report = later?.source ?? reportBy(context, unit, i);
    if (report === null || main === undefined) continue;
    const from = page.tokens[i - 1]?.lemma === 'come' ? i - 1 : i;
    reports.push({
      statement: spanOf(page, main.source ?? main.cue),
      report: spanOf(page, named(page, report)),
      cue: spanOf(page, [from, i + 1]),
      kind: 'after',
    });
  }
  return [...reports, ...openReliances(context, unit).map((link) => openReport(context, link))];
}

/** "following a report by X", "after X's report". */
function reportBy(context: Context, unit: Unit, i: number): Range | null {
  const { tokens } = context.page;
  const end = phraseStartingAt(tokens, i + 1, unit.tokens[1]);
  if (end === null) return null;
  const named = tokens
    .slice(i + 1, end)
    .some((token) => token.lemma === 'report' || token.lemma === 'article');
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
  const whether = tokens.findIndex((token, i) => i >= from && i < to && token.norm === 'whether');
  if (whether < 0 || whether >= to) return [];
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
