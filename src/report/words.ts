/** How a report words statuses, bounds, dates, acts and names: the only place where they are spelled out. */

import type { Assessment, Flag, Question, Status } from '../corroborate/types.ts';
import type { Act, Certainty } from '../extract/types.ts';
import type { SourceNode } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import type { ClaimRelation, Said, Stance } from '../resolve/types.ts';
import type { Tone } from './blocks.ts';

interface StatusWords {
  readonly label: string;
  readonly tone: Tone;
  /** What the status means, in one sentence. */
  readonly meaning: string;
}

export const STATUS_WORDS: Readonly<Record<Status, StatusWords>> = {
  corroborated: {
    label: 'corroborated',
    tone: 'good',
    meaning: 'at least two chains to independent roots, however the open questions are answered',
  },
  'independence-open': {
    label: 'independence not established',
    tone: 'open',
    meaning: 'several sources, but open questions may make them one',
  },
  'single-source': {
    label: 'single source',
    tone: 'open',
    meaning: 'everything said for it runs through one source',
  },
  disputed: { label: 'disputed', tone: 'bad', meaning: 'grounded statements for it and against it' },
  denied: { label: 'denied', tone: 'bad', meaning: 'denied, and asserted by nobody' },
  circular: {
    label: 'circular',
    tone: 'bad',
    meaning: 'its sources rest on one another and on nothing else',
  },
  retracted: { label: 'withdrawn', tone: 'bad', meaning: 'taken back, and nothing grounded is left' },
  hedged: {
    label: 'not stated as a fact',
    tone: 'open',
    meaning: 'possible, planned, predicted or an opinion',
  },
  unsourced: { label: 'unsourced', tone: 'bad', meaning: 'only the article itself says so' },
};

export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  superseded: 'superseded by a later figure',
  valueConflict: 'another source gives another value',
  oneCarrier: 'read in one article only',
  capped: 'lists of witnesses and cuts cut short',
};

export const ACT_WORDS: Readonly<Record<Act, string>> = {
  CONFIRMED: 'confirmed by',
  REPORTED: 'reported by',
  CLAIMED: 'claimed by',
  DENIED: 'denied by',
  WARNED: 'warned of by',
  PREDICTED: 'predicted by',
  OTHER: 'said by',
};

/** How somebody spoke to a claim: a denial of one claim can assert another. */
export const actWords = (act: Act, stance: Stance): string =>
  stance === 'denies' ? ACT_WORDS.DENIED : act === 'DENIED' ? ACT_WORDS.CLAIMED : ACT_WORDS[act];

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  explicit: 'the text says so',
  implied: 'implied by the text',
  possible: 'open',
};

/** "1 independent chain", "1–2 independent chains". */
export function boundsWords(bounds: readonly [number, number], exact = true): string {
  const [min, max] = bounds;
  if (max === 0) return 'no independent chain';
  const count = min === max ? `${max}` : `${min}–${max}`;
  return `${count} independent ${max === 1 ? 'chain' : 'chains'}${exact ? '' : ' (outer bounds)'}`;
}

/** Statuses that leave nothing to say about bounds. */
const BOUNDS_IMPLIED: ReadonlySet<Status> = new Set([
  'single-source',
  'hedged',
  'unsourced',
  'circular',
  'retracted',
]);

/** What stands beside the status: bounds, confirmation, provisional data, flags. */
export function assessmentWords(a: Assessment): readonly string[] {
  const words: string[] = [];
  if (a.independentMax > 0 && !BOUNDS_IMPLIED.has(a.status))
    words.push(boundsWords([a.independentMin, a.independentMax], a.exact));
  if (a.denial.independentMax > 0)
    words.push(`denial: ${boundsWords([a.denial.independentMin, a.denial.independentMax])}`);
  if (a.officiallyConfirmed)
    words.push(
      a.officialOnOwnBasis === false ? 'officially confirmed, on another’s word' : 'officially confirmed',
    );
  if (a.provisional) words.push('provisional');
  for (const flag of a.flags) if (flag !== 'oneCarrier') words.push(FLAG_WORDS[flag]);
  return words;
}

/** An unnamed source is a description, and says so. */
export const nameWords = (source: SourceNode | null): string =>
  source === null ? 'the article itself' : source.named ? source.name : `${source.name} (unnamed)`;

/** What to ask about a root that is not named. */
export function whoWords(source: SourceNode): string {
  if (source.kind === 'Document' || source.kind === 'Data') return `Who made “${source.name}”, and when? It`;
  return `Who is “${source.name}”? It`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Fri 27 Dec 2024"; what is no day is given back as it stands. */
export function dayWords(day: Day, weekday = true): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const words = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return weekday ? `${WEEKDAYS[date.getUTCDay()]} ${words}` : words;
}

/** "Thu 26 Dec 2024", "between 23 Dec 2024 and 26 Dec 2024", "undated, by 27 Dec 2024", "undated". */
export function saidWords(said: Pick<Said, 'from' | 'to'>): string {
  const { from, to } = said;
  if (from === null) return to === null ? 'undated' : `undated, by ${dayWords(to, false)}`;
  if (to === null) return `from ${dayWords(from, false)} on`;
  return from === to ? dayWords(from) : `between ${dayWords(from, false)} and ${dayWords(to, false)}`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** "1 article", "3 articles". */
export const countWords = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** What each answer to a question would make of the bounds: "yes: 1 independent chain; no: 1–2 independent chains." */
export function answerWords(question: Question, labels: ReadonlyMap<string, string>): string {
  const answers = question.answers.map(
    (a) => `${labels.get(a.answer) ?? a.answer}: ${boundsWords(a.bounds)}`,
  );
  const together = question.with.length === 0 ? '' : ` (only together with ${listWords(question.with)})`;
  return `${answers.join('; ')}${together}.`;
}

/** A relation to another claim, seen from its start and from its end. */
export const RELATION_WORDS: Readonly<Record<ClaimRelation, readonly [string, string]>> = {
  DETAIL_OF: ['Detail of', 'Has the detail'],
  CONTRADICTS: ['Contradicts', 'Contradicted by'],
  CONFLICTS_IN_VALUE: ['Another value', 'Another value'],
  SUPERSEDES: ['Supersedes', 'Superseded by'],
  RELATED: ['See also', 'See also'],
};
