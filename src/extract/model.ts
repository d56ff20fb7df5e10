// The model as files: `model.json` names weights, vocabulary, tags, windows and calibration, so that a better model is a change of files.
import { readFile } from 'node:fs/promises';
import { readVocabulary, type Vocabulary } from './wordpiece.ts';

/** Lengths in word pieces; see windows.ts. */
export interface WindowSizes {
  /** A paragraph up to this length is one window. */
  readonly paragraph: number;
  /** No window is longer. */
  readonly limit: number;
}

/** The two halves of the network, as file URLs. */
export interface Weights {
  /** Reads a window of word pieces: cue tags, and states of the pieces. */
  readonly words: string;
  /** Reads the states with one cue marked: role tags. */
  readonly roles: string;
}

/** How probabilities of tags become the probability that an attribution is right; see confidence.ts. */
export interface Calibration {
  /** Added to the log-probability of cue tags: above 0, doubtful cues are tried too. */
  readonly cueBias: number;
  /** Weights of the logistic regression by the name of what they weigh. */
  readonly weights: ReadonlyMap<string, number>;
  /** Less probable attributions are left out, 0..1. */
  readonly least: number;
  /** The same for what only a rule found. */
  readonly leastByRule: number;
}

export interface ModelFiles {
  /** Name and version. */
  readonly id: string;
  readonly weights: Weights;
  readonly vocabulary: Vocabulary;
  readonly cueTags: readonly string[];
  readonly roleTags: readonly string[];
  readonly windows: WindowSizes;
  readonly calibration: Calibration;
}

/** The model that comes with the program. */
export const DEFAULT_MODEL = new URL('../../data/model/model.json', import.meta.url);

/** Reads the description and the vocabulary, not yet the weights. Throws an error that names the file and the field. */
export async function readModel(file: URL = DEFAULT_MODEL): Promise<ModelFiles> {
  const card = fieldsOf(file.pathname, JSON.parse(await readFile(file, 'utf8')));
  const weights = card.part('weights');
  const windows = card.part('windows');
  const calibration = card.part('calibration');
  return {
    id: `${card.text('name')}@${card.text('version')}`,
    weights: {
      words: new URL(weights.text('words'), file).href,
      roles: new URL(weights.text('roles'), file).href,
    },
    vocabulary: readVocabulary(await readFile(new URL(card.text('vocabulary'), file), 'utf8')),
    cueTags: card.texts('cueTags'),
    roleTags: card.texts('roleTags'),
    windows: {
      paragraph: windows.size('paragraph'),
      limit: windows.size('limit'),
    },
    calibration: {
      cueBias: calibration.number('cueBias'),
      weights: calibration.part('weights').numbers(),
      least: calibration.number('least'),
      leastByRule: calibration.number('leastByRule'),
    },
  };
}

/** Typed access to the fields of a JSON object; what is missing or of another type is an error that names it. */
function fieldsOf(where: string, json: unknown) {
  const fields = new Map<string, unknown>(
    typeof json === 'object' && json !== null ? Object.entries(json) : [],
  );
  const checked = <T>(name: string, is: (value: unknown) => value is T, what: string): T => {
    const value = fields.get(name);
    if (!is(value)) throw new Error(`${where}: "${name}" must be ${what}`);
    return value;
  };
  return {
    text: (name: string) => checked(name, isText, 'a string'),
    texts: (name: string) => checked(name, isTexts, 'a list of strings'),
    number: (name: string) => checked(name, isNumber, 'a number'),
    size: (name: string) => checked(name, isSize, 'a positive integer'),
    numbers: () => new Map([...fields.keys()].map((name) => [name, checked(name, isNumber, 'a number')])),
    part: (name: string) => fieldsOf(`${where} ${name}`, checked(name, isObject, 'an object')),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isSize = (value: unknown): value is number => isNumber(value) && Number.isInteger(value) && value > 0;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
