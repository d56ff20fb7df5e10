/** What a claim's sources have in common, in which order they spoke, and what they leave out: one line each. */

import type { SourceNode } from '../graph/types.ts';
import { type Block, list, paragraph, run } from './blocks.ts';
import { groupBy } from './group.ts';
import type { Card } from './model.ts';
import { countWords, listWords, nameWords, RELATION_WORDS, saidWords } from './words.ts';

export function factBlocks(card: Card): readonly Block[] {
  const lines = [
    ...rootLines(card),
    ...chainLines(card),
    ...chokeLines(card),
    ...bothSidesLines(card),
    ...chronologyLines(card),
    ...unsaidLines(card),
    ...relatedLines(card),
    ...carrierLines(card),
  ];
  return lines.length === 0
    ? []
    : [list(lines.map(([name, text]) => [paragraph(run(`${name}: `, 'strong'), run(text))]))];
}

type Line = readonly [name: string, text: string];

function rootLines(card: Card): readonly Line[] {
  const { roots } = card;
  if (roots.length === 0) return [];
  const unnamed = roots.filter((r) => !r.source.named).length;
  const names = listWords(
    roots.map(
      (r) =>
        nameWords(r.source) + (r.always || roots.every((x) => !x.always) ? '' : ' (depends on what is open)'),
    ),
  );
  const note = unnamed === roots.length && roots.length > 1 ? ' None of them is named.' : '';
  const title = isOnlyRoot(card) ? 'Root of every chain' : roots.length === 1 ? 'Root' : 'Roots';
  return [[title, `${names}.${note}`]];
}

/** Whether the one root is the one choke point: said in one line. */
const isOnlyRoot = ({ roots, chokePoints }: Card): boolean =>
  roots.length === 1 && chokePoints.length === 1 && roots[0]?.source === chokePoints[0];

function chokeLines(card: Card): readonly Line[] {
  if (isOnlyRoot(card)) return [];
  const names = (sources: readonly SourceNode[]) => listWords(sources.map(nameWords));
  if (card.chokePoints.length > 0)
    return [['Choke points', `every chain runs through ${names(card.chokePoints)}.`]];
  if (card.chokePointsSomeWorlds.length > 0)
    return [
      ['Choke points', `none for certain; depending on what is open, ${names(card.chokePointsSomeWorlds)}.`],
    ];
  return [];
}

function chainLines(card: Card): readonly Line[] {
  const long = card.chains.filter((c) => c.length > 1);
  if (long.length === 0) return [];
  return [['Chains', `${long.map((c) => c.map(nameWords).join(' → ')).join('; ')}.`]];
}

/** Who supports the claim and denies it: a change of mind, or two voices of one house. */
function bothSidesLines({ supports, denials }: Card): readonly Line[] {
  const denying = new Set(denials.map((v) => v.source?.id));
  const both = new Map(
    supports.flatMap(({ source }) => (source && denying.has(source.id) ? [[source.id, source]] : [])),
  );
  if (both.size === 0) return [];
  return [['On both sides', `${listWords([...both.values()].map(nameWords))}.`]];
}

function chronologyLines(card: Card): readonly Line[] {
  const { dated, undated, unlinked } = card.chronology;
  // One day is no order.
  if (dated.length < 2) return [];
  const line = dated.map((v) => `${nameWords(v.source)} (${saidWords(v.statement.said)})`).join(' → ');
  const others = undated.filter((v) => !dated.some(({ source }) => source?.id === v.source?.id));
  const open =
    others.length === 0 ? '' : `undated: ${listWords([...new Set(others.map((v) => nameWords(v.source)))])}`;
  const order = `${[line, open].filter((x) => x !== '').join('; ')}.`;
  const after = unlinked.map(
    ({ earlier, later }) =>
      ` ${nameWords(later.source)} came after ${nameWords(earlier.source)}, but no text says that it came from there.`,
  );
  return [['Chronology', order + after.join('')]];
}

/** What no text says, and what only some of the claim's sources say. */
function unsaidLines(card: Card): readonly Line[] {
  const { when, place, onlyFrom } = card.unsaid;
  const only = (sources: readonly SourceNode[]) => `Only from ${listWords(sources.map(nameWords))}`;
  return [
    ...[...groupBy(onlyFrom, (o) => only(o.sources))].map(
      ([name, group]): Line => [name, `${group.map((o) => `“${o.detail.text}”`).join('; ')}.`],
    ),
    ...(place ? [[only(place.sources), `the place, ${place.name}.`] as const] : []),
    ...(when ? [['Not said', 'when it happened.'] as const] : []),
  ];
}

/** Claims that contradict, replace or accompany this one. */
export const relatedLines = (card: Card): readonly Line[] =>
  card.related.map((r) => [RELATION_WORDS[r.kind][r.outgoing ? 0 : 1], `“${r.claim.text}” (${r.short}).`]);

function carrierLines(card: Card): readonly Line[] {
  const n = card.assessment.carriers;
  if (n === 0) return [];
  const copies = card.readIn - n;
  const own = n === 1 ? 'one article' : `${n} articles that do not copy one another`;
  const more =
    copies > 0
      ? `, and ${countWords(copies, 'more')} that ${copies === 1 ? 'shares' : 'share'} the text`
      : '';
  return [['Read in', `${own}${n === 1 && copies <= 0 ? ' only' : more}.`]];
}
