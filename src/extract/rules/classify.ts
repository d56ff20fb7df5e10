import type { SourceKind } from '../../resolve/types.ts';
import type { Document } from '../../text/types.ts';
import type { Act } from '../types.ts';
import type { AttributionSpans, Classification } from './types.ts';

/** What kind of statement the words of cue and content make of an attribution. Never throws; any spans. */
export function classify(_document: Document, _spans: AttributionSpans): Classification {
  return {
    statement: true,
    act: 'CLAIMED',
    factuality: 'CT+',
    hedges: [],
    provisional: false,
    channel: null,
    time: null,
  };
}

/** The act once the kind of source is known: only outlets report, and what an outlet says in its own right is a report. */
export function actOfSource(act: Act, kind: SourceKind | null): Act {
  if (kind === 'Outlet') return act === 'CLAIMED' ? 'REPORTED' : act;
  return act === 'REPORTED' ? 'CLAIMED' : act;
}
