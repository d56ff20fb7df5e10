/** What an analyst decides, put in terms of the graph: ids into decisions, decisions into words. */

import type { Question } from './corroborate/types.ts';
import { EXIT, HearsayError } from './errors.ts';
import { shortHash } from './graph/ids.ts';
import type { Decision, DecisionBody, KnowledgeGraph } from './graph/types.ts';
import { answerLabels, reuseOptions, reuseSides } from './report/answers.ts';
import { matching } from './report/ids.ts';
import { ACT_WORDS, nameWords } from './report/words.ts';

/** What ids can name. A `place` is one mention of a source, a `mention` one attribution. */
export type RefKind = 'source' | 'place' | 'statement' | 'mention' | 'claim';

export interface Ref {
  readonly kind: RefKind;
  readonly id: string;
  /** How people know it. */
  readonly label: string;
}

/** Everything in the graph that a decision can be about, by id. O(size of the graph). */
export function references(graph: KnowledgeGraph): ReadonlyMap<string, Ref> {
  const refs = new Map<string, Ref>();
  const add = (kind: RefKind, id: string, label: string) => refs.set(id, { kind, id, label });
  for (const source of graph.sources.values()) {
    const name = nameWords(source);
    for (const m of source.mentions) {
      const words = graph.articles.get(m.article)?.text.slice(...m.span) ?? name;
      add('place', m.id, `“${words}” (${name})`);
    }
    add('source', source.id, name);
  }
  for (const m of graph.mentions.values()) add('mention', m.id, `“${clipped(m.quote)}”`);
  for (const s of graph.statements.values()) {
    const source = graph.sources.get(s.source ?? '') ?? null;
    const claims = s.claims.flatMap((c) => graph.claims.get(c.id)?.text ?? []);
    add('statement', s.id, `${ACT_WORDS[s.act]} ${nameWords(source)}: “${clipped(claims.join('; '))}”`);
  }
  for (const c of graph.claims.values()) add('claim', c.id, `“${c.text}”`);
  return refs;
}

const clipped = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** The one thing of these kinds that an id, or a beginning of it, names. Throws a usage error, or "nothing found". */
export function lookUp(refs: ReadonlyMap<string, Ref>, id: string, kinds: readonly RefKind[]): Ref {
  const wanted = new Map([...refs].filter(([, ref]) => kinds.includes(ref.kind)));
  const found = matching(id, wanted.keys());
  const ref = wanted.get(found[0] ?? '');
  if (found.length > 1)
    throw new HearsayError(`${id} fits ${found.length} ids (${found.slice(0, 3).join(', ')})`, {
      exitCode: EXIT.usage,
      remedy: 'give more of the id',
    });
  if (!ref)
    throw new HearsayError(`nothing here has the id ${id}`, {
      exitCode: EXIT.nothingFound,
      remedy: 'hearsay report, sources and chains show ids',
    });
  return ref;
}

/**
 * The source that an id, a beginning of it or its name in full (or an alias, in any case) stands for. Throws as `lookUp` does, and a usage
 * error where several have the name.
 */
export function lookUpSource(refs: ReadonlyMap<string, Ref>, graph: KnowledgeGraph, word: string): Ref {
  const wanted = word.trim().toLowerCase();
  const named = [...graph.sources.values()].filter((s) =>
    [s.name, ...s.aliases].some((name) => name.toLowerCase() === wanted),
  );
  const [only] = named;
  if (only === undefined) return lookUp(refs, word, ['source', 'place']);
  if (named.length > 1)
    throw new HearsayError(`${word} is the name of ${named.length} sources`, {
      exitCode: EXIT.usage,
      remedy: `give an id: ${named
        .slice(0, 3)
        .map((s) => s.id)
        .join(', ')}`,
    });
  return lookUp(refs, only.id, ['source']);
}

const OF = {
  source: 'source',
  place: 'source',
  statement: 'statement',
  mention: 'statement',
  claim: 'claim',
} as const;

