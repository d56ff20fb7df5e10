// How sure a source is of one clause of what it says.
import type { Attribution, Factuality } from '../../extract/types.ts';
import { overlaps } from '../../text/span.ts';
import type { Span, Token } from '../../text/types.ts';
import { isProspective, isWeak } from './prospect.ts';
import { wordSet } from './words.ts';

const UNCERTAIN = wordSet('uncertain');

/**
 * The factuality of one clause: what weakens the attribution as a whole (its cue, an opinion) weakens all of them, a
 * modal or hedge only the clause in which it stands, and one that belongs to a mere attribute ("possibly Asian") none.
 */
export function factualityOf(
  attribution: Attribution,
  tokens: readonly Token[],
  spans: readonly Span[],
  only: boolean,
): Factuality {
  const whole = attribution.factuality;
  const inside = attribution.hedges.filter((hedge) => spans.some((span) => overlaps(span, hedge)));
  if (only)
    return whole === 'PS+' && inside.length > 0 && inside.every((hedge) => isOfAttribute(tokens, hedge))
      ? 'CT+'
      : whole;
  if (whole.startsWith('CT') || attribution.hedges.length > 0) {
    if (
      tokens.some((t) => isWeak(t) || UNCERTAIN.has(t.norm)) &&
      inside.length + attribution.hedges.length > 0
    )
      return 'PS+';
    if (isProspective(tokens)) return 'PR+';
    return whole.startsWith('CT') ? whole : inside.length > 0 ? whole : 'CT+';
  }
  return whole;
}

/** "possibly Asian": the hedge stands before an adjective or noun, not with a verb. */
const isOfAttribute = (tokens: readonly Token[], hedge: Span): boolean => {
  const at = tokens.findIndex((token) => overlaps(token.span, hedge));
  const next = tokens[at + 1];
  return tokens[at]?.pos === 'ADV' && next !== undefined && ['ADJ', 'PROPN', 'NOUN'].includes(next.pos);
};
