/** `hearsay questions`: what to find out first, over the whole store. */

import type { Command } from 'commander';
import { listQuestions, questionListBlocks, questionListJson } from '../report/question-list.ts';
import { assessed } from './graph.ts';
import { type StoreOptions, storeOption, withExamples, withOutput } from './options.ts';
import { type OutputOptions, show } from './output.ts';
import { storedGraph } from './stored.ts';

type Options = StoreOptions & OutputOptions;

export function questionsCommand(command: Command): void {
  command.addOption(storeOption());
  withExamples(withOutput(command), ['hearsay questions', 'hearsay questions --format json']).action(
    async (_: Options, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      const { graph, assessments } = assessed(await storedGraph(options));
      const flags = self.getOptionValueSource('store') === 'cli' ? ` --store ${quoted(options.store)}` : '';
      const questions = listQuestions(graph, assessments, flags);
      await show(
        options,
        () => questionListBlocks(questions),
        () => questionListJson(questions),
      );
    },
  );
}

/** As a shell takes it for one word. */
const quoted = (word: string): string =>
  /^[\w./:@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
