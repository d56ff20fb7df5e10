/** `hearsay decide …`: an analyst's word, which wins over the program's and can be taken back. */

import { Argument, type Command, Option } from 'commander';
import type { Question } from '../corroborate/types.ts';
import {
  answering,
  decision,
  decisionWords,
  lookUp,
  lookUpSource,
  type Ref,
  references,
  sameness,
} from '../decide.ts';
import { EXIT, HearsayError } from '../errors.ts';
import { ACTS, type Act, FACTUALITIES, type Factuality } from '../extract/types.ts';
import type { DecisionBody, KnowledgeGraph } from '../graph/types.ts';
import { changeBlocks, changes } from '../report/change.ts';
import { decisionListBlocks } from '../report/decision-list.ts';
import { settle } from '../settle.ts';
import type { Store } from '../store/types.ts';
import { type AssessedGraph, assessed } from './graph.ts';
import { find } from './lookup.ts';
import { decider, type StoreOptions, storeOption, withExamples, withOutput } from './options.ts';
import { type OutputOptions, show } from './output.ts';
import { currentGraph, withStore } from './stored.ts';

type Options = StoreOptions & OutputOptions & { readonly by?: string; readonly note?: string };
type Refs = ReadonlyMap<string, Ref>;

export function decideCommand(decide: Command): void {
  withExamples(decide, [
    'hearsay decide answer q-9ec658 no --note "the service is not European"',
    'hearsay decide same src-1aa890 src-a97b0c',
    'hearsay decide reject m379ee',
    'hearsay decide rate src-1aa890 B',
    'hearsay decide list',
    'hearsay decide undo d-41f0',
  ]);
  answer(decide);
  pair(decide, 'same', 'Two sources, statements or claims are one');
  pair(decide, 'not-same', 'Two sources, statements or claims are not one');
  reject(decide);
  correct(decide);
  official(decide);
  rate(decide);
  listing(decide);
  undo(decide);
}

function answer(decide: Command): void {
  const command = decide
    .command('answer')
    .description('Answer an open question')
    .argument('<question>', 'id of the question, or an unambiguous beginning of it')
    .argument('<answer>', 'yes or no; for copied text 1, 2 or 3 as the report lists them');
  withExamples(recording(command), ['hearsay decide answer q-9ec658 yes']).action(
    (id: string, given: string, _: Options, self: Command) =>
      record(self, ({ graph, assessments }) => {
        const open = [...assessments.values()].flatMap((a) => a.questions);
        const questions = new Map<string, Question>(open.map((q) => [q.id, q]));
        return answering(graph, find('question', id, questions, 'hearsay report'), given.toLowerCase());
      }),
  );
}

function pair(decide: Command, kind: 'same' | 'not-same', description: string): void {
  const command = decide
    .command(kind)
    .description(description)
    .argument('<a>', 'id of a source, statement, claim or of one mention')
    .argument('<b>', 'id of another of the same kind');
  withExamples(recording(command), [`hearsay decide ${kind} src-1aa890 src-a97b0c`]).action(
    (a: string, b: string, _: Options, self: Command) =>
      record(self, (_graph, refs) => {
        const kinds = ['source', 'place', 'statement', 'mention', 'claim'] as const;
        return sameness(kind, lookUp(refs, a, kinds), lookUp(refs, b, kinds));
      }),
  );
}

function reject(decide: Command): void {
  const command = decide
    .command('reject')
    .description('A mention is no attribution at all')
    .argument('<mention>', 'id of the mention, as hearsay chains shows it');
  withExamples(recording(command), ['hearsay decide reject m379ee']).action(
    (mention: string, _: Options, self: Command) =>
      record(self, (_graph, refs) => ({ kind: 'reject', mention: lookUp(refs, mention, ['mention']).id })),
  );
}

type Correction = Options & {
  readonly source?: string;
  readonly act?: Act;
  readonly factuality?: Factuality;
};

function correct(decide: Command): void {
  const command = decide
    .command('correct')
    .description('A mention has another source, act or factuality')
    .argument('<mention>', 'id of the mention, as hearsay chains shows it')
    .option('--source <source>', 'id or full name of the source that said it')
    .addOption(new Option('--act <act>', 'what kind of statement it is').choices(ACTS))
    .addOption(new Option('--factuality <value>', 'how certain it is put').choices(FACTUALITIES));
  withExamples(recording(command), ['hearsay decide correct m379ee --act DENIED --factuality CT-']).action(
    (mention: string, _: Correction, self: Command) =>
      record(self, ({ graph }, refs) => {
        const { source, act, factuality } = self.optsWithGlobals<Correction>();
        if (source === undefined && act === undefined && factuality === undefined)
          throw new HearsayError('nothing to correct', {
            exitCode: EXIT.usage,
            remedy: 'give --source, --act or --factuality',
          });
        return {
          kind: 'correct',
          mention: lookUp(refs, mention, ['mention']).id,
          ...(source === undefined ? {} : { source: lookUpSource(refs, graph, source).id }),
          ...(act === undefined ? {} : { act }),
          ...(factuality === undefined ? {} : { factuality }),
        };
      }),
  );
}

