/** A store, open for as long as a command needs it. */

import { EXIT, HearsayError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/types.ts';

/** The graph as it is kept. */
export async function storedGraph(location: string): Promise<KnowledgeGraph> {
  throw new HearsayError(`${location}: there is no store`, { exitCode: EXIT.storeUnreachable });
}
