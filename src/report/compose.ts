/** A report in words: what the model knows, laid out as blocks. */

import { STATUSES } from '../corroborate/types.ts';
import type { ArticleNode } from '../graph/types.ts';
import { isAnalysed } from '../read/language.ts';
import { type Block, heading, list, paragraph, type Run, run } from './blocks.ts';
import { compactBlock, fullBlock } from './card-blocks.ts';
import type { Copying } from './copying.ts';
import type { Card, Report } from './model.ts';
import { countWords, dayWords, listWords, STATUS_WORDS, whoWords } from './words.ts';

/** The whole report: articles, claims that several sources speak to, single-source claims, the rest apart, what to ask next. */
export function reportBlocks(report: Report): readonly Block[] {
  return [
    heading(1, run('Corroboration report')),
    ...articleBlocks(report),
    ...overview(report),
    ...section('Claims to weigh', report.contested.map(fullBlock)),
    ...section(
      'Single source only',
      report.single.map((c) => compactBlock(c)),
    ),
    ...section(
      'Warnings, predictions, opinions: not facts',
      report.hedged.map((c) => compactBlock(c)),
    ),
    ...section(
      'Unsourced',
      report.unsourced.map((c) => compactBlock(c)),
    ),
    ...section('Ask next', asking(report)),
    ...notes(report),
  ];
}

const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(2, run(title)), ...blocks];

function articleBlocks(report: Report): readonly Block[] {
  const known =
    report.asOf === null ? [] : [paragraph(run(`What was known on ${dayWords(report.asOf)}.`, 'strong'))];
  if (report.articles.length === 0) return [...known, paragraph(run('No articles.'))];
  return [
    ...known,
    list(
      report.articles.map((a) => [
        paragraph(
          run([a.outlet, a.title].filter((x) => x !== null).join(': ') || a.file, 'strong'),
          run(`, ${a.publishedOn === null ? 'no date' : dayWords(a.publishedOn)}`),
          ...(a.outlet !== null || a.title !== null ? [run(` (${a.file})`, 'muted')] : []),
          ...besideArticle(a, report.copyings.get(a.id)),
        ),
      ]),
    ),
  ];
}

/** What a reader must know of an article before its passages are weighed. */
function besideArticle(article: ArticleNode, copying: Copying | undefined): readonly Run[] {
  const code = article.language === 'und' ? '' : ` (${article.language})`;
  return [
    ...(copying === undefined ? [] : [run(`; ${copyingWords(copying)}`)]),
    ...(isAnalysed(article) ? [] : [run(`; not in English${code}: not analysed`)]),
  ];
}

function copyingWords({ others, known, score }: Copying): string {
  const [first, ...rest] = others;
  if (first === undefined) return '';
  const name = first.outlet === null ? first.file : `${first.outlet} (${first.file})`;
  if (known) return `copied from ${name}, ${Math.round(score * 100)} % of the shorter text`;
  const more = rest.length > 0 ? ` and ${countWords(rest.length, 'other')}` : '';
  return `shares its text with ${name}${more}: who copied whom is open`;
}

function overview(report: Report): readonly Block[] {
  const claims = [...report.statuses.values()].reduce((a, b) => a + b, 0);
  if (report.statements === 0)
    return [paragraph(run('Nobody is quoted or cited here: there is nothing to corroborate.'))];
  const statuses: Run[] = STATUSES.flatMap((status) => {
    const n = report.statuses.get(status);
    return n === undefined
      ? []
      : [run(' · '), run(`${n} ${STATUS_WORDS[status].label}`, STATUS_WORDS[status].tone)];
  }).slice(1);
  return [
    paragraph(
      run(
        `${countWords(claims, 'claim')} in ${countWords(report.statements, 'statement')} of ${countWords(report.sources, 'source')}, read in ${countWords(report.articles.length, 'article')}.`,
      ),
    ),
    ...(statuses.length === 0 ? [] : [paragraph(...statuses)]),
  ];
}

/** Questions about unnamed roots shown: beyond these few, naming one more changes little. */
const UNNAMED = 8;

function asking(report: Report): readonly Block[] {
  const items = [
    ...report.questions.map((q) => [
      paragraph(
        run(q.text, 'strong'),
        run(' Bears on '),
        ...cardRefs(q.cards),
        run('; question '),
        run(q.short, 'id'),
      ),
    ]),
    ...report.unnamedRoots
      .slice(0, UNNAMED)
      .map(({ source, cards }) => [
        paragraph(run(whoWords(source), 'strong'), run(' is the root of '), ...cardRefs(cards)),
      ]),
  ];
  if (items.length === 0) return [];
  const how =
    'An answer counts once it is given: hearsay decide answer QUESTION yes (or no), with the articles in a store.';
  return [list(items), ...(report.questions.length === 0 ? [] : [paragraph(run(how, 'muted'))])];
}

const cardRefs = (cards: readonly Card[]): readonly Run[] =>
  cards.length > 3
    ? [run(countWords(cards.length, 'claim'))]
    : cards.flatMap((c, i) => [...(i > 0 ? [run(', ')] : []), run(c.short, 'id')]);

function notes(report: Report): readonly Block[] {
  const undated = report.articles.filter((a) => a.publishedOn === null).map((a) => a.file);
  return [
    ...(undated.length === 0 ? [] : [undatedNote(undated, report.asOf !== null)]),
    ...(report.statements === 0 ? [] : [LEGEND]),
  ].map((n) => paragraph(run(n, 'muted')));
}

function undatedNote(files: readonly string[], asOf: boolean): string {
  const shown = files.length > 5 ? `${files.length} articles` : listWords(files);
  const there = asOf ? ' What has no date is shown here: nobody knows that it is later.' : '';
  return `No date is known for ${shown}: what is said there of days (“on Monday”) stays open. A “Date:” line or --date gives one.${there}`;
}

const LEGEND =
  'An independent chain leads from a root (a source that rests on nobody else here) to the claim and shares no source with another chain. Credibility runs from 1 (confirmed by others) to 6 (cannot be judged) after STANAG 2511, from structure alone. Nothing here says that a claim is true.';