function official(decide: Command): void {
  const command = decide
    .command('official')
    .description('A source is a public authority speaking on the record, or is not')
    .argument('<source>', 'id or full name of the source')
    .addArgument(new Argument('<answer>', 'yes or no').choices(['yes', 'no']));
  withExamples(recording(command), ['hearsay decide official src-1aa890 no']).action(
    (source: string, given: string, _: Options, self: Command) =>
      record(self, ({ graph }, refs) => ({
        kind: 'official',
        source: lookUpSource(refs, graph, source).id,
        official: given === 'yes',
      })),
  );
}

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

function rate(decide: Command): void {
  const command = decide
    .command('rate')
    .description('How reliable a source is: A completely … E not, F cannot be judged')
    .argument('<source>', 'id or full name of the source')
    .addArgument(new Argument('<letter>', 'Admiralty reliability').choices(LETTERS));
  withExamples(recording(command), [
    'hearsay decide rate src-1aa890 B',
    'hearsay decide rate "Ilse Brandt" B',
  ]).action((source: string, reliability: (typeof LETTERS)[number], _: Options, self: Command) =>
    record(self, ({ graph }, refs) => ({
      kind: 'rate',
      source: lookUpSource(refs, graph, source).id,
      reliability,
    })),
  );
}

function listing(decide: Command): void {
  const command = decide
    .command('list')
    .description('List the decisions, oldest first')
    .addOption(storeOption());
  withExamples(withOutput(command), ['hearsay decide list']).action(async (_: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    await withStore(options, false, async (store) => {
      const decisions = await store.decisions();
      const graph = await currentGraph(store);
      const refs = references(graph);
      const explained = decisions.map((d) => ({ decision: d, words: decisionWords(d.body, refs, graph) }));
      await show(
        options,
        () => decisionListBlocks(explained),
        () => explained.map(({ decision: d, words }) => ({ ...d, words })),
      );
    });
  });
}

function undo(decide: Command): void {
  const command = decide
    .command('undo')
    .description('Take a decision back')
    .argument('<decision>', 'id of the decision, as hearsay decide list shows it')
    .addOption(storeOption());
  withExamples(withOutput(command), ['hearsay decide undo d-41f0']).action(
    async (id: string, _: Options, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      await withStore(options, false, async (store) => {
        const decisions = new Map((await store.decisions()).map((d) => [d.id, d]));
        const found = find('decision', id, decisions, 'hearsay decide list');
        await changing(store, options, 'Taken back', async (graph, refs) => {
          await store.undo(found.id);
          return decisionWords(found.body, refs, graph);
        });
      });
    },
  );
}

/** Options of every command that records a decision. */
const recording = (command: Command): Command =>
  withOutput(
    command
      .addOption(storeOption())
      .option('--by <name>', 'who decides (default: the name of the user)')
      .option('--note <text>', 'why'),
  );

/** Records the decision that `make` draws from the graph, and shows what it changed. */
async function record(
  self: Command,
  make: (before: AssessedGraph, refs: Refs) => DecisionBody,
): Promise<void> {
  const options = self.optsWithGlobals<Options>();
  await withStore(options, false, (store) =>
    changing(store, options, 'Decided', async (graph, refs, before) => {
      const body = make(before, refs);
      const by = decider(options);
      await store.decide(decision(body, by, new Date().toISOString(), options.note ?? null));
      return decisionWords(body, refs, graph);
    }),
  );
}

async function changing(
  store: Store,
  options: Options,
  verb: string,
  change: (graph: KnowledgeGraph, refs: Refs, before: AssessedGraph) => Promise<string>,
): Promise<void> {
  const before = assessed(await currentGraph(store));
  const words = await change(before.graph, references(before.graph), before);
  await settle(store);
  const changed = changes(before, assessed(await currentGraph(store)));
  await show(
    options,
    () => changeBlocks(verb, words, changed),
    () => ({ words, changed }),
  );
}
