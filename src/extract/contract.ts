// One line of `hearsay extract --format jsonl`.
import type { Article } from '../read/types.ts';
import type { Extraction } from './types.ts';

/** The object that the command prints for one article; offsets are UTF-16 code units of its text. */
export const toContract = (article: Article, { attributions, relays }: Extraction) => ({
  id: article.givenId ?? article.id,
  file: article.file,
  attributions: attributions.map((attribution) => ({
    ...attribution,
    confidence: Math.round(attribution.confidence * 1000) / 1000,
  })),
  relays,
});
