// The language that an article is written in: by its letters' trigrams (Cavnar and Trenkle 1994, as franc counts them), or as declared.
import { francAll } from 'franc-min';
import { readLexicon } from '../lexicon.ts';

/** Code units of prose from which trigrams tell languages apart. */
const ENOUGH = 200;
/** From here on they tell at least whether it may be English; with fewer, what is declared counts. */
const A_SENTENCE = 60;
/** Code units that are looked at. */
const LOOKED_AT = 1500;
/** How near to the best guess (1) English may come and still be meant: names of many languages stand in English news. */
const NEAR = 0.92;
/** The same for a sentence or two, whose trigrams vary more: other languages stay below 0.7, English is the best guess. */
const NEAR_IN_SHORT = 0.8;

/** English prose has some 15 words in 100 from this list; other languages hardly one. Telling by them takes a fraction of the time. */
const ENGLISH_WORDS = new Set(readLexicon('languages').get('english'));
const ENGLISH_SHARE = 0.08;

/** ISO 639-3, as trigrams name languages, to ISO 639-1, as documents do; for those that have both and are in the news. */
const SHORT: ReadonlyMap<string, string> = new Map(
  (
    'eng en,spa es,fra fr,deu de,ita it,por pt,nld nl,swe sv,dan da,nob no,nno no,fin fi,pol pl,ces cs,slk sk,hun hu,ron ro,bul bg,' +
    'rus ru,ukr uk,bel be,srp sr,hrv hr,bos bs,slv sl,ell el,tur tr,arb ar,pes fa,heb he,hin hi,ben bn,urd ur,tam ta,tel te,mar mr,' +
    'guj gu,pan pa,mal ml,kan kn,tha th,vie vi,ind id,zlm ms,jav jv,tgl tl,kor ko,jpn ja,cmn zh,kat ka,hye hy,kaz kk,uzn uz,azj az,' +
    'als sq,mkd mk,lit lt,lav lv,est et,cat ca,glg gl,swh sw,amh am,som so,hau ha,yor yo,ibo ig,zul zu,afr af,nep ne,sin si,mya my,khm km,lao lo'
  )
    .split(',')
    .map((pair) => [pair.slice(0, 3), pair.slice(4)]),
);

/**
 * ISO 639-1 (or 639-3 where that has none) of the prose; of a sentence or two that are not English what is declared, else `und`;
 * of less what is declared, null where nothing is. A declaration that the prose contradicts is passed over.
 */
export function languageOf(prose: string, declared: string | null): string | null {
  const said = primary(declared);
  if (prose.length < A_SENTENCE) return said ?? (isMostlyLatin(prose) ? null : 'und');
  const sample = prose.slice(0, LOOKED_AT);
  if (isPlainlyEnglish(sample)) return 'en';
  const guesses = francAll(sample);
  const scoreOf = (language: string): number =>
    guesses.find(([code]) => (SHORT.get(code) ?? code) === language)?.[1] ?? 0;
  const best = guesses[0]?.[0] ?? 'und';
  if (best === 'und') return said;
  if (said !== null && scoreOf(said) >= NEAR) return said;
  if (prose.length < ENOUGH)
    return scoreOf('en') >= NEAR_IN_SHORT ? 'en' : said === null || said === 'en' ? 'und' : said;
  return scoreOf('en') >= NEAR ? 'en' : (SHORT.get(best) ?? best);
}

/** Whether half of the letters or more are those that English is written in. */
function isMostlyLatin(prose: string): boolean {
  const letters = prose.match(/\p{L}/gu) ?? [];
  return 2 * letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length >= letters.length;
}

function isPlainlyEnglish(prose: string): boolean {
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => ENGLISH_WORDS.has(word)).length > ENGLISH_SHARE * words.length;
}

/** The first part of a language tag (BCP 47): "en-GB" is "en". */
function primary(tag: string | null): string | null {
  const language = /^\s*([a-z]{2,3})(?:[-_].{0,40})?\s*$/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return language === undefined ? null : (SHORT.get(language) ?? language);
}

/** Only English is analysed; what is too short to tell is taken for it. */
export const isAnalysed = ({ language }: { readonly language: string | null }): boolean =>
  language === null || language === 'en';
