/** Decisions of analysts, explained. */

import type { Decision } from '../graph/types.ts';
import { type Block, list, paragraph, run } from './blocks.ts';
import { shortIds } from './ids.ts';

export function decisionListBlocks(
  decisions: readonly { readonly decision: Decision; readonly words: string }[],
): readonly Block[] {
  if (decisions.length === 0) return [paragraph(run('No decisions.'))];
  const short = shortIds(decisions.map(({ decision }) => decision.id));
  return [
    list(
      decisions.map(({ decision: d, words }) => [
        paragraph(
          run(words),
          run(` ${short.get(d.id) ?? d.id}`, 'id'),
          run(` (${d.by}, ${d.at.slice(0, 16).replace('T', ' ')} UTC)`, 'muted'),
        ),
        ...(d.note === null ? [] : [paragraph(run(d.note, 'muted'))]),
      ]),
    ),
  ];
}
