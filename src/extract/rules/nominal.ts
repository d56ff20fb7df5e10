// Nouns that report: "Norrik's assurance that …", "the claim by the company that …", "The confirmation from the South Korean side".
import { isOutlet } from '../relay/words.ts';
import type { Found } from './attributions.ts';
import { type Cue, NOUN_CUES } from './cues.ts';
import { matrixVerb } from './matrix.ts';
import { isComma, isGenitive, isPossessive, phraseEndingAt, phraseStartingAt, type Range } from './phrase.ts';
import type { Page, Unit } from './unit.ts';

/** Attributions by a reporting noun with its possessor or agent, in text order. */
export function nominalFrames(page: Page, unit: Unit): Found[] {
  const found: Found[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token?.pos !== 'NOUN' || (page.quoted[i] ?? -1) >= 0) continue;
    const cue = NOUN_CUES.get(token.lemma);
    const frame = cue?.class === 'statement' ? nominalFrame(page, unit, i, cue) : null;
    if (frame !== null) found.push(frame);
  }
  return found;
}

function nominalFrame(page: Page, unit: Unit, i: number, cue: Cue): Found | null {
  const possessor = possessorBefore(page, unit, i);
  const agent = possessor === null ? agentAfter(page, unit, i) : null;
  const source = possessor ?? agent;
  if (source === null) return null;
  const clause = clauseAfter(page, unit, agent === null ? i + 1 : agent[1]);
  const performs = cue.act === 'CONFIRMED' || cue.act === 'DENIED';
  if (clause === null && !(performs && agent !== null)) return null;
  const first = agent !== null && page.tokens[i - 1]?.pos === 'DET' && clause === null ? i - 1 : i;
  return {
    source: [source],
    cue: [[first, i + 1]],
    content: clause === null ? [] : [clause],
    kind: clause === null ? 'noun alone' : 'noun that',
    lemma: page.tokens[i]?.lemma ?? '',
  };
}

/** "its assurance", "Norrik’s latest assurance": the genitive belongs to the source. */
function possessorBefore(page: Page, unit: Unit, i: number): Range | null {
  const { tokens } = page;
  let k = i - 1;
  while (k > unit.tokens[0] && tokens[k]?.pos === 'ADJ') k--;
  if (k < unit.tokens[0]) return null;
  if (isPossessive(tokens[k])) return [k, k + 1];
  if (!isGenitive(tokens[k])) return null;
  const start = phraseEndingAt(tokens, k - 1, Math.max(unit.tokens[0], k - 30));
  return start === null ? null : [start, k + 1];
}

/** "the claim by the company", "The confirmation from the South Korean side", "a report in the Tribune". */
function agentAfter(page: Page, unit: Unit, i: number): Range | null {
  const preposition = page.tokens[i + 1]?.norm;
  if (preposition !== 'by' && preposition !== 'from' && preposition !== 'in') return null;
  const end = phraseStartingAt(page.tokens, i + 2, unit.tokens[1]);
  if (end === null || (preposition === 'in' && !isOutlet(page, [i + 2, end]))) return null;
  return [i + 2, end];
}

const LONGEST_PARENTHESIS = 16;

/** The "that" clause behind the noun, also behind a parenthesis between commas; it ends where the main verb stands. */
function clauseAfter(page: Page, unit: Unit, from: number): Range | null {
  const { tokens } = page;
  let that = from;
  if (isComma(tokens[from])) {
    that = from + 1;
    while (that < unit.tokens[1] && that - from < LONGEST_PARENTHESIS && !isComma(tokens[that])) that++;
    if (isComma(tokens[that])) that++;
  }
  if (tokens[that]?.norm !== 'that' || that + 1 >= unit.tokens[1]) return null;
  return [that + 1, clauseEnd(page, that + 1, unit.tokens[1])];
}

/** Before the verb of the sentence around it, or a semicolon. */
function clauseEnd(page: Page, from: number, ceiling: number): number {
  const { tokens } = page;
  const quotation = page.quoted[from] ?? -1;
  if (quotation >= 0) return Math.min(ceiling, page.quotationTokens[quotation]?.[1] ?? ceiling);
  const stop = tokens.findIndex(
    (token, i) => i >= from && i < ceiling && token.norm === ';' && (page.quoted[i] ?? -1) < 0,
  );
  const end = stop < 0 ? ceiling : stop;
  return matrixVerb(tokens, from, end, (i) => (page.quoted[i] ?? -1) >= 0) ?? end;
}
