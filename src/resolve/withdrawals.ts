// Taking back: which statements a source withdraws, in its own article and in others.
import { extractRetractions } from '../extract/rules/retractions.ts';
import type { Retraction } from '../extract/rules/types.ts';
import type { Attribution } from '../extract/types.ts';
import { paragraphAt, tokensIn } from '../text/lookup.ts';
import { overlaps } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Draft } from './drafts.ts';
import { sameBy } from './identity.ts';
import type { Resolved } from './reliances.ts';
import type { Link, LocalRetraction, LocalStatement, Reading, Withdrawal } from './types.ts';

/** Retractions by which something said before is called wrong; a new count beside an old one is none. */
export const takingBack = (document: Document, attributions: readonly Attribution[]): readonly Retraction[] =>
  extractRetractions(document, attributions).filter(
    (each) =>
      each.kind !== 'correction' ||
      /wrong|mistak|error|incorrect|false/.test(document.article.text.slice(...each.cue)),
  );

/** "We apologise": who speaks in the article's own voice beside a correction, and the verb. */
function apologyNear(document: Document, cue: Span): readonly [source: Span, cue: Span] | null {
  const paragraph = paragraphAt(document, cue[0]);
  const tokens = paragraph === null ? [] : tokensIn(document, paragraph.span);
  const i = tokens.findIndex(({ lemma }, k) => APOLOGISING.has(lemma) && tokens[k - 1]?.norm === 'we');
  const [we, verb] = [tokens[i - 1], tokens[i]];
  return we === undefined || verb === undefined ? null : [we.span, verb.span];
}

const APOLOGISING = new Set(['apologise', 'apologize', 'regret']);

/** "That was wrong" in the article's own voice: its outlet denies what it had said, where no attribution says so. */
export const ownCorrections = (
  document: Document,
  retractions: readonly Retraction[],
  drafts: readonly Draft[],
): readonly Attribution[] =>
  retractions.flatMap((each): readonly Attribution[] => {
    const of = each.of;
    if (each.kind !== 'correction' || each.by !== null || of === null) return [];
    if (drafts.some((draft) => overlaps(draft.passage, of))) return [];
    const apology = apologyNear(document, each.cue);
    return [
      {
        source: apology === null ? [] : [apology[0]],
        cue: apology === null ? [each.cue] : [each.cue, apology[1]],
        content: [of],
        confidence: 0.5,
        statement: true,
        act: 'DENIED',
        factuality: 'CT-',
        hedges: [],
        provisional: false,
        channel: null,
        time: null,
        by: 'retraction',
      },
    ];
  });

/** Whether an attribution takes something back, so that what it repeats of it is denied. */
export const takesBack = (retractions: readonly Retraction[], { cue, content }: Attribution): boolean =>
  retractions.some(
    ({ kind, cue: taking }) =>
      (kind === 'correction' || kind === 'withdrawal') &&
      [...cue, ...content].some((span) => overlaps(span, taking)),
  );

/** "We wrote that a driver had seen it. That was wrong.": what its own outlet said is called wrong in the next sentence. */
export const calledWrong = (retractions: readonly Retraction[], { cue }: Attribution): boolean =>
  retractions.some(
    ({ kind, by, of }) =>
      kind === 'correction' && by === null && of !== null && cue.some((span) => overlaps(span, of)),
  );

/** "It was me who asked my spokesman to deny it": says nothing new, but that the denial falls. */
export const ownsDenial = (retractions: readonly Retraction[], { cue, content }: Attribution): boolean =>
  retractions.some(
    (each) => each.kind === 'denial' && [...cue, ...content].some((span) => overlaps(span, each.cue)),
  );

/** What the article's statements withdraw of earlier ones, for comparing with other articles. */
export const withdrawalsOf = (
  retractions: readonly Retraction[],
  { drafts, clusters, sources, statementOf, claimOf }: Resolved,
): readonly Withdrawal[] =>
  retractions.flatMap((each) => {
    const draft =
      drafts.find(({ attribution }) =>
        [...attribution.cue, ...attribution.content].some((span) => overlaps(span, each.cue)),
      ) ??
      drafts.find(
        ({ source, attribution }) =>
          source?.id === sources.outlet && attribution.act === 'DENIED' && calledWrong([each], attribution),
      );
    if (draft?.source == null) return [];
    const statement = statementOf(draft);
    // Who owns up to a denial takes back all that the rest of the article has him say the contrary of.
    const together = drafts.filter((other) =>
      each.kind === 'denial'
        ? other.source === draft.source && other.attribution.act !== 'DENIED'
        : statementOf(other) === statement,
    );
    const claims = [...new Set(together.flatMap((other) => [...clusters.of(other)]))].map(claimOf);
    return [{ statement, claims, kind: each.kind === 'denial' ? 'denial' : 'assertion' }];
  });

/** Earlier statements of the same source in the same article that a withdrawal takes back. */
export const takenBackHere = (
  withdrawals: readonly Withdrawal[],
  statements: readonly LocalStatement[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    withdrawals.map((withdrawal) => {
      const own = statements.find((each) => each.id === withdrawal.statement);
      const before = statements.filter(
        (each) =>
          each.id !== withdrawal.statement &&
          each.source !== null &&
          each.source === own?.source &&
          isTaken(each, withdrawal, (a, b) => a === b),
      );
      return [withdrawal.statement, before.map((each) => each.id)];
    }),
  );

/** Statements of one article that the other one's withdrawals take back. */
export const joinWithdrawals = (
  a: Reading,
  b: Reading,
  sources: readonly Link[],
  claims: readonly Link[],
): readonly LocalRetraction[] => [...takenBack(a, b, sources, claims), ...takenBack(b, a, sources, claims)];

/**
 * What the withdrawing source had said itself; where an outlet corrects its own earlier article, also what it had put
 * into other mouths there.
 */
function takenBack(
  now: Reading,
  then: Reading,
  sources: readonly Link[],
  claims: readonly Link[],
): readonly LocalRetraction[] {
  if (now.publishedOn !== null && then.publishedOn !== null && then.publishedOn > now.publishedOn) return [];
  const sameSource = sameBy(sources, 'source');
  const sameClaim = sameBy(claims, 'claim');
  return now.withdrawals.flatMap((withdrawal) => {
    const by = now.statements.find((each) => each.id === withdrawal.statement)?.source;
    if (by == null) return [];
    const ownArticle = now.outlet === by && then.outlet !== null && sameSource(by, then.outlet);
    return then.statements
      .filter(
        (each) =>
          each.source !== null &&
          (sameSource(each.source, by) || ownArticle) &&
          isTaken(each, withdrawal, sameClaim),
      )
      .map((each) => ({ from: withdrawal.statement, to: each.id, reason: 'taken back by who had said it' }));
  });
}

const isTaken = (
  each: LocalStatement,
  { claims, kind }: Withdrawal,
  same: (a: string, b: string) => boolean,
): boolean =>
  each.claims.some(
    (claim) =>
      (claim.stance === 'denies') === (kind === 'denial') && claims.some((own) => same(own, claim.id)),
  );
