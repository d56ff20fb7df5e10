/** An explorer whose analyst decides: what is decided is recorded, and everything is drawn from the graph that follows from it. */

import { assessAll } from '../corroborate/assess.ts';
import { decision } from '../decide.ts';
import { EXIT, HearsayError } from '../errors.ts';
import { type BuildInput, buildGraph } from '../graph/build.ts';
import { toEvidence } from '../graph/evidence.ts';
import { fromBatch } from '../graph/from-batch.ts';
import type { Decision, KnowledgeGraph } from '../graph/types.ts';
import { settle } from '../settle.ts';
import type { Store } from '../store/types.ts';
import type { Decided } from './api/decisions.ts';
import type { Overview } from './api/overview.ts';
import type { Explore } from './api.ts';
import { bodyOf, changesBetween, decisionView } from './deciding.ts';
import { localExplore } from './local.ts';
import { type State, stateOf } from './state.ts';

/** What decisions are recorded in, and the graph that follows from it. */
export interface Ground {
  readonly location: string;
  readonly decisions: Extract<Overview['decisions'], 'kept' | 'session'>;
  list(): Promise<readonly Decision[]>;
  record(decision: Decision): Promise<void>;
  /** False when there is no such decision. */
  undo(decision: string): Promise<boolean>;
  /** Another one as soon as the graph is another one, whoever changed it. */
  version(): Promise<number>;
  graph(): Promise<KnowledgeGraph>;
}

/** Articles read for this session: decisions last as long as it. */
export function groundInMemory(input: Omit<BuildInput, 'decisions'>, location: string): Ground {
  let decisions: readonly Decision[] = [];
  return {
    location,
    decisions: 'session',
    list: async () => decisions,
    record: async (d) => {
      decisions = [...decisions, d];
    },
    undo: async (id) => {
      const before = decisions;
      decisions = before.filter((d) => d.id !== id);
      return decisions.length < before.length;
    },
    version: async () => 0,
    graph: async () => buildGraph({ ...input, decisions }),
  };
}

/** A store, whose decisions last. It stays open as long as the session does. */
export const groundOnStore = (store: Store): Ground => ({
  location: store.location,
  decisions: 'kept',
  list: () => store.decisions(),
  record: (d) => store.decide(d),
  undo: (id) => store.undo(id),
  version: async () => (await store.revision()).truth,
  graph: async () => {
    await settle(store);
    return fromBatch(await store.readGraph());
  },
});

export interface Session extends Explore {
  readonly location: string;
  /** The state that everything is drawn from at the moment. Throws a `HearsayError` where it is too much to have at once. */
  state(): State;
}

/** `by`: who decides. Decisions are taken one after the other, in the order asked. */
export async function openSession(ground: Ground, by: string): Promise<Session> {
  let version = await ground.version();
  let state = assessedState(await ground.graph());
  const turn = inTurn();

  async function renew(): Promise<void> {
    version = await ground.version();
    state = assessedState(await ground.graph());
  }

  async function changing(made: Decision, act: () => Promise<unknown>): Promise<Decided> {
    const before = state;
    const view = decisionView(before.graph, made);
    await act();
    await renew();
    return { decision: view, changed: changesBetween(before, state) };
  }

  const explore = localExplore(() => state, ground.location, {
    decisions: ground.decisions,
    list: async () => (await ground.list()).map((d) => decisionView(state.graph, d)),
    decide: (asked) =>
      turn(async () => {
        const made = decision(bodyOf(state, asked), by, new Date().toISOString(), asked.note);
        return changing(made, () => ground.record(made));
      }),
    undo: (id) =>
      turn(async () => {
        const made = (await ground.list()).find((d) => d.id === id);
        if (!made) throw new HearsayError(`no decision ${id}`, { exitCode: EXIT.nothingFound });
        return changing(made, () => ground.undo(id));
      }),
  });
  return {
    ...explore,
    // The page asks for it whenever it begins anew: what other programs added meanwhile shows then.
    overview: () =>
      turn(async () => {
        if ((await ground.version()) !== version) await renew();
        return explore.overview();
      }),
    location: ground.location,
    state: () => state,
  };
}

/** Makes a queue: what is given to it is done one after the other, whatever becomes of those before. */
export function inTurn(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const result = last.then(action);
    last = result.catch(() => {});
    return result;
  };
}

function assessedState(graph: KnowledgeGraph): State {
  return stateOf(graph, new Map(assessAll(toEvidence(graph))));
}
