/** Who relies on whom: every source with what it says, on whose word, and who takes its word. */

import type { KnowledgeGraph, SourceNode } from '../graph/types.ts';
import { type Block, list, paragraph, run } from './blocks.ts';
import { groupBy } from './group.ts';
import { shortIds } from './ids.ts';
import { sourceAt } from './index-of.ts';
import { countWords, listWords, nameWords } from './words.ts';

export interface ListedSource {
  readonly source: SourceNode;
  readonly short: string;
  readonly statements: number;
  /** Where and in which words articles name it, with the reason why it is this source. */
  readonly places: readonly {
    readonly id: string;
    readonly short: string;
    readonly words: string;
    readonly reason: string;
  }[];
  /** On whose word, with how many reliances; open ones apart. */
  readonly reliesOn: readonly SourceLink[];
  readonly reliedOnBy: readonly SourceLink[];
  readonly possiblySame: readonly { readonly source: SourceNode; readonly reason: string }[];
}

export interface SourceLink {
  readonly source: SourceNode;
  readonly open: boolean;
  readonly count: number;
}

/** All sources that say something or are relied on, those relied on most first. `text`: words the name must hold. */
export function listSources(graph: KnowledgeGraph, text: string | null): readonly ListedSource[] {
  const short = shortIds(graph.sources.keys());
  const placeIds = shortIds([...graph.sources.values()].flatMap((s) => s.mentions.map((m) => m.id)));
  const statements = groupBy(graph.statements.values(), (s) => s.source);
  const links = graph.reliances.flatMap((r) => {
    const [from, to] = [sourceAt(graph, r.from), sourceAt(graph, r.to)];
    return from && to && from !== to ? [{ from, to, open: r.certainty === 'possible' }] : [];
  });
  const down = groupBy(links, (l) => l.from);
  const up = groupBy(links, (l) => l.to);
  const same = groupBy(
    graph.identities
      .filter((i) => i.judgement === 'possible')
      .flatMap((i) => [
        { at: i.a, other: i.b, reason: i.reason },
        { at: i.b, other: i.a, reason: i.reason },
      ]),
    (i) => i.at,
  );
  const wanted = (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');
  return [...graph.sources.values()]
    .map(
      (source): ListedSource => ({
        source,
        short: short.get(source.id) ?? source.id,
        statements: statements.get(source.id)?.length ?? 0,
        places: source.mentions.map((m) => ({
          id: m.id,
          short: placeIds.get(m.id) ?? m.id,
          words: graph.articles.get(m.article)?.text.slice(...m.span) ?? '',
          reason: m.reason,
        })),
        reliesOn: merged((down.get(source) ?? []).map((l) => ({ source: l.to, open: l.open }))),
        reliedOnBy: merged((up.get(source) ?? []).map((l) => ({ source: l.from, open: l.open }))),
        possiblySame: (same.get(source.id) ?? []).flatMap((i) => {
          const other = graph.sources.get(i.other);
          return other ? [{ source: other, reason: i.reason }] : [];
        }),
      }),
    )
    .filter((s) => s.statements > 0 || s.reliedOnBy.length > 0)
    .filter(({ source }) => {
      const names = [source.name, ...source.aliases].join(' ').toLowerCase();
      return wanted.every((w) => names.includes(w));
    })
    .sort(
      (a, b) =>
        b.reliedOnBy.length - a.reliedOnBy.length ||
        b.statements - a.statements ||
        a.source.name.localeCompare(b.source.name, 'en'),
    );
}

/** One link a source; what is certain makes what is open idle. */
function merged(
  links: readonly { readonly source: SourceNode; readonly open: boolean }[],
): readonly SourceLink[] {
  return [...groupBy(links, (l) => l.source)].map(([source, group]) => {
    const firm = group.filter((l) => !l.open);
    return { source, open: firm.length === 0, count: firm.length || group.length };
  });
}

export function sourceListBlocks(sources: readonly ListedSource[]): readonly Block[] {
  if (sources.length === 0) return [paragraph(run('No sources.'))];
  return [list(sources.map((s) => sourceItem(s)))];
}

function sourceItem(s: ListedSource): readonly Block[] {
  const { source } = s;
  const kind = [
    source.kind.toLowerCase(),
    ...(source.official ? ['official'] : []),
    countWords(s.statements, 'statement'),
    // F, cannot be judged, is where every source begins.
    ...(source.reliability === 'F' ? [] : [`reliability ${source.reliability}`]),
  ];
  return [
    paragraph(run(nameWords(source), 'strong'), run(` ${s.short}`, 'id'), run(`: ${kind.join(', ')}`)),
    ...places(s),
    ...linkLine('relies on', s.reliesOn),
    ...linkLine('relied on by', s.reliedOnBy),
    ...s.possiblySame.map((p) =>
      paragraph(
        run('perhaps the same as ', 'muted'),
        run(nameWords(p.source)),
        run(`: ${p.reason}`, 'muted'),
      ),
    ),
  ];
}

/** Places shown for one source; the others are counted. */
const PLACES = 4;

function places(s: ListedSource): readonly Block[] {
  const shown = s.places.slice(0, PLACES);
  const more = s.places.length - shown.length;
  if (s.places.length === 0) return [];
  return [
    paragraph(
      run('named as ', 'muted'),
      ...shown.flatMap((p, i) => [run(`${i > 0 ? ', ' : ''}“${p.words}”`), run(` ${p.short}`, 'id')]),
      ...(more > 0 ? [run(` and ${more} more`, 'muted')] : []),
    ),
  ];
}

const linkLine = (words: string, links: readonly SourceLink[]): readonly Block[] =>
  links.length === 0
    ? []
    : [
        paragraph(
          run(`${words} `, 'muted'),
          run(listWords(links.map((l) => nameWords(l.source) + (l.open ? ' (open)' : '')))),
        ),
      ];

/** One object a source, for programs. */
export const sourceListJson = (sources: readonly ListedSource[]) =>
  sources.map((s) => ({
    id: s.source.id,
    kind: s.source.kind,
    name: s.source.name,
    named: s.source.named,
    official: s.source.official,
    reliability: s.source.reliability,
    statements: s.statements,
    mentions: s.places.map(({ id, words, reason }) => ({ id, words, reason })),
    reliesOn: s.reliesOn.map((l) => ({ id: l.source.id, name: l.source.name, open: l.open, count: l.count })),
    reliedOnBy: s.reliedOnBy.map((l) => ({
      id: l.source.id,
      name: l.source.name,
      open: l.open,
      count: l.count,
    })),
    possiblySame: s.possiblySame.map((p) => ({ id: p.source.id, reason: p.reason })),
  }));
