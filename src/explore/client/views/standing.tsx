/** Why a claim stands as it does, what would change it, and the claims beside it. */

import type { ClaimView } from '../../api/claim.ts';
import { useDesk } from '../desk.ts';
import { openClaim } from '../state.ts';
import { clip } from '../text.ts';
import { labelOf } from './line-card.tsx';
import { Question } from './question.tsx';
import { Bounds, StatusChip } from './status.tsx';

export function Standing({ view }: { view: ClaimView }) {
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
