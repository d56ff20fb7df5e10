/** The graph that a command speaks of: articles read into memory, or a store. */

import type { Command } from 'commander';
import { assessAll } from '../corroborate/assess.ts';
import type { Assessment } from '../corroborate/types.ts';
import { EXIT, HearsayError } from '../errors.ts';
import { asOf } from '../graph/as-of.ts';
import { toEvidence } from '../graph/evidence.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import type { InMemory } from '../memory.ts';
import { isAnalysed } from '../read/language.ts';
import type { Day } from '../read/types.ts';
import { type InputOptions, readingOptions, type StoreOptions } from './options.ts';
import { complainOf, noteUnanalysed, progressOver, throwIfNone } from './output.ts';
import { storedGraph } from './stored.ts';

export interface AssessedGraph {
  readonly graph: KnowledgeGraph;
  readonly assessments: ReadonlyMap<string, Assessment>;
}

/** Graph and assessments, as of a day where one is given. */
export function assessed(graph: KnowledgeGraph, day: Day | null = null): AssessedGraph {
  const known = day === null ? graph : asOf(graph, day);
  return { graph: known, assessments: new Map(assessAll(toEvidence(known))) };
}

/** Reads FILEs into memory. Inputs that cannot be read are named on standard error and fail the command in the end. */
export async function readFiles(
  files: readonly string[],
  options: InputOptions & { readonly quiet?: boolean },
): Promise<InMemory> {
  const { articlesOf, openStages, untilFirstArticle } = await import('../reading.ts');
  const { graphInMemory } = await import('../memory.ts');
  const { articles, failures } = await untilFirstArticle(articlesOf(files, readingOptions(options)));
  throwIfNone(articles, failures);
  const stages = await openStages(options.extractor);
  const bar = await progressOver(files, options);
  try {
    const read = await graphInMemory(articles, stages, bar.update);
    bar.end();
    complainOf([...failures, ...read.failures]);
    noteUnanalysed([...read.graph.articles.values()].filter((a) => !isAnalysed(a)).length, options);
    return read;
  } finally {
    bar.end();
    await stages.extractor.close();
  }
}

export const graphOfFiles = async (
  files: readonly string[],
  options: InputOptions & { readonly quiet?: boolean },
): Promise<KnowledgeGraph> => (await readFiles(files, options)).graph;

/** With FILEs a store is a contradiction: the environment's is passed over, one given by hand is a usage error. */
export function refuseStore(files: readonly string[], command: Command): void {
  if (files.length > 0 && command.getOptionValueSource('store') === 'cli')
    throw new HearsayError('FILEs are read into memory, so --store has no place beside them', {
      exitCode: EXIT.usage,
      remedy: 'leave out one of the two, or run hearsay ingest first',
    });
}

/** FILEs where there are any, else the store. */
export async function assessedGraph(
  files: readonly string[],
  options: StoreOptions & InputOptions & { readonly quiet?: boolean },
  command: Command,
  day: Day | null = null,
): Promise<AssessedGraph> {
  refuseStore(files, command);
  return assessed(files.length > 0 ? await graphOfFiles(files, options) : await storedGraph(options), day);
}
