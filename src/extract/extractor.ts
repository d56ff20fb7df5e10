// Reads attributions and relays out of documents: the learned tagger or the rules alone find them, the rules say what they mean.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from '../text/types.ts';
import { combine } from './combine.ts';
import type { Found } from './labels.ts';
import { type ModelFiles, readModel } from './model.ts';
import { extractRelays } from './relay/relays.ts';
import { extractByRules } from './rules/attributions.ts';
import { classify } from './rules/classify.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { tagDocument } from './tagger.ts';
import type { Attribution, Extraction, Extractor } from './types.ts';

export interface ExtractorOptions {
  /** `model`: the learned tagger with the rules around it; `rules`: the rules alone, many times faster. */
  readonly kind: 'model' | 'rules';
}

/** Opens an extractor. Throws where the model's files are missing or no ONNX runtime can be loaded. */
export async function createExtractor({ kind }: ExtractorOptions): Promise<Extractor> {
  return kind === 'rules' ? rulesExtractor() : modelExtractor(await readModel());
}

const rulesExtractor = (): Extractor => ({
  id: 'rules@1',
  extract: (documents) =>
    eachInTurn(documents, async (document) => extraction(document, extractByRules(document))),
  close: async () => {},
});

async function modelExtractor(model: ModelFiles): Promise<Extractor> {
  const runtime = await openRuntime(model.weights);
  return {
    id: model.id,
    extract: (documents) => eachInTurn(documents, (document) => extractByModel(document, model, runtime)),
    close: () => runtime.close(),
  };
}

/** The whole of extraction with the model, for one document. */
export async function extractByModel(
  document: Document,
  model: ModelFiles,
  runtime: Runtime,
): Promise<Extraction> {
  const tagged = await tagDocument(document, model, runtime);
  const found = combine(document, tagged, extractByRules(document), model.calibration);
  return extraction(
    document,
    found.map((f) => classified(document, f)),
  );
}

const classified = (document: Document, found: Found): Attribution => ({
  ...found,
  ...classify(document, found),
});

const extraction = (document: Document, attributions: readonly Attribution[]): Extraction => ({
  attributions,
  relays: extractRelays(document, attributions),
});

/** One document after the other, with a turn of the event loop between them. */
async function eachInTurn(
  documents: readonly Document[],
  read: (document: Document) => Promise<Extraction>,
): Promise<Extraction[]> {
  const extractions: Extraction[] = [];
  for (const document of documents) {
    extractions.push(await read(document));
    await nextTurn();
  }
  return extractions;
}
