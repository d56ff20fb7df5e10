// A claim in words that can be read by themselves.

import type { Token } from '../../text/types.ts';
import type { Cluster } from './gather.ts';
import type { Placed } from './placed.ts';
import { FIRST_PERSON, isSomebodyElse, THIRD_PERSON } from './speaker.ts';

const NONE: ReadonlySet<string> = new Set();
/** The verb after "I" or "we", when a name takes their place. */
const AGREEMENT: ReadonlyMap<string, string> = new Map([
  ['have', 'has'],
  ['am', 'is'],
  ['are', 'is'],
  ['were', 'was'],
  ['do', 'does'],
]);
const OWN = new Set(['our', 'my']);
const POSITIVE: ReadonlyMap<string, string> = new Map([
  ['no', ''],
  ['not', ''],
  ['n’t', ''],
  ["n't", ''],
  ['never', ''],
  ['neither', ''],
  ['nor', ''],
  ['nobody', 'somebody'],
  ['nothing', 'something'],
  ['none', 'some'],
  ['nowhere', 'somewhere'],
]);

/** The text of a claim: its clearest wording, the speaker's pronouns resolved, a denial turned into what it denies. */
export function wordingOf(text: string, cluster: Cluster): string {
  const best = clearest(cluster.places);
  if (best === undefined) return '';
  const { draft, proposition } = best;
  const name = draft.source?.name ?? null;
  const called = draft.attribution.source.map((span) => text.slice(...span)).join(' ');
  const positive = proposition.denied && !proposition.features.negated;
  const words = proposition.tokens.map((token, i) => {
    const raw = text.slice(...token.span);
    const pronouns = proposition.direct
      ? FIRST_PERSON
      : i === 0
        ? THIRD_PERSON[draft.source?.kind ?? 'Data']
        : NONE;
    const self = pronouns.has(token.norm) && !isSomebodyElse(token.norm, called);
    if (name !== null && self) return { token, raw: name };
    if (name !== null && proposition.direct && OWN.has(token.norm)) return { token, raw: `${name}’s` };
    const spoken =
      i === 1 && proposition.direct && name !== null && FIRST_PERSON.has(proposition.tokens[0]?.norm ?? '');
    if (spoken && AGREEMENT.has(token.norm)) return { token, raw: AGREEMENT.get(token.norm) ?? raw };
    return { token, raw: positive ? (POSITIVE.get(token.norm) ?? raw) : raw };
  });
  const said = put(words);
  return capital(proposition.role === 'basis' && name !== null ? `${name}: ${said}` : said);
}

/** The wording that has the most words of its own, is no denial, and does not begin with a pronoun. */
function clearest(places: readonly Placed[]): Placed | undefined {
  const score = ({ draft, proposition }: Placed): number => {
    const { features, tokens } = proposition;
    const first = tokens[0];
    return (
      Math.min(8, features.content.length + features.entities.length) -
      (proposition.anaphoric ? 20 : 0) -
      (draft.attribution.act === 'DENIED' ? 6 : 0) -
      (first?.pos === 'PRON' ? 3 : 0) -
      (tokens.length > 30 ? 4 : 0) +
      (tokens.some((token) => token.pos === 'AUX' || token.pos === 'VERB') ? 2 : 0)
    );
  };
  return places.reduce<Placed | undefined>(
    (best, each) => (best === undefined || score(each) > score(best) ? each : best),
    undefined,
  );
}

/** Words with the spaces that stood between them. */
function put(words: readonly { token: Token; raw: string }[]): string {
  let text = '';
  let end = -1;
  for (const { token, raw } of words) {
    if (raw === '') continue;
    const tight = end === token.span[0] && (/^[’',.%)]/.test(raw) || /^n[’']t$/.test(raw));
    text +=
      text === '' || tight || (end === token.span[0] && !/^\p{L}|^\d/u.test(raw)) || (raw === ',' && end >= 0)
        ? raw
        : ` ${raw}`;
    end = token.span[1];
  }
  return text.replace(/\s+/g, ' ').trim();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
