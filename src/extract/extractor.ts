// Reads attributions and relays out of documents: the learned tagger or the rules alone find them, the rules say what they mean.
import { overlaps, sliceSpan } from '../text/span.ts';
import type { Document } from '../text/types.ts';
import { combine } from './combine.ts';
import type { Found } from './labels.ts';
import { type ModelFiles, readModel } from './model.ts';
import { extractRelays } from './relay/relays.ts';
import { extractByRules } from './rules/attributions.ts';
import { classify } from './rules/classify.ts';
import type { Backend, Runtime } from './runtime.ts';
import { mapSome } from './some.ts';
import { tagDocument } from './tagger.ts';
import { openThreads } from './threads.ts';
import type { Attribution, Extraction, Extractor, Relay } from './types.ts';

export interface ExtractorOptions {
  /** `model`: the learned tagger with the rules around it; `rules`: the rules alone, many times faster. */
  readonly kind: 'model' | 'rules';
  /** What may run the model, best first; by default whatever is installed. */
  readonly backends?: readonly Backend[];
}

/** Documents under way: while the network reads one, the rules read another. */
const AT_ONCE = 3;

/** Opens an extractor. Throws where the model's files are missing or no ONNX runtime can be loaded. */
export async function createExtractor({ kind, backends }: ExtractorOptions): Promise<Extractor> {
  return kind === 'rules' ? rulesExtractor() : modelExtractor(await readModel(), backends);
}

const rulesExtractor = (): Extractor => ({
  id: 'rules@1',
  extract: (documents) =>
    mapSome(documents, 1, async (document) => extraction(document, extractByRules(document))),
  close: async () => {},
});

async function modelExtractor(model: ModelFiles, backends?: readonly Backend[]): Promise<Extractor> {
  const runtime = await openThreads(model.weights, backends);
  return {
    id: model.id,
    extract: (documents) =>
      mapSome(documents, AT_ONCE, (document) => extractByModel(document, model, runtime)),
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
      citesOnly(document, each, relays, attributions) ? { ...each, statement: false } : each,
    ),
    relays,
  };
}

/** "citing the agency": names on whose word something is said, and says nothing. */
const citesOnly = (
  document: Document,
  { cue, content }: Attribution,
  relays: readonly Relay[],
  all: readonly Attribution[],
): boolean => {
  const [piece, ...others] = content;
  return (
    piece !== undefined &&
    cue.some((span) => sliceSpan(document.article.text, span).endsWith('ing')) &&
    others.every((rest) =>
      all.some((other) => other.content.some((span) => overlaps(span, rest)) && other.cue !== cue),
    ) &&
    relays.some(
      (relay) =>
        (relay.kind === 'cites' || relay.kind === 'quotes') &&
        cue.some((span) => overlaps(span, relay.cue)) &&
        piece[0] <= relay.upstream[0] &&
        overlaps(piece, relay.upstream),
    )
  );
};
