/** A session on a store too big to be read whole: it opens on the claim list and reads what is looked at. */

import { agenda } from '../../corroborate/agenda.ts';
import { STATUSES } from '../../corroborate/types.ts';
import { decision } from '../../decide.ts';
import { EXIT, HearsayError } from '../../errors.ts';
import { fromBatch } from '../../graph/from-batch.ts';
import type { Decision, DecisionBody } from '../../graph/types.ts';
import { shortIds } from '../../report/ids.ts';
import { STATUS_WORDS } from '../../report/words.ts';
import { settle } from '../../settle.ts';
import type { Store } from '../../store/types.ts';
import type { Page } from '../api/claims.ts';
import { NO_FILTER } from '../api/claims.ts';
import type { Decided, DecisionView } from '../api/decisions.ts';
import type { Overview } from '../api/overview.ts';
import type { QuestionPage } from '../api/questions.ts';
import { articleView } from '../article.ts';
import { claimView } from '../chain.ts';
import { bodyOf, changesBetween, decisionView } from '../deciding.ts';
import { questionRow } from '../questions.ts';
import { inTurn, type Session } from '../session.ts';
import { firstClaims, storedPage } from './claims.ts';
import { storedAround, storedNetwork, storedPath } from './network.ts';
import { articlePart, type ClaimPart, claimPart } from './part.ts';
import { storedSearch } from './search.ts';

/** Claims whose independence is open, those in most articles, that questions are collected from. */
const ASKED = 50;
/** Claims looked at last that are kept: what is decided is about one of them. */
const KEPT = 100;

/** `by`: who decides. The store is settled, and stays open as long as the session does. */
export function storedSession(store: Store, by: string): Session {
  const turn = inTurn();
  const parts = new Map<string, ClaimPart>();
  let version: number | null = null;

  const look = async (claim: string): Promise<ClaimPart | null> => {
    const part = parts.get(claim) ?? (await claimPart(store, claim));
    if (part === null) return null;
    parts.delete(claim);
    parts.set(claim, part);
    for (const oldest of parts.keys()) if (parts.size > KEPT + ASKED) parts.delete(oldest);
    return part;
  };

  /** Records or takes back, and compares the claims that were looked at. */
  async function changing(made: Decision, act: () => Promise<unknown>): Promise<Decided> {
    const before = [...parts.values()];
    const view = await viewed(store, made);
    await act();
    await settle(store);
    parts.clear();
    const after: ClaimPart[] = [];
    for (const { claim } of before) after.push(...one(await look(claim)));
    return {
      decision: view,
      changed: changesBetween(assessedIn(before), assessedIn(after)),
    };
  }

  return {
    location: store.location,
    // The page asks for it whenever it begins anew: what other programs added meanwhile shows then.
    overview: () =>
      turn(async () => {
        await settle(store);
        const { truth } = await store.revision();
        if (truth !== version) parts.clear();
        version = truth;
        return overviewOf(store);
      }),
    claims: (query) => storedPage(store, query),
    claim: async (id) => {
      const part = await look(id);
      return part && claimView(part.state, id, part.row);
    },
    article: async (id) => {
      const state = await articlePart(store, id);
      return state && articleView(state, id);
    },
    network: (query) => storedNetwork(store, query),
    around: (id, limit) => storedAround(store, id, limit),
    path: (from, to) => storedPath(store, from, to),
    search: (text, limit) => storedSearch(store, text, limit),
    questions: async (page) => {
      const open = await firstClaims(store, { ...NO_FILTER, status: ['independence-open'] }, ASKED);
      const asking: ClaimPart[] = [];
      for (const { id } of open) asking.push(...one(await look(id)));
      return questionsIn(asking, page);
    },
    decisions: async () => {
      const views: DecisionView[] = [];
      for (const made of await store.decisions()) views.push(await viewed(store, made));
      return views;
    },
    decide: (asked) =>
      turn(async () => {
        const body = firstThatKnows([...parts.values()], (part) => bodyOf(part.state, asked));
        const made = decision(body, by, new Date().toISOString(), asked.note);
        return changing(made, () => store.decide(made));
      }),
    undo: (id) =>
      turn(async () => {
        const made = (await store.decisions()).find((d) => d.id === id);
        if (!made) throw new HearsayError(`no decision ${id}`, { exitCode: EXIT.nothingFound });
        return changing(made, () => store.undo(id));
      }),
    state: () => {
      throw new HearsayError(`${store.location} is too big for one page`, {
        exitCode: EXIT.usage,
        remedy: 'export neo4j-csv, or report on one claim',
      });
    },
  };
}

const one = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

async function overviewOf(store: Store): Promise<Overview> {
  const { labels, statuses } = await store.summary();
  const count = (label: string) => labels[label] ?? 0;
  return {
    hearsay: 'explore/1',
    location: store.location,
    decisions: 'kept',
    counts: {
      articles: count('Article'),
      sources: count('Source'),
      statements: count('Statement'),
      claims: count('Claim'),
      events: count('Event'),
      questions: null,
    },
    facets: {
      status: STATUSES.flatMap((value) => {
        const n = statuses[value] ?? 0;
        return n === 0 ? [] : [{ value, label: STATUS_WORDS[value].label, count: n }];
      }),
      kind: [],
      act: [],
      outlet: [],
      official: 0,
      unnamed: 0,
    },
    time: { from: null, to: null, bins: [], undated: 0 },
    whole: false,
  };
}

function questionsIn(parts: readonly ClaimPart[], { offset, limit }: Page): QuestionPage {
  const byClaim = new Map(parts.map((part) => [part.claim, part]));
  const items = agenda(new Map(parts.map((part) => [part.claim, part.assessment])));
  const short = shortIds(items.map((item) => item.question.id));
  const rows = items.slice(offset, offset + limit).flatMap((item) => {
    const part = byClaim.get(item.claims[0]?.claim ?? '');
    return part
      ? [questionRow(part.state, short, item, (claim) => byClaim.get(claim)?.row(claim) ?? null)]
      : [];
  });
  const next = offset + limit;
  return { total: items.length, offset, rows, next: next < items.length ? next : null };
}

/** The claims of parts together, as far as comparing needs it. */
const assessedIn = (parts: readonly ClaimPart[]) => ({
  graph: {
    claims: new Map(
      parts.flatMap(({ claim, state }) => [...state.graph.claims].filter(([id]) => id === claim)),
    ),
  },
  assessments: new Map(parts.map(({ claim, assessment }) => [claim, assessment])),
});

/** What the first part that knows all ids makes of them; otherwise the last complaint. */
function firstThatKnows(parts: readonly ClaimPart[], make: (part: ClaimPart) => DecisionBody): DecisionBody {
  let complaint: unknown = new HearsayError('open the claim first', { exitCode: EXIT.nothingFound });
  for (const part of parts.toReversed())
    try {
      return make(part);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      complaint = error;
    }
  throw complaint;
}

/** Nodes that are looked at to put one decision into words. */
const BESIDE = 300;

async function viewed(store: Store, made: Decision): Promise<DecisionView> {
  const ids = Object.values(made.body).filter((value) => typeof value === 'string');
  return decisionView(fromBatch((await store.around(ids, BESIDE)).graph), made);
}
