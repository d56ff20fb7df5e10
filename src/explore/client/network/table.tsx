/** The same nodes as in the drawing, as a table that sorts and can be used by keyboard. */

import { useMemo, useState } from 'preact/hooks';
import type { NetworkNode } from '../../api/network.ts';
import { KIND_WORDS } from '../shapes.ts';
import { clip } from '../text.ts';
import { KindIcon } from '../views/icon.tsx';

const COLUMNS = ['label', 'kind', 'reach', 'degree'] as const;
type Column = (typeof COLUMNS)[number];
const HEADS: Readonly<Record<Column, string>> = {
  label: 'Name',
  kind: 'Kind',
  reach: 'Reach',
  degree: 'Links',
};

export interface Sorting {
  readonly by: Column;
  readonly down: boolean;
}

/** Sorted by one column, ties by name. */
export function sorted(nodes: readonly NetworkNode[], { by, down }: Sorting): readonly NetworkNode[] {
  const compare = (a: NetworkNode, b: NetworkNode): number => {
    const [x, y] = [a[by], b[by]];
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x).localeCompare(String(y));
  };
  return [...nodes].sort((a, b) => (down ? -1 : 1) * compare(a, b) || a.label.localeCompare(b.label));
}

const PAGE = 100;

interface Props {
  readonly nodes: readonly NetworkNode[];
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

export function NodeTable({ nodes, picked, onPick }: Props) {
  const [sorting, setSorting] = useState<Sorting>({ by: 'reach', down: true });
  const [limit, setLimit] = useState(PAGE);
  const rows = useMemo(() => sorted(nodes, sorting), [nodes, sorting]);
  const sortBy = (by: Column) =>
    setSorting({ by, down: sorting.by === by ? !sorting.down : by === 'reach' || by === 'degree' });
  return (
    <>
      <table class="nodes">
        <caption class="hidden">Nodes of the network</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                class={column}
                aria-sort={sorting.by === column ? (sorting.down ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {HEADS[column]}
                  <span aria-hidden="true">{sorting.by === column ? (sorting.down ? ' ▾' : ' ▴') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((node) => (
            <tr key={node.id} class={node.id === picked ? 'picked' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  aria-pressed={node.id === picked}
                  onClick={() => onPick(node.id)}
                >
                  <bdi>{clip(node.label, 80)}</bdi>
                </button>
              </th>
              <td>
                <KindIcon kind={node.kind} /> {KIND_WORDS[node.kind]}
              </td>
              <td class="number">{node.reach}</td>
              <td class="number">{node.degree}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <p class="more">
          <button type="button" onClick={() => setLimit(limit + PAGE)}>
            {rows.length - limit} more
          </button>
        </p>
      )}
    </>
  );
}
