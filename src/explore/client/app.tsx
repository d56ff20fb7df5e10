/** The page's frame: what is shown follows from one state, and the state stands in the address. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Asked, Decided } from '../api/decisions.ts';
import type { Overview } from '../api/overview.ts';
import type { Explore } from '../api.ts';
import { fromAddress, toAddress } from './address.ts';
import { type Desk, DeskContext, messageOf } from './desk.ts';
import { isStep, type State } from './state.ts';
import { Frame } from './views/frame.tsx';

interface Props {
  readonly explore: Explore;
  readonly first: Overview;
  readonly page: Desk['page'];
}

export function App({ explore, first, page }: Props) {
  const shown: Desk['shown'] = useRef(null);
  const [overview, setOverview] = useState(first);
  const [state, setState] = useState(() => fromAddress(location.hash));
  const [revision, setRevision] = useState(0);
  const [decided, setDecided] = useState<Desk['decided']>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const follow = () => setState(fromAddress(location.hash));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const go = useCallback(
    (next: State) => {
      const address = `#${toAddress(next)}`;
      if (isStep(state, next)) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      setState(next);
    },
    [state],
  );

  const change = useCallback(
    async (act: () => Promise<Decided>, undone: boolean) => {
      try {
        const outcome = await act();
        setDecided({ ...outcome, undone });
        setOverview(await explore.overview());
        setRevision((n) => n + 1);
        setFailure(null);
      } catch (error) {
        setFailure(messageOf(error));
      }
    },
    [explore],
  );
  const decide = useCallback((asked: Asked) => change(() => explore.decide(asked), false), [change, explore]);
  const undo = useCallback((id: string) => change(() => explore.undo(id), true), [change, explore]);

  const desk: Desk = useMemo(
    () => ({ explore, overview, state, revision, shown, page, go, decide, undo, decided }),
    [explore, overview, state, revision, page, go, decide, undo, decided],
  );
  return (
    <DeskContext.Provider value={desk}>
      <Frame failure={failure} />
    </DeskContext.Provider>
  );
}
