/** Beside the chains: what of them is picked out, else the claim's standing and what would change it. */

import { CERTAINTY_WORDS } from '../../../report/words.ts';
import type { ChainSource, ClaimView } from '../../api.ts';
import { GOAL } from '../chain/layout.ts';
import { chainsOf, type Line, OWN_VOICE } from '../chain/model.ts';
import { useDesk } from '../desk.ts';
import { openClaim, openView, pick } from '../state.ts';
import { clip } from '../text.ts';
import { KindIcon } from './icon.tsx';
import { Passage } from './passage.tsx';
import { Question } from './question.tsx';
import { Bounds, StatusChip } from './status.tsx';

export function ClaimPanel({ view }: { view: ClaimView }) {
  const { state, go } = useDesk();
  const chains = chainsOf(view, Number.POSITIVE_INFINITY);
  const line = chains.lines.find((l) => l.id === state.picked);
  const source = view.sources.find((s) => s.id === state.picked);
  const question = view.questions.find((q) => q.id === state.picked);
  const picked = line ?? source ?? question;
  return (
    <>
      {picked && (
        <p class="back">
          <button type="button" class="link" onClick={() => go(pick(state, null))}>
            ‹ The claim
          </button>
        </p>
      )}
      {line && <LineCard view={view} line={line} />}
      {!line && source && <SourceCard view={view} source={source} />}
      {!line && !source && question && <Question question={question} picked />}
      {!picked && <Standing view={view} />}
    </>
  );
}

const labelOf = (view: ClaimView, id: string): string =>
  id === GOAL
    ? 'the claim'
    : id === OWN_VOICE
      ? 'the article itself'
      : (view.sources.find((s) => s.id === id)?.label ?? id);