/** Two sources, statements or claims are one, or are not. Throws a usage error for a pair of different kinds. */
export function sameness(kind: 'same' | 'not-same', a: Ref, b: Ref): DecisionBody {
  if (OF[a.kind] !== OF[b.kind])
    throw new HearsayError(`${a.id} is a ${OF[a.kind]}, ${b.id} a ${OF[b.kind]}`, {
      exitCode: EXIT.usage,
      remedy: 'give two ids of one kind',
    });
  if (a.id === b.id)
    throw new HearsayError(`${a.id} is given twice`, { exitCode: EXIT.usage, remedy: 'give two ids' });
  return { kind, of: OF[a.kind], a: a.id, b: b.id };
}

/** An answer to an open question. Throws a usage error that lists the answers for any other. */
export function answering(graph: KnowledgeGraph, question: Question, answer: string): DecisionBody {
  const options = reuseOptions(graph).get(question.id) ?? [];
  const labels = answerLabels(graph, question, options);
  if (!labels.has(answer))
    throw new HearsayError(`“${answer}” is no answer to “${question.text}”`, {
      exitCode: EXIT.usage,
      remedy: `answer ${[...labels].map(([a, label]) => (a === label ? a : `${a} (${label})`)).join(', ')}`,
    });
  const [a = '', b = ''] = question.about;
  switch (question.kind) {
    case 'identity':
    case 'origin':
      return { kind: answer === 'yes' ? 'same' : 'not-same', of: 'source', a, b };
    case 'reliance':
      return { kind: answer === 'yes' ? 'relies' : 'not-relies', from: a, to: b };
    case 'reuse': {
      const sides = reuseSides(graph, options);
      if (!sides) throw new HearsayError('the shared text is not in this store any more');
      const { first, second } = sides;
      return answer === '1'
        ? { kind: 'reuse', from: second.article, to: first.article, direction: 'from-to' }
        : {
            kind: 'reuse',
            from: first.article,
            to: second.article,
            direction: answer === '2' ? 'from-to' : 'third',
          };
    }
  }
}

/** `at`: ISO 8601 instant. The id is made of the rest. */
export function decision(body: DecisionBody, by: string, at: string, note: string | null): Decision {
  return { id: `d-${shortHash(JSON.stringify([body, by, at, note]))}`, at, by, note, body };
}

/** What a decision says, for people. Ids that the graph no longer knows stay as they are. */
export function decisionWords(
  body: DecisionBody,
  refs: ReadonlyMap<string, Ref>,
  graph: KnowledgeGraph,
): string {
  // A class that is part of another one by now goes by its smallest mention.
  const label = (id: string) => (refs.get(id) ?? refs.get(`m${id.slice(id.indexOf('-') + 1)}`))?.label ?? id;
  const file = (id: string) => graph.articles.get(id)?.file ?? id;
  switch (body.kind) {
    case 'same':
      return `${label(body.a)} and ${label(body.b)} are one ${body.of}`;
    case 'not-same':
      return `${label(body.a)} and ${label(body.b)} are not one ${body.of}`;
    case 'relies':
      return `${label(body.from)} rests on ${label(body.to)}`;
    case 'not-relies':
      return `${label(body.from)} does not rest on ${label(body.to)}`;
    case 'reuse':
      return body.direction === 'third'
        ? `${file(body.from)} and ${file(body.to)} copied from a third text`
        : body.direction === 'from-to'
          ? `${file(body.to)} copied from ${file(body.from)}`
          : `${file(body.from)} copied from ${file(body.to)}`;
    case 'reject':
      return `${label(body.mention)} is no attribution`;
    case 'correct': {
      const changes = [
        ...(body.source === undefined ? [] : [`is by ${label(body.source)}`]),
        ...(body.act === undefined ? [] : [`has the act ${body.act}`]),
        ...(body.factuality === undefined ? [] : [`has the factuality ${body.factuality}`]),
      ];
      return `${label(body.mention)} ${changes.join(', ')}`;
    }
    case 'official':
      return `${label(body.source)} is ${body.official ? 'an' : 'no'} official source`;
    case 'rate':
      return `${label(body.source)} has the reliability ${body.reliability}`;
  }
}
