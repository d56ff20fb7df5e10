// "X, citing Y, …", "X quoted Y as saying", "quoted by X".
import type { Token } from '../../text/types.ts';
import { isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { type Context, contentAt, type Link, named, speechesIn } from './context.ts';
import { speakerNear } from './interview.ts';
import { taken } from './taking.ts';
import {
  CONFIRMING,
  ECHOING,
  HANDING_ON,
  headOf,
  isData,
  isDocument,
  isNamed,
  isOutlet,
  isOwnThing,
  isParty,
  isSomebody,
  NEARNESS,
  TAKING,
} from './words.ts';

export function citingLinks(context: Context, unit: Unit): Link[] {
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = context.page.tokens[i];
    if (token === undefined || !(token.pos === 'VERB' || (token.pos === 'AUX' && hasIt(context.page, i))))
      continue;
    if ((context.page.quoted[i] ?? -1) >= 0) {
      links.push(...invoked(context, unit, i));
      continue;
    }
    if (ECHOING.has(token.lemma))
      links.push(...(passiveCitation(context, unit, i) ?? activeCitation(context, unit, i)));
    else if (TAKING.has(token.lemma)) links.push(...taken(context, unit, i));
  }
  return links;
}

/** "had it from": the verb that taggers take for an auxiliary. */
const hasIt = ({ tokens }: Page, i: number): boolean =>
  tokens[i]?.lemma === 'have' && tokens[i + 1]?.norm === 'it' && tokens[i + 2]?.norm === 'from';

/** An outlet that writes “now confirmed by the Express”: within its own words it leans on another outlet's. */
function invoked(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  if (!CONFIRMING.has(page.tokens[i]?.lemma ?? '') || page.tokens[i + 1]?.norm !== 'by') return [];
  const end = phraseStartingAt(page.tokens, i + 2, unit.tokens[1]);
  const speaker = speakerNear(context, unit, i);
  if (end === null || speaker === null || !isOutlet(page, [i + 2, end]) || !isOutlet(page, speaker))
    return [];
  return [
    {
      relayer: speaker,
      upstream: [i + 2, end],
      cue: [i, i + 2],
      content: null,
      kind: 'cites',
      certainty: 'explicit',
    },
  ];
}

const kindOf = (lemma: string): 'cites' | 'quotes' =>
  lemma === 'cite' || lemma === 'reference' ? 'cites' : 'quotes';

function activeCitation(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  const { tokens } = page;
  const token = tokens[i];
  if (token === undefined || tokens[i + 1]?.norm === 'by') return [];
  // a noun that the tagger took for a verb ("works council chair") may stand first
  const end =
    phraseStartingAt(tokens, i + 1, unit.tokens[1]) ?? phraseStartingAt(tokens, i + 2, unit.tokens[1]);
  if (end === null) return [];
  const target: Range = [i + 1, describedEnd(tokens, end, unit.tokens[1])];
  if (isOwnThing(page, target) && token.lemma !== 'cite') return [];
  const strict = token.lemma === 'cite' || token.lemma === 'quote';
  const fits =
    isDocument(page, target) ||
    isData(page, target) ||
    isOutlet(page, target) ||
    (strict && (isSomebody(page, target) || isUnnamed(page, target, token.lemma)));
  if (!fits) return [];
  const origin = originOf(page, unit, target);
  const upstream = origin === target ? qualified(page, unit, target) : origin;
  return relayersOf(context, unit, i).map((relayer) => ({
    relayer,
    upstream,
    cue: [i, i + 1] as const,
    content: contentAt(context, i),
    kind: kindOf(token.lemma),
    certainty: 'explicit' as const,
  }));
}

/** "a sample taken at noon", "the list signed by both sides": a record with the participle that says which one it is. */
function qualified(page: Page, unit: Unit, target: Range): Range {
  const { tokens } = page;
  const verb = tokens[target[1]];
  const participle = verb?.pos === 'VERB' && /(?:ed|en|wn)$/.test(verb.norm);
  if (!participle || !(isDocument(page, target) || isData(page, target))) return target;
  for (let k = target[1] + 1; k < unit.tokens[1]; k++) {
    const token = tokens[k];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'VERB' || token.pos === 'AUX')
      return token?.pos === 'PUNCT' ? [target[0], k] : target;
  }
  return [target[0], unit.tokens[1]];
}

/** "quoting a ticket seller": who is quoted speaks, whatever they are. */
const isUnnamed = ({ tokens }: Page, [from]: Range, verb: string): boolean =>
  verb === 'quote' && (tokens[from]?.pos === 'NUM' || /^(?:an?|one|another)$/.test(tokens[from]?.norm ?? ''));

/** Past what places an unnamed source behind its noun: "sources close to the investigation". */
function describedEnd(tokens: readonly Token[], end: number, ceiling: number): number {
  const last = NEARNESS.has(tokens[end - 1]?.norm ?? '') ? end - 1 : end;
  if (!NEARNESS.has(tokens[last]?.norm ?? '')) return end;
  return phraseStartingAt(tokens, last + 2, ceiling) ?? end;
}

