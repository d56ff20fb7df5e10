/** Finding what a short id stands for. */

import { EXIT, HearsayError } from '../errors.ts';
import { matching } from '../report/ids.ts';

/** The one thing that an id or a beginning of it names. `lister`: the command that lists such ids. */
export function find<T>(what: string, id: string, things: ReadonlyMap<string, T>, lister: string): T {
  const ids = matching(id, things.keys());
  const thing = things.get(ids[0] ?? '');
  if (ids.length > 1)
    throw new HearsayError(`${id} fits ${ids.length} ${what}s (${ids.slice(0, 3).join(', ')} …)`, {
      exitCode: EXIT.usage,
      remedy: 'give more of the id',
    });
  if (thing === undefined)
    throw new HearsayError(`no ${what} ${id}`, {
      exitCode: EXIT.nothingFound,
      remedy: `${lister} lists them`,
    });
  return thing;
}
