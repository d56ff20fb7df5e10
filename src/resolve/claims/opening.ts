// Words that have a capital only because they open a sentence: "Prisoners were beaten".
import { isKnownWord } from '../../text/tagger.ts';
import type { Document, Token } from '../../text/types.ts';

/**
 * The word that opens a sentence as the common noun that it is, where the tagger took it for a name: it stands without a
 * capital elsewhere in the article, or is the plural of a word and has no capital elsewhere (the document-centred approach of
 * Mikheev 1999). Any other token as it is.
 */
export function asCommonNoun(document: Document, token: Token, at: number): Token {
  if (token.pos !== 'PROPN' || document.tokens[at + 1]?.pos === 'PROPN' || !opens(document, at)) return token;
  const { small, capital } = casesIn(document);
  const lemma = singularOf(token.norm);
  const isCommon =
    small.has(token.norm) || small.has(lemma) || (lemma !== token.norm && !capital.has(token.norm));
  return isCommon ? { ...token, pos: 'NOUN', lemma } : token;
}

/** Nothing but marks stands before it in its sentence. */
function opens({ tokens }: Document, at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let i = at - 1; tokens[i]?.sentence === sentence; i--) if (tokens[i]?.pos !== 'PUNCT') return false;
  return true;
}

/** "drivers": "driver", where that is a word; else the word itself. */
function singularOf(norm: string): string {
  if (!/[^s]s$/.test(norm) || norm.length < 5) return norm;
  const bare = [norm.replace(/ies$/, 'y'), norm.replace(/s$/, ''), norm.replace(/es$/, '')];
  return bare.find((word) => word !== norm && isKnownWord(word)) ?? norm;
}

interface Cases {
  /** Words that stand in the article without a capital. */
  readonly small: ReadonlySet<string>;
  /** Words that have one inside a sentence. */
  readonly capital: ReadonlySet<string>;
}

const known = new WeakMap<Document, Cases>();

function casesIn(document: Document): Cases {
  const before = known.get(document);
  if (before !== undefined) return before;
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const [i, { norm, span }] of document.tokens.entries()) {
    const first = document.article.text.slice(span[0], span[0] + 1);
    if (/\p{Ll}/u.test(first)) small.add(norm);
    else if (/\p{Lu}/u.test(first) && !opens(document, i)) capital.add(norm);
  }
  const cases = { small, capital };
  known.set(document, cases);
  return cases;
}
