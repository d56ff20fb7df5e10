// Reads attributions and relays out of documents: the learned tagger or the rules alone find them, the rules say what they mean.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { overlaps, sliceSpan } from '../text/span.ts';
import type { Document } from '../text/types.ts';
import { combine } from './combine.ts';
import type { Found } from './labels.ts';
import { type ModelFiles, readModel } from './model.ts';
import { extractRelays } from './relay/relays.ts';
import { extractByRules } from './rules/attributions.ts';
import { classify } from './rules/classify.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { tagDocument } from './tagger.ts';
import type { Attribution, Extraction, Extractor, Relay } from './types.ts';

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

function extraction(document: Document, attributions: readonly Attribution[]): Extraction {
  const relays = extractRelays(document, attributions);
  return {
    attributions: attributions.map((each) =>
      citesOnly(document, each, relays) ? { ...each, statement: false } : each,
    ),
    relays,
  };
}

/** "citing the agency": names on whose word something is said, and says nothing. */
const citesOnly = (document: Document, { cue, content }: Attribution, relays: readonly Relay[]): boolean => {
  const [piece, ...others] = content;
  return (
    piece !== undefined &&
    cue.some((span) => sliceSpan(document.article.text, span).endsWith('ing')) &&
    others.length === 0 &&
    relays.some(
      (relay) =>
        (relay.kind === 'cites' || relay.kind === 'quotes') &&
        cue.some((span) => overlaps(span, relay.cue)) &&
        piece[0] <= relay.upstream[0] &&
        overlaps(piece, relay.upstream),
    )
  );
};

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
