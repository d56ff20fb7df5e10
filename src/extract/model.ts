// The model as files: `model.json` names weights, vocabulary, tags and windows, so that a better model is a change of files.
import { readFile } from 'node:fs/promises';
import { readVocabulary, type Vocabulary } from './wordpiece.ts';

/** Lengths in word pieces; see windows.ts. */
export interface WindowSizes {
  /** The longest window of the cue pass. */
  readonly cue: number;
  /** A paragraph up to this length is one role window. */
  readonly role: number;
  /** No role window is longer. */
  readonly limit: number;
  /** Sentences before are added while the role window stays below this. */
  readonly before: number;
  /** A sentence after is added while the role window stays below this. */
  readonly after: number;
}

export interface ModelFiles {
  /** Name and version. */
  readonly id: string;
  readonly weights: URL;
  readonly vocabulary: Vocabulary;
  readonly cueTags: readonly string[];
  readonly roleTags: readonly string[];
  readonly windows: WindowSizes;
}

/** The model that comes with the program. */
export const DEFAULT_MODEL = new URL('../../data/model/model.json', import.meta.url);

/** Reads the description and the vocabulary, not yet the weights. Throws an error that names the file and the field. */
export async function readModel(file: URL = DEFAULT_MODEL): Promise<ModelFiles> {
  const card: unknown = JSON.parse(await readFile(file, 'utf8'));
  const fail = (what: string): never => {
    throw new Error(`${file.pathname}: ${what}`);
  };
  const field = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null && name in of ? (of as Record<string, unknown>)[name] : undefined;
  const text = (name: string): string => {
    const value = field(card, name);
    return typeof value === 'string' ? value : fail(`"${name}" must be a string`);
  };
  const texts = (name: string): string[] => {
    const value = field(card, name);
    return Array.isArray(value) && value.every((v) => typeof v === 'string')
      ? value
      : fail(`"${name}" must be a list of strings`);
  };
  const size = (name: string): number => {
    const value = field(field(card, 'windows'), name);
    return typeof value === 'number' && Number.isInteger(value) && value > 0
      ? value
      : fail(`"windows.${name}" must be a positive integer`);
  };
  return {
    id: `${text('name')}@${text('version')}`,
    weights: new URL(text('weights'), file),
    vocabulary: readVocabulary(await readFile(new URL(text('vocabulary'), file), 'utf8')),
    cueTags: texts('cueTags'),
    roleTags: texts('roleTags'),
    windows: {
      cue: size('cue'),
      role: size('role'),
      limit: size('limit'),
      before: size('before'),
      after: size('after'),
    },
  };
}
