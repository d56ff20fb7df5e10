// What an attribution means, from the words of its cue and content: whoever found its spans.
import type { SourceKind } from '../../resolve/types.ts';
import type { Document } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { actOf, cueOf, isPreposition } from './act.ts';
import { channelOf, isProvisional, timeOf } from './circumstances.ts';
import { factualityOf, hedgesIn } from './factuality.ts';
import { type Passage, passageOf } from './passage.ts';
import { isVerbal } from './phrase.ts';
import type { AttributionSpans, Classification } from './types.ts';
import { wordSet } from './words.ts';

const words = wordSet('acts');
const OBSERVERS = words('observers');
const FINDING = words('finding');

/** What the words of cue and content make of an attribution. Never throws; any spans. O(length of its sentences). */
export function classify(document: Document, spans: AttributionSpans): Classification {
  const passage = passageOf(document, spans);
  const act = actOf(passage);
  return {
    statement: isStatement(passage),
    act,
    factuality: factualityOf(passage.cue, passage.content, act),
    hedges: hedgesIn(passage.content),
    provisional: isProvisional(passage),
    channel: channelOf(passage),
    time: timeOf(passage),
  };
}

/**
 * The act once the kind of source is known: only outlets report, and what an outlet says in its own right is a report.
 * `kind` null is the article's own voice.
 */
export function actOfSource(act: Act, kind: SourceKind | null): Act {
  if (kind === 'Outlet') return act === 'CLAIMED' ? 'REPORTED' : act;
  return act === 'REPORTED' ? 'CLAIMED' : act;
}

/** Said, found, seen or held by somebody who reports it, as against felt or wanted. */
function isStatement(passage: Passage): boolean {
  const { cue, content, source, quoted } = passage;
  if (cue.length === 0 || isPreposition(cue)) return true;
  switch (cueOf(cue)?.class) {
    case undefined:
      return quoted || cue.every((token) => token.pos === 'PUNCT' || token.lemma === 'have');
    case 'attitude':
      return quoted && source.length > 0;
    case 'belief':
      return content.some(isVerbal) || content.some((token) => token.pos === 'NOUN');
    case 'perception':
      return (
        cue.some((token) => FINDING.has(token.lemma) || token.lemma === 'have') ||
        source.some((token) => OBSERVERS.has(token.lemma))
      );
    default:
      return true;
  }
}
