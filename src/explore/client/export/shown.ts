/** What is seen at the moment, for who wants to take it away. */

import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import type { Picture } from './svg.ts';

export interface Shown {
  /** What it is about, for the name of a file. */
  readonly about: string;
  readonly data: unknown;
  /** Null where nothing is drawn. */
  readonly picture: (() => Picture | null) | null;
}

/** A view says what it shows. */
export function useShown(about: string, data: unknown, picture: Shown['picture'] = null): void {
  const { shown } = useDesk();
  useEffect(() => {
    shown.current = { about, data, picture };
    return () => {
      shown.current = null;
    };
  }, [shown, about, data, picture]);
}