function LineCard({ view, line }: { view: ClaimView; line: Line }) {
  const question = view.questions.find((q) => q.id === line.question);
  const [upper, lower] = [clip(labelOf(view, line.from), 80), clip(labelOf(view, line.to), 80)];
  return (
    <section class="card" aria-labelledby="picked-title">
      <h3 id="picked-title" dir="auto">
        {line.to === GOAL ? `${upper}: ${line.word}` : `${lower} on the word of ${upper}`}
      </h3>
      {line.arrows.map((arrow) => (
        <div key={arrow.id} class="act">
          <p class="muted">
            {[
              arrow.said?.words,
              arrow.certainty && CERTAINTY_WORDS[arrow.certainty],
              arrow.factuality,
              arrow.provisional && 'provisional',
              arrow.withdrawn && 'withdrawn',
              arrow.channel && `through ${arrow.channel}`,
              arrow.via.length > 0 &&
                `known only through ${arrow.via.map((id) => labelOf(view, id)).join(', ')}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {arrow.passages.map((p) => (
            <Passage key={`${p.article.id} ${p.start} ${p.mention}`} passage={p} />
          ))}
        </div>
      ))}
      {question && <Question question={question} />}
    </section>
  );
}

function SourceCard({ view, source }: { view: ClaimView; source: ChainSource }) {
  const { state, go } = useDesk();
  const lines = chainsOf(view, Number.POSITIVE_INFINITY).lines.filter(
    (l) => l.from === source.id || l.to === source.id,
  );
  const questions = view.questions.filter((q) => q.between.some((pair) => pair.includes(source.id)));
  return (
    <section class="card" aria-labelledby="picked-title">
      <h3 id="picked-title" dir="auto">
        <KindIcon kind={source.kind} size={16} /> {clip(source.label, 200)}
      </h3>
      <p class="muted">{sourceWords(source)}</p>
      {source.aliases.length > 0 && (
        <p>
          <span class="muted">Also called </span>
          {source.aliases.slice(0, 6).map((a, i) => (
            <span key={a}>
              {i > 0 && ', '}
              <bdi>{clip(a, 90)}</bdi>
            </span>
          ))}
        </p>
      )}
      <ul class="plain">
        {lines.map((line) => (
          <li key={line.id}>
            <button type="button" class="link" onClick={() => go(pick(state, line.id))}>
              {line.to === GOAL
                ? `${line.word} the claim`
                : line.to === source.id
                  ? `on the word of ${clip(labelOf(view, line.from), 80)}`
                  : `passed on by ${clip(labelOf(view, line.to), 80)}`}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          onClick={() => go({ ...openView(state, 'network'), picked: source.id, expanded: [source.id] })}
        >
          Show in the network
        </button>
      </p>
      {questions.map((q) => (
        <Question key={q.id} question={q} />
      ))}
    </section>
  );
}

const sourceWords = (s: ChainSource): string =>
  [
    s.kind.toLowerCase(),
    s.official && 'official',
    !s.named && 'unnamed',
    s.country,
    s.partOf && `part of ${s.partOf}`,
    s.root === 'always' && 'root',
    s.root === 'sometimes' && 'root in some answers',
    s.choke === 'always' && 'choke point: every chain runs through it',
    s.choke === 'sometimes' && 'choke point in some answers',
    s.reach !== null && s.reach > 1 && `stands behind ${s.reach} claims`,
    s.reliability !== 'F' && `reliability ${s.reliability}`,
  ]
    .filter(Boolean)
    .join(' · ');

function Standing({ view }: { view: ClaimView }) {
  const { state, go } = useDesk();
  const { assessment: a } = view;
  const names = (ids: readonly string[]) => ids.map((id) => clip(labelOf(view, id), 80)).join('; ');
  const pivotal = view.questions.filter((q) => q.pivotal);
  const facts: readonly (readonly [string, string])[] = [
    ['Roots', names(a.roots)],
    ['Roots in some answers', names(a.rootsSomeWorlds)],
    ['Choke points', names(a.chokePoints)],
    ['Choke points in some answers', names(a.chokePointsSomeWorlds)],
    ['Carried by', a.carriers === 1 ? 'one article' : `${a.carriers} articles that do not copy one another`],
    [
      'Organisations',
      a.organisations[0] === a.organisations[1] ? `${a.organisations[0]}` : a.organisations.join('–'),
    ],
    ['NATO credibility', `${a.credibility} (from structure alone)`],
  ];
  return (
    <>
      <section class="card" aria-labelledby="standing-title">
        <h3 id="standing-title">Why “{view.words.status}”</h3>
        <p>{sentence(view.words.meaning)}</p>
        {a.circular.map((c) => (
          <p key={c.members.join()} class={c.kind === 'ungrounded' ? 'bad' : ''}>
            {c.kind === 'ungrounded' ? 'A circle without ground: ' : 'A circle with ground outside: '}
            {names(c.members)} rest on one another.
          </p>
        ))}
        <dl>
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
        </dl>
      </section>
      {pivotal.length > 0 && (
        <section class="card" aria-labelledby="questions-title">
          <h3 id="questions-title">What would change it</h3>
          {pivotal.map((q) => (
            <Question key={q.id} question={q} />
          ))}
        </section>
      )}
      {[
        ['Details', view.details.map((claim) => ({ claim, words: '' }))] as const,
        ['Beside it', view.related] as const,
      ].map(
        ([title, claims]) =>
          claims.length > 0 && (
            <section key={title} class="card">
              <h3>{title}</h3>
              <ul class="plain">
                {claims.map(({ claim, words }) => (
                  <li key={claim.id}>
                    {words !== '' && <span class="muted">{words}: </span>}
                    <button
                      type="button"
                      class="link"
                      dir="auto"
                      onClick={() => go(openClaim(state, claim.id))}
                    >
                      {clip(claim.text, 160)}
                    </button>{' '}
                    <StatusChip status={claim.status} />{' '}
                    <Bounds min={claim.independentMin} max={claim.independentMax} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
