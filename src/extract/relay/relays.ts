// Where the text itself says who passes on, rests on, quotes or was told by whom.
import type { Document } from '../../text/types.ts';
import type { EarlierReport } from '../rules/types.ts';
import type { Page } from '../rules/unit.ts';
import type { Attribution, Relay } from '../types.ts';
import { basisLinks } from './basis.ts';
import { citingLinks } from './citing.ts';
import { contextOf, type Link, overlapsRange, relayOf } from './context.ts';
import { dataLinks } from './data.ts';
import { documentLinks } from './documents.ts';
import { earlierReports, openReliances } from './earlier.ts';
import { interviewLinks } from './interview.ts';
import { nestedLinks } from './nested.ts';
import { originLinks } from './origin.ts';
import { toldLinks } from './told.ts';

/** Relays of a document, in text order of their cues. Never throws. */
export function extractRelays(document: Document, attributions: readonly Attribution[]): readonly Relay[] {
  const context = contextOf(document, attributions);
  const links = context.page.units.flatMap((unit) => [
    ...toldLinks(context, unit),
    ...interviewLinks(context, unit),
    ...citingLinks(context, unit),
    ...documentLinks(context, unit),
    ...dataLinks(context, unit),
    ...nestedLinks(context, unit),
    ...originLinks(context, unit),
    ...openReliances(context, unit),
  ]);
  return distinct(context.page, [...links, ...basisLinks(context)])
    .sort((a, b) => a.cue[0] - b.cue[0])
    .map((link) => relayOf(context.page, link));
}

/** Earlier reports that stand beside a statement only in time, or whose part the text leaves open. */
export function mentionsEarlierReport(
  document: Document,
  attributions: readonly Attribution[],
): readonly EarlierReport[] {
  return earlierReports(contextOf(document, attributions));
}

/** No party relays itself, and one pair at one place is one relay: the first rule that finds it names it. */
function distinct(page: Page, links: readonly Link[]): Link[] {
  const kept = new Map<number, Link[]>();
  for (const link of links) {
    if (overlapsRange(link.relayer, link.upstream)) continue;
    const sentence = page.tokens[link.relayer[0]]?.sentence ?? 0;
    const beside = kept.get(sentence) ?? [];
    const again = beside.some(
      (other) => overlapsRange(other.relayer, link.relayer) && overlapsRange(other.upstream, link.upstream),
    );
    if (!again) kept.set(sentence, [...beside, link]);
  }
  return [...kept.values()].flat();
}
