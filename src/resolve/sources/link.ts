// One place after the other: does it stand for somebody the article has named before?
import {
  addMember,
  type Cluster,
  classesOf,
  hasPerson,
  isBody,
  isPlural,
  isSource,
  isUnknown,
  type Member,
  merge,
  namesOf,
  nounsOf,
  root,
} from './cluster.ts';
import { findDescription, findFirm } from './find-description.ts';
import { findName } from './find-name.ts';
import { findPronoun } from './find-pronoun.ts';
import { COMPANY_HEADS, FIRMS, isOfficialClass, nounsFit, ORDINALS } from './lexicon.ts';
import { nameWords } from './names.ts';
import type { Phrase } from './phrase.ts';
import type { Place } from './places.ts';
import { pronounOf } from './pronouns.ts';
import { backwards, create, type Found, lastWhere, remember, type Scene } from './scene.ts';

/** Bodies whose president is their head, no public officer. */
const CIVIL = new Set([
  'company',
  'club',
  'union',
  'league',
  'association',
  'university',
  'hospital',
  'outlet',
]);

/** Finds or makes the cluster of a place and adds the place to it; null where it is no source at all (a channel). */
export function addPlace(scene: Scene, place: Place): Cluster | null {
  if (place.phrase.form === 'channel') return null;
  const found = find(scene, place);
  const cluster = root(found?.cluster ?? create(scene));
  const member: Member = {
    place,
    judgement: found === null || found.sure ? 'certain' : 'probable',
    reason: found?.reason ?? 'first mention',
    voice: found?.voice ?? false,
  };
  addMember(cluster, member);
  remember(scene, cluster, place);
  if (found === null || !found.voice) leadership(scene, cluster, place);
  if (place.phrase.ordinal && found === null) apart(scene, cluster, place);
  return cluster;
}

function find(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  if (phrase.form === 'own') return { cluster: scene.own, sure: true, reason: 'words for the outlet itself' };
  if (phrase.form === 'pronoun') return findPronoun(scene, place);
  if (phrase.form === 'utterance') return findUtterance(scene, place);
  const speaker = findVoice(scene, place);
  if (speaker !== null) return speaker;
  if (phrase.name !== null) return findName(scene, place);
  // "Police said", "prosecutors said": known without an article.
  const bare =
    isOfficialClass(phrase.noun?.role === null ? phrase.noun.body : null) &&
    !/^(?:an?|some|several|one|another) /i.test(phrase.text);
  return phrase.form === 'definite' || bare ? findDescription(scene, place) : null;
}

/** Spokespeople, reporters: the voice of whom they speak for. */
function findVoice(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const role = phrase.noun?.role;
  if (role !== 'voice' && role !== 'reporter') return null;
  // "The photographer" of whom the text speaks is nobody's eyes.
  if (role === 'reporter' && phrase.owner === null && (phrase.plural || !place.source)) return null;
  const noun = phrase.noun?.noun ?? 'spokesperson';
  if (phrase.owner !== null) {
    // "A Post reporter" in the Kelm Post: who names his paper by half its name names his own.
    const own = role === 'reporter' && namesPart(namesOf(scene.own), phrase.owner.name ?? '');
    const owner = own ? scene.own : ownerCluster(scene, place, phrase.owner);
    return owner && { cluster: owner, sure: true, reason: `the ${noun} speaks for it`, voice: true };
  }
  const known = phrase.name === null ? null : findName(scene, place);
  if (known !== null) return known;
  if (phrase.name !== null && role === 'reporter') return null;
  const speaks = (c: Cluster) =>
    !c.own && isSource(c) && (isBody(c) || hasPerson(c) || (isUnknown(c) && !isPlural(c)));
  const body = topicOf(scene, place) ?? justBefore(scene, place) ?? lastWhere(scene, place, speaks);
  return (
    body && { cluster: body, sure: false, reason: `the ${noun} of whom the text spoke last`, voice: true }
  );
}

