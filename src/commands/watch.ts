/** `hearsay watch DIR…`: a store that follows folders, and says what each change means. */

import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { EXIT, HearsayError } from '../errors.ts';
import { happeningLine } from '../report/happenings.ts';
import { countWords } from '../report/words.ts';
import { harmless } from '../text/harmless.ts';
import type { Burst } from '../watch.ts';
import {
  type InputOptions,
  readingOptions,
  type StoreOptions,
  storeOption,
  withExamples,
  withReading,
} from './options.ts';
import { complain, note, noteUnanalysed } from './output.ts';
import { withStore } from './stored.ts';

type Options = StoreOptions & InputOptions & { readonly format: 'text' | 'jsonl'; readonly quiet?: boolean };

export function watchCommand(command: Command): void {
  command
    .argument('<directories...>', 'folders with articles')
    .addOption(storeOption())
    .addOption(
      new Option('--format <format>', 'one line a change, for people or for programs')
        .choices(['text', 'jsonl'])
        .default('text'),
    );
  withExamples(withReading(command), [
    'hearsay watch wire/ --store affair.db',
    'hearsay watch inbox/ feeds/ --extractor rules --format jsonl',
  ]).action(async (folders: string[], _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    for (const folder of folders) refuseAllBut(folder);
    const { openStages, articlesOf } = await import('../reading.ts');
    const { watchFolders } = await import('../watch.ts');
    const signal = interrupted();
    await withStore(options, true, async (store) => {
      const stages = await openStages(options.extractor);
      try {
        note(`watching ${folders.join(', ')}: Ctrl-C ends`, options);
        await watchFolders({
          folders,
          store,
          stages,
          read: (file) => articlesOf([file], readingOptions(options)),
          onBurst: (burst) => tell(burst, options),
          signal,
        });
      } finally {
        await stages.extractor.close();
      }
    });
    process.exitCode = EXIT.interrupted;
  });
}

function refuseAllBut(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory())
    throw new HearsayError(`${folder}: is no folder`, {
      exitCode: EXIT.usage,
      remedy: 'give folders to watch',
    });
}

/** Ends the watch in good order; a second Ctrl-C ends the program at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  const others = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT');
  process.once('SIGINT', () => {
    for (const listener of others) process.on('SIGINT', listener);
    controller.abort();
  });
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}

function tell({ added, forgotten, unanalysed, failures, happenings }: Burst, options: Options): void {
  for (const { file, message } of failures) complain(`${file}: ${message}`);
  const counts = [
    ...(added > 0 ? [`${countWords(added, 'article')} added`] : []),
    ...(forgotten > 0 ? [`${countWords(forgotten, 'article')} forgotten`] : []),
  ];
  if (counts.length > 0) note(counts.join(', '), options);
  noteUnanalysed(unanalysed, options);
  for (const each of happenings)
    process.stdout.write(
      options.format === 'jsonl' ? `${JSON.stringify(each)}\n` : `${harmless(happeningLine(each))}\n`,
    );
}
