/** What a decision changed: claims whose status or bounds are now others. */

import type { Assessment } from '../corroborate/types.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import { type Block, list, paragraph, type Run, run } from './blocks.ts';
import { shortIds } from './ids.ts';
import { boundsWords, STATUS_WORDS } from './words.ts';

interface Assessed {
  readonly graph: Pick<KnowledgeGraph, 'claims'>;
  readonly assessments: ReadonlyMap<string, Assessment>;
}

/** `before` null: the claim was not there; `after` null: it is gone. */
export interface Change {
  readonly claim: string;
  readonly short: string;
  readonly text: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

type Standing = Pick<Assessment, 'status' | 'independentMin' | 'independentMax' | 'officiallyConfirmed'>;

export function changes(before: Assessed, after: Assessed): readonly Change[] {
  const ids = [...new Set([...before.graph.claims.keys(), ...after.graph.claims.keys()])];
  const short = shortIds(ids);
  return ids.flatMap((claim) => {
    const [b, a] = [standing(before, claim), standing(after, claim)];
    if (JSON.stringify(b) === JSON.stringify(a)) return [];
    const text = (after.graph.claims.get(claim) ?? before.graph.claims.get(claim))?.text ?? '';
    return [{ claim, short: short.get(claim) ?? claim, text, before: b, after: a }];
  });
}

function standing({ assessments }: Assessed, claim: string): Standing | null {
  const a = assessments.get(claim);
  return a
    ? {
        status: a.status,
        independentMin: a.independentMin,
        independentMax: a.independentMax,
        officiallyConfirmed: a.officiallyConfirmed,
      }
    : null;
}

export function changeBlocks(verb: string, words: string, changed: readonly Change[]): readonly Block[] {
  return [
    paragraph(run(`${verb}: `, 'strong'), run(words)),
    changed.length === 0
      ? paragraph(run('No claim changes its status or bounds.', 'muted'))
      : list(
          changed.map((c) => [
            paragraph(
              run(c.text),
              run(` ${c.short}`, 'id'),
              run(': '),
              ...standingRuns(c.before),
              run(' → '),
              ...standingRuns(c.after),
            ),
          ]),
        ),
  ];
}

function standingRuns(s: Standing | null): readonly Run[] {
  if (s === null) return [run('not there', 'muted')];
  const words = STATUS_WORDS[s.status];
  const official = s.officiallyConfirmed ? ', officially confirmed' : '';
  return [
    run(words.label, words.tone),
    run(` (${boundsWords([s.independentMin, s.independentMax])}${official})`),
  ];
}
