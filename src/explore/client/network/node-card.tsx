/** One node of the network: what it is and where one can go from it. */

import { countWords, STATUS_WORDS } from '../../../report/words.ts';
import type { NetworkNode } from '../../api/network.ts';
import { useDesk } from '../desk.ts';
import { KIND_WORDS } from '../shapes.ts';
import { expand, narrow, openArticle, openClaim, openView, pathEnd, type State } from '../state.ts';
import { clip } from '../text.ts';
import { KindIcon } from '../views/icon.tsx';

interface Props {
  readonly node: NetworkNode;
  readonly pinned: boolean;
  readonly pin: (pinned: boolean) => void;
  readonly nameOf: (id: string) => string;
}

export function NodeCard({ node, pinned, pin, nameOf }: Props) {
  const { state, go } = useDesk();
  const [first] = state.path;
  const started = state.path.length === 1 && first !== node.id && first !== undefined;
  const opening = openingOf(state, node);
  return (
    <section class="card" aria-labelledby="node-title">
      <h3 id="node-title" dir="auto">
        <KindIcon kind={node.kind} size={16} /> {clip(node.label, 240)}
      </h3>
      <p class="muted">
        {[
          KIND_WORDS[node.kind],
          node.official && 'official',
          !node.named && 'unnamed',
          node.status && STATUS_WORDS[node.status].label,
          REACH[node.kind]?.(node.reach) ?? `stands behind ${countWords(node.reach, 'claim')}`,
          countWords(node.degree, 'link'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="buttons">
        {opening && (
          <button type="button" onClick={() => go(opening.state)}>
            {opening.words}
          </button>
        )}
        <button type="button" onClick={() => go(expand(state, node.id))}>
          Expand
        </button>
        <button type="button" onClick={() => go(pathEnd(state, node.id))}>
          {started ? `Path from ${clip(nameOf(first), 24)}` : 'Path from here'}
        </button>
        <button type="button" aria-pressed={pinned} onClick={() => pin(!pinned)}>
          {pinned ? 'Let go' : 'Pin'}
        </button>
      </p>
    </section>
  );
}

const REACH: Readonly<Partial<Record<NetworkNode['kind'], (n: number) => string>>> = {
  Claim: (n) => `carried by ${countWords(n, 'article')}`,
  Event: (n) => countWords(n, 'claim'),
  Article: (n) => countWords(n, 'statement'),
};

function openingOf(
  state: State,
  node: NetworkNode,
): { readonly words: string; readonly state: State } | null {
  switch (node.kind) {
    case 'Claim':
      return { words: 'Its chains', state: openClaim(state, node.id) };
    case 'Article':
      return { words: 'Read it', state: openArticle(state, node.id, null) };
    case 'Event':
      return null;
    default:
      return {
        words: 'Claims it speaks to',
        state: { ...openView(narrow(state, { text: node.label }), 'chain'), claim: null },
      };
  }
}
