/** Ids of classes: that of the smallest member, behind a prefix that says what it is. */

import { createHash } from 'node:crypto';

export const PREFIX = { source: 'src', statement: 'st', claim: 'cl', event: 'ev' } as const;
export type ClassKind = keyof typeof PREFIX;

/** 16 hex digits that stand for a local id: its own where it ends in them, else a hash. */
export function digits(local: string): string {
  return /^[a-z]([0-9a-f]{16})$/.exec(local)?.[1] ?? shortHash(local);
}

export const classId = (kind: ClassKind, local: string): string => `${PREFIX[kind]}-${digits(local)}`;

/** 16 hex digits of sha256. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
