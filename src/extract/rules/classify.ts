// What an attribution means, from the words of its cue and content: whoever found its spans.
import type { SourceKind } from '../../resolve/types.ts';
import type { Document, Token } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { actOf, cueOf } from './act.ts';
import { channelOf, isProvisional, timeOf } from './circumstances.ts';
import { factualityOf, hedgesIn } from './factuality.ts';
import { type Passage, passageOf } from './passage.ts';
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

/** Said, found or seen by somebody who reports it, as against felt or wanted. */
function isStatement(passage: Passage): boolean {
  const { cue, source, quoted } = passage;
  if (cue.length === 0) return true;
  const known = cueOf(cue);
  if (known === null) return quoted || isPreposition(cue) || cue.every((token) => token.pos === 'PUNCT');
  if (known.class === 'attitude') return quoted && source.length > 0;
  if (known.class !== 'perception') return true;
  return cue.some((token) => FINDING.has(token.lemma)) || source.some((token) => OBSERVERS.has(token.lemma));
}

const isPreposition = (cue: readonly Token[]): boolean =>
  cue.some(
    (token) =>
      token.norm === 'according' || token.norm === 'words' || token.norm === 'view' || token.norm === 'has',
  );
