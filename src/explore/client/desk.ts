/** What every part of the page works with, and how it asks for data. */

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Asked, Decided } from '../api/decisions.ts';
import type { Overview } from '../api/overview.ts';
import type { Explore } from '../api.ts';
import type { Shown } from './export/shown.ts';
import type { State } from './state.ts';

export interface Desk {
  readonly explore: Explore;
  readonly overview: Overview;
  readonly state: State;
  /** Grows with every decision: what was asked before has to be asked again. */
  readonly revision: number;
  /** What the view shows just now, for exports. */
  readonly shown: { current: Shown | null };
  /** Everything as one self-contained file; null where the page is one already. */
  readonly page: (() => Promise<Blob>) | null;
  readonly go: (state: State) => void;
  readonly decide: (asked: Asked) => Promise<void>;
  readonly undo: (decision: string) => Promise<void>;
  /** What the last decision, or taking it back, changed. */
  readonly decided: (Decided & { readonly undone: boolean }) | null;
}

export const DeskContext = createContext<Desk | null>(null);

/** Throws outside the page's frame. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk here');
  return desk;
}

export type Answer<T> =
  | { readonly kind: 'waiting'; readonly value: T | undefined }
  | { readonly kind: 'here'; readonly value: T }
  | { readonly kind: 'failed'; readonly value: T | undefined; readonly message: string };

/** Asks again whenever `key` or the revision changes; until the answer comes, the one before stays. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const { revision } = useDesk();
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'waiting', value: undefined });
  useEffect(() => {
    let live = true;
    setAnswer((before) => ({ kind: 'waiting', value: before.value }));
    ask().then(
      (value) => live && setAnswer({ kind: 'here', value }),
      (error: unknown) =>
        live && setAnswer((before) => ({ kind: 'failed', value: before.value, message: messageOf(error) })),
    );
    return () => {
      live = false;
    };
  }, [key, revision]);
  return answer;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