/** The body that the sentence before in this paragraph is about, where nobody has spoken in it since. */
function topicOf(scene: Scene, place: Place): Cluster | null {
  for (const [, { cluster, place: before }] of backwards(scene)) {
    if (before.span[0] >= place.span[0]) continue;
    if (before.paragraph !== place.paragraph || before.source) return null;
    const opens = /(?:[.!?”"]\s|\n)$/.test(scene.text.slice(Math.max(0, before.span[0] - 2), before.span[0]));
    const near = place.sentence - before.sentence === 1;
    if (near && opens && before.subject && isBody(root(cluster)) && !root(cluster).own) return root(cluster);
  }
  return null;
}

/** "That is disputed by the ministry. …, a spokeswoman said": the only body of the sentence before in this paragraph, where nobody spoke in it. */
function justBefore(scene: Scene, place: Place): Cluster | null {
  const bodies = new Set<Cluster>();
  for (const [, { cluster, place: before }] of backwards(scene)) {
    if (before.span[0] >= place.span[0] || before.sentence === place.sentence) continue;
    if (before.paragraph !== place.paragraph || place.sentence - before.sentence > 1) break;
    const at = root(cluster);
    if (before.source) return null;
    if (isBody(at) && !at.own) bodies.add(at);
  }
  const [only, ...others] = bodies;
  return only !== undefined && others.length === 0 ? only : null;
}

const namesPart = (names: readonly string[], part: string): boolean => {
  const words = nameWords(part);
  return words.length > 0 && names.some((name) => words.every((word) => nameWords(name).includes(word)));
};

/** The cluster of a possessor or "of …" inside a phrase; made where it is new. */
function ownerCluster(scene: Scene, place: Place, owner: Phrase): Cluster | null {
  const possessive = pronounOf(owner.text);
  const definite =
    owner.name === null && owner.form === 'indefinite' ? { ...owner, form: 'definite' as const } : owner;
  const inner: Place = { ...place, span: owner.span, phrase: definite, source: false, relayer: false };
  if (possessive !== null) return findPronoun(scene, inner, true)?.cluster ?? null;
  if (owner.name === null && owner.noun === null) return null;
  return addPlace(scene, inner);
}

/** "the statement": whoever spoke last as a body. */
function findUtterance(scene: Scene, place: Place): Found | null {
  const owner = place.phrase.owner === null ? null : ownerCluster(scene, place, place.phrase.owner);
  const cluster = owner ?? lastWhere(scene, place, isSource);
  return cluster && { cluster, sure: owner !== null, reason: 'whoever made the statement', voice: true };
}

/** Who leads a body speaks for it where the body itself is a source; office-holders speak for themselves. */
function leadership(scene: Scene, cluster: Cluster, place: Place): void {
  const { noun, owner, name } = place.phrase;
  if (noun === null || (noun.role !== 'head' && noun.role !== 'rank' && noun.role !== 'office')) return;
  const ofCompany = COMPANY_HEADS.has(noun.noun);
  const newcomer = place.source && name !== null && cluster.members.length === 1;
  const leads = noun.role === 'head' && noun.body === null;
  if (owner === null && !(newcomer && (ofCompany || leads))) return;
  const body =
    owner !== null
      ? ownerCluster(scene, place, owner)
      : ofCompany
        ? findFirm(scene, place)
        : speakerBefore(scene, place);
  const civil = body !== null && [...classesOf(body)].some((c) => CIVIL.has(c));
  const minister = noun.noun.split(' ').at(-1) === 'minister';
  if (body === null || body === cluster || (noun.role === 'office' && (!civil || minister))) return;
  // Nobody owns an authority.
  if (FIRMS.has(noun.noun) && [...classesOf(body)].some(isOfficialClass)) return;
  const firm =
    classesOf(body).has('company') ||
    classesOf(body).has('club') ||
    (isUnknown(body) && (ofCompany || namesOf(body).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? ''))));
  if (firm || (isBody(body) && isSource(body)))
    merge(body, cluster, owner === null ? 'probable' : 'certain', `the ${noun.noun} speaks for it`, true);
  else root(cluster).leads = body;
}

/** "Halden Power acknowledged it. “We were wrong,” chairman Jens Orr said": the civil body that spoke in the sentence before. */
function speakerBefore(scene: Scene, place: Place): Cluster | null {
  const before = scene.recent.findLast((r) => r.place.source && r.place.span[0] < place.span[0]);
  if (before === undefined || before.place.paragraph !== place.paragraph) return null;
  const body = root(before.cluster);
  const civil = isBody(body) && !body.own && [...classesOf(body)].some((c) => c !== 'outlet' && CIVIL.has(c));
  return civil && place.sentence - before.place.sentence <= 2 ? body : null;
}

/** "A second person", "another official": none of the people of that kind before. */
function apart(scene: Scene, cluster: Cluster, place: Place): void {
  const ordinal = place.phrase.text.split(' ').find((w) => ORDINALS.has(w.toLowerCase())) ?? 'another';
  for (const { cluster: before } of scene.recent) {
    const other = root(before);
    const noun = place.phrase.noun;
    const named = namesOf(other).length > 0;
    const alike =
      noun !== null &&
      nounsOf(other).some((n) => n.role !== null && (named ? n.noun === noun.noun : nounsFit(n, noun)));
    if (other !== cluster && alike && isSource(other) && !isPlural(other))
      cluster.others.push({ cluster: other, reason: `the text says "${ordinal}"` });
  }
}
