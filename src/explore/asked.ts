/** What the page asks to be decided, read from whatever came. */

import { EXIT, HearsayError } from '../errors.ts';
import type { Asked } from './api/decisions.ts';

/** Longest note, in characters. */
const NOTE = 2000;
/** Longest id or answer. */
const WORD = 200;

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Throws a usage error for what is no decision. */
export function askedOf(text: string): Asked {
  const given = objectOf(text);
  const word = (name: string): string => {
    const value = given[name];
    if (typeof value !== 'string' || value === '' || value.length > WORD)
      throw malformed(`${name} is missing`);
    return value;
  };
  const note = noteOf(given.note);
  switch (given.kind) {
    case 'answer':
      return { kind: 'answer', question: word('question'), answer: word('answer'), note };
    case 'same':
    case 'not-same':
      return { kind: given.kind, a: word('a'), b: word('b'), note };
    case 'reject':
      return { kind: 'reject', mention: word('mention'), note };
    case 'official':
      if (typeof given.official !== 'boolean') throw malformed('official is missing');
      return { kind: 'official', source: word('source'), official: given.official, note };
    case 'rate': {
      const reliability = LETTERS.find((letter) => letter === given.reliability);
      if (reliability === undefined) throw malformed('reliability is no letter from A to F');
      return { kind: 'rate', source: word('source'), reliability, note };
    }
    default:
      throw malformed('kind is unknown');
  }
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
  } catch {}
  throw malformed('it is no JSON object');
}

function noteOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || value.length > NOTE) throw malformed('the note is too long or no text');
  return value;
}

const malformed = (why: string): HearsayError =>
  new HearsayError(`this is no decision: ${why}`, { exitCode: EXIT.usage });
