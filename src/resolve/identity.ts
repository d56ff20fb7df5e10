// What the links between two readings make one.
import type { Link, Reading } from './types.ts';

/** Whether a thing of one reading and one of the other are certainly or probably one. */
export type Same = (a: string, b: string) => boolean;

/** Looks up certain and probable links of one kind, in either direction. */
export function sameBy(links: readonly Link[], kind: Link['kind']): Same {
  const pairs = new Set(
    links
      .filter((link) => link.kind === kind && (link.judgement === 'certain' || link.judgement === 'probable'))
      .flatMap((link) => [`${link.a} ${link.b}`, `${link.b} ${link.a}`]),
  );
  return (a, b) => pairs.has(`${a} ${b}`);
}

/** A link with its ends in order. */
export const linkOf = (
  kind: Link['kind'],
  a: string,
  b: string,
  judgement: Link['judgement'],
  reason: string,
  score = 0,
): Link => ({
  kind,
  a: a < b ? a : b,
  b: a < b ? b : a,
  judgement,
  reason,
  opens: null,
  question: null,
  ...(score === 0 ? {} : { score }),
});

/** The day up to which a statement may have been made: as it is told, else when its article came out. */
export const lastDay = (
  reading: Reading,
  statement: { readonly said: { readonly to: string | null } },
): string | null => statement.said.to ?? reading.publishedOn;
