/** Changes that an analyst makes to what was read in one article. Each gives a new reading; what it names stays readable. */

import type { Act, Factuality } from '../extract/types.ts';
import type { LocalStatement, Mention, Reading, SourceMention, Stance } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';
import { shortHash } from './ids.ts';

/** Without one mention, and without what was known from it alone. */
export function dropMention(reading: Reading, id: string): Reading {
  const dropped = reading.mentions.find((m) => m.id === id);
  if (dropped === undefined) return reading;
  const mentions = reading.mentions.filter((m) => m.id !== id);
  const elsewhere = new Set(mentions.flatMap((m) => m.source.map(String)));
  const onlyHere = new Set(dropped.source.map(String).filter((span) => !elsewhere.has(span)));
  const sources = reading.sources
    .map((s) => ({ ...s, mentions: s.mentions.filter((m) => !onlyHere.has(String(m.span))) }))
    .filter((s, i) => s.mentions.length > 0 || reading.sources[i]?.mentions.length === 0);
  return tidy({ ...reading, mentions, sources });
}

/** Another act or factuality than the program read, for the statement that the mention belongs to. */
export function correctMention(
  reading: Reading,
  id: string,
  { act, factuality }: { readonly act?: Act | undefined; readonly factuality?: Factuality | undefined },
): Reading {
  const mention = reading.mentions.find((m) => m.id === id);
  if (mention === undefined) return reading;
  const correct = (s: LocalStatement): LocalStatement => ({
    ...s,
    act: act ?? s.act,
    claims:
      act === 'OTHER'
        ? []
        : s.claims.map((c) => {
            const stance = act === undefined ? c.stance : stanceOf(act);
            return {
              id: c.id,
              stance,
              factuality: mention.claims.includes(c.id) ? (factuality ?? c.factuality) : c.factuality,
            };
          }),
  });
  return tidy({
    ...reading,
    mentions: reading.mentions.map((m) =>
      m.id === id ? { ...m, factuality: factuality ?? m.factuality } : m,
    ),
    statements: reading.statements.map((s) => (s.id === mention.statement ? correct(s) : s)),
  });
}

const stanceOf = (act: Act): Stance =>
  act === 'CONFIRMED'
    ? 'confirms'
    : act === 'DENIED'
      ? 'denies'
      : act === 'WARNED' || act === 'PREDICTED'
        ? 'predicts'
        : 'asserts';

/** The mention as a statement of its own, by another source where one is given; reliances that stand in its passage go along. */
export function detachMention(reading: Reading, id: string, source?: string): Reading {
  const mention = reading.mentions.find((m) => m.id === id);
  const old = reading.statements.find((s) => s.id === mention?.statement);
  if (mention === undefined || old === undefined) return reading;
  const alone = reading.mentions.every((m) => m.id === id || m.statement !== old.id);
  const statement = {
    ...old,
    id: alone ? old.id : `t${shortHash(`own ${id}`)}`,
    source: source ?? old.source,
    claims: old.claims.filter((c) => mention.claims.includes(c.id)),
  };
  const goesAlong = (cue: Span) => mention.passage[0] <= cue[0] && cue[1] <= mention.passage[1];
  return tidy({
    ...reading,
    statements: [...reading.statements.filter((s) => !alone || s.id !== old.id), statement],
    mentions: reading.mentions.map((m) => (m.id === id ? { ...m, statement: statement.id } : m)),
    reliances: reading.reliances.map((r) =>
      r.from === old.id && goesAlong(r.cue) ? { ...r, from: statement.id } : r,
    ),
  });
}

/** One place of a source as a source of its own, together with what is said there. */
export function detachSource(reading: Reading, id: string): Reading {
  const old = reading.sources.find((s) => s.mentions.some((m) => m.id === id));
  const place = old?.mentions.find((m) => m.id === id);
  if (old === undefined || place === undefined || old.mentions.length === 1) return reading;
  const own = { ...old, id: `s${shortHash(`own ${id}`)}`, mentions: [place] };
  const parted = {
    ...reading,
    sources: [
      ...reading.sources.map((s) => (s === old ? { ...s, mentions: without(s.mentions, id) } : s)),
      own,
    ],
  };
  return speaking(reading, old.id, place)
    .map((m) => m.id)
    .reduce((r, mention) => detachMention(r, mention, own.id), parted as Reading);
}

const without = (mentions: readonly SourceMention[], id: string) => mentions.filter((m) => m.id !== id);

/** Mentions in which the source speaks from that place. */
function speaking(reading: Reading, source: string, place: SourceMention): readonly Mention[] {
  const its = new Set(reading.statements.filter((s) => s.source === source).map((s) => s.id));
  return reading.mentions.filter(
    (m) =>
      its.has(m.statement) && m.source.some(([start, end]) => start < place.span[1] && place.span[0] < end),
  );
}

/** Without statements that no mention carries, claims that no statement holds, and what hangs on either. */
function tidy(reading: Reading): Reading {
  const carried = new Map<string, Set<string>>();
  for (const m of reading.mentions) {
    const claims = carried.get(m.statement) ?? new Set();
    for (const claim of m.claims) claims.add(claim);
    carried.set(m.statement, claims);
  }
  const statements = reading.statements
    .filter((s) => carried.has(s.id))
    .map((s) => ({ ...s, claims: s.claims.filter((c) => carried.get(s.id)?.has(c.id)) }));
  const held = new Map(statements.map((s) => [s.id, new Set(s.claims.map((c) => c.id))]));
  const any = new Set(statements.flatMap((s) => s.claims.map((c) => c.id)));
  return {
    ...reading,
    statements,
    mentions: reading.mentions.map((m) => ({
      ...m,
      claims: m.claims.filter((c) => held.get(m.statement)?.has(c)),
    })),
    claims: reading.claims.filter((c) => any.has(c.id)),
  };
}
