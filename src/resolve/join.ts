// Resolution over articles: what of one reading is one with something of another.
import { joinClaims } from './claims/join.ts';
import { copiedSources } from './copied-sources.ts';
import { shareKey, shareName, shareOwnName } from './keys.ts';
import { joinReports } from './reports.ts';
import { joinReuse } from './reuse.ts';
import { joinSources } from './sources/join.ts';
import { openWitnesses } from './sources/witnesses.ts';
import { joinStatements } from './statement-links.ts';
import type { Decisions, Link, Reading } from './types.ts';
import { joinWithdrawals } from './withdrawals.ts';

/**
 * Compares one reading with each candidate that it shares a blocking key with, pair by pair. Symmetric: what `join(a, [b])` decides, `join(b, [a])`
 * decides too, so the order in which articles arrive changes nothing.
 * @param identify who is one source in two articles
 */
export function join(
  reading: Reading,
  candidates: readonly Reading[],
  identify: typeof joinSources = joinSources,
): Decisions {
  const pairs = candidates
    .filter((other) => other.article !== reading.article && shareKey(reading, other))
    .map((other) =>
      reading.article < other.article
        ? joinPair(reading, other, identify)
        : joinPair(other, reading, identify),
    );
  return {
    links: pairs.flatMap((pair) => pair.links),
    relations: pairs.flatMap((pair) => pair.relations),
    reliances: pairs.flatMap((pair) => pair.reliances),
    reuse: pairs.flatMap((pair) => pair.reuse),
    retractions: pairs.flatMap((pair) => pair.retractions),
  };
}

/** Share of an article that must stand in another for both to tell of one affair without a common name. */
const COPY = 0.3;

const NOTHING: Decisions = { links: [], relations: [], reliances: [], reuse: [], retractions: [] };

/** Two articles that have nothing in common but a phrase tell of two affairs: nothing joins them. */
function joinPair(a: Reading, b: Reading, identify: typeof joinSources): Decisions {
  const reuse = joinReuse(a, b);
  if (!shareName(a, b) && !reuse.some(({ score }) => score >= COPY)) return NOTHING;
  const copied = copiedSources(a, b);
  const isOpen = (link: Link) => copied.some((each) => each.a === link.a && each.b === link.b);
  const sources = [...identify(a, b).filter((l) => l.judgement !== 'possible' || !isOpen(l)), ...copied];
  const claims = joinClaims(a, b, sources);
  return {
    links: [
      ...sources,
      ...openWitnesses(a, b, sources, claims.links),
      ...claims.links,
      ...joinStatements(a, b, sources, claims.links),
    ],
    // "Norovirus sickened nine" here and there: what differs between two affairs is no conflict.
    relations: shareOwnName(a, b) || reuse.length > 0 ? claims.relations : [],
    reliances: joinReports(a, b, sources, claims.links),
    reuse,
    retractions: joinWithdrawals(a, b, sources, claims.links),
  };
}
