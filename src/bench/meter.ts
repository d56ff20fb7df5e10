/** Where the CPU time of a run goes. */

/** CPU seconds of the whole process so far, collecting garbage on other threads included. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export interface Meter {
  /** CPU seconds by name. */
  readonly spent: ReadonlyMap<string, number>;
  /** The same function, its CPU time counted under a name; where it gives a promise, until that settles. */
  readonly timed: <A extends readonly unknown[], R>(
    name: string,
    action: (...args: A) => R,
  ) => (...args: A) => R;
  /** The same items, the time to get each counted. */
  readonly timedItems: <T>(name: string, items: AsyncIterable<T>) => AsyncIterable<T>;
}

/** Counts what runs one after the other; what runs at once is counted more than once. */
export function meter(): Meter {
  const spent = new Map<string, number>();
  const count = (name: string, since: number): void => {
    spent.set(name, (spent.get(name) ?? 0) + cpuSeconds() - since);
  };
  return {
    spent,
    timed:
      (name, action) =>
      (...args) => {
        const since = cpuSeconds();
        const result = action(...args);
        if (result instanceof Promise) void result.finally(() => count(name, since)).catch(() => {});
        else count(name, since);
        return result;
      },
    async *timedItems(name, items) {
      const iterator = items[Symbol.asyncIterator]();
      for (;;) {
        const since = cpuSeconds();
        const next = await iterator.next();
        count(name, since);
        if (next.done === true) return;
        yield next.value;
      }
    },
  };
}