/** "a report by the brigade", "figures from the institute" are their word; "photographs published by the Ledger" come through the Ledger. */
export function originOf(page: Page, unit: Unit, target: Range): Range {
  const { tokens } = page;
  const next = tokens[target[1]];
  if (next?.pos === 'VERB' && HANDING_ON.has(next.lemma) && tokens[target[1] + 1]?.norm === 'by') {
    const end = phraseStartingAt(tokens, target[1] + 2, unit.tokens[1]);
    if (end !== null) return [target[1] + 2, end];
  }
  for (let i = target[0]; i < target[1]; i++) {
    const token = tokens[i];
    if (
      (token?.norm === 'by' &&
        isDocument(page, [target[0], i]) &&
        ['report', 'statement', 'account'].includes(tokens[i - 1]?.lemma ?? '')) ||
      (token?.norm === 'from' && isData(page, [target[0], i]) && isParty(page, [i + 1, target[1]]))
    )
      return [i + 1, target[1]];
  }
  return target;
}

/** Who cites: the subject, each of two joined by "and" where the text says "both"; behind a comma the subject of the sentence. */
export function relayersOf(context: Context, unit: Unit, i: number): Range[] {
  const { page } = context;
  const { tokens } = page;
  let start = i;
  while (
    tokens[start - 1]?.pos === 'AUX' ||
    tokens[start - 1]?.pos === 'ADV' ||
    ['both', 'each', 'all'].includes(tokens[start - 1]?.norm ?? '')
  )
    start--;
  // "wrote the Express, that cites the radio": behind a comma the pronoun stands for the name before it
  if (tokens[start - 1]?.norm === 'that' && isComma(tokens[start - 2])) {
    const outlet = subjectBefore(page, unit.tokens[0], start - 2);
    if (outlet !== null && isParty(page, outlet)) return [named(page, outlet)];
  }
  const participle = /ing$/.test(tokens[i]?.norm ?? '');
  const before = isComma(tokens[start - 1]) ? start - 2 : start - 1;
  const direct = subjectBefore(page, unit.tokens[0], participle ? before + 1 : start);
  const closes = direct !== null && (!participle || adjoins(context, unit, direct, i));
  if (!closes || direct === null) {
    const subject = speakerNear(context, unit, i);
    return subject === null ? [] : [subject];
  }
  const subject = named(page, direct);
  return tokens.slice(start, i).some((token) => token.norm === 'both') ? conjuncts(page, subject) : [subject];
}

/** "X, citing Y, said" has its subject before it; "X said it is so, citing Y" has an object there. */
function adjoins(context: Context, unit: Unit, phrase: Range, i: number): boolean {
  for (let k = unit.tokens[0]; k < phrase[0]; k++) {
    if ((context.page.quoted[k] ?? -1) >= 0) continue;
    if (context.page.tokens[k]?.pos === 'VERB') return false;
  }
  return i > phrase[0];
}

function conjuncts(page: Page, [from, to]: Range): Range[] {
  for (let i = from + 1; i < to - 1; i++) {
    if (page.tokens[i]?.norm !== 'and') continue;
    const left: Range = [from, i];
    const right: Range = [i + 1, to];
    if (isNamed(page, left) && isNamed(page, right)) return [left, right];
  }
  return [[from, to]];
}

/** "was quoted by X as saying", "was quoted as saying by X", "Quoted by X, Y said", "Y, the neighbour quoted by X, said". */
function passiveCitation(context: Context, unit: Unit, i: number): Link[] | null {
  const { page } = context;
  const { tokens } = page;
  const verb = tokens[i];
  if (verb === undefined || !/ed$/.test(verb.norm)) return null;
  for (const k of [i + 1, i + 3]) {
    const saying = k === i + 1 || tokens[i + 2]?.norm === 'saying';
    if (tokens[k]?.norm !== 'by' || !saying) continue;
    const end = phraseStartingAt(tokens, k + 1, unit.tokens[1]);
    if (end === null) return null;
    const speaker = quotedSpeaker(context, unit, i, end);
    if (speaker === null) return [];
    return [
      {
        relayer: [k + 1, end],
        upstream: speaker,
        cue: [i, k + 1],
        content: contentAt(context, i),
        kind: 'quotes',
        certainty: 'explicit',
      },
    ];
  }
  return null;
}

function quotedSpeaker(context: Context, unit: Unit, i: number, end: number): Range | null {
  const { page } = context;
  const inside = speechesIn(context, unit).find(
    ({ source }) => source !== null && source[0] < i && i <= source[1],
  );
  if (inside?.source != null) return named(page, inside.source);
  if (i === unit.tokens[0]) {
    const first = isComma(page.tokens[end]) ? end + 1 : end;
    const last = phraseStartingAt(page.tokens, first, unit.tokens[1]);
    return last === null ? null : [first, last];
  }
  const start = groupStart(page, i);
  // "Y, quoted by X, said"
  const apart = isComma(page.tokens[start - 1]) && isComma(page.tokens[end]);
  const subject = subjectBefore(page, unit.tokens[0], apart ? start - 1 : start);
  return subject === null || headOf(page, subject) === null ? null : named(page, subject);
}
