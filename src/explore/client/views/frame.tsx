/** Everything on the page and where it stands. */

import { useState } from 'preact/hooks';
import { countWords } from '../../../report/words.ts';
import { useAnswer, useDesk } from '../desk.ts';
import { NetworkPage } from '../network/network-page.tsx';
import { openView, type View } from '../state.ts';
import { switchTheme, theme } from '../theme.ts';
import { ArticlePage } from './article.tsx';
import { ClaimList } from './claim-list.tsx';
import { ClaimPage } from './claim-view.tsx';
import { DecidedNote } from './decided.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { QuestionsPage } from './questions-page.tsx';
import { Search } from './search.tsx';

export function Frame({ failure }: { failure: string | null }) {
  const { explore, state, go } = useDesk();
  // Where no claim is chosen, the first of the list is shown.
  const first = useAnswer(JSON.stringify([state.filter, state.order]), () =>
    explore.claims({ filter: state.filter, order: state.order, offset: 0, limit: 1 }),
  );
  const shown = state.claim ?? first.value?.rows[0]?.id ?? null;
  const chosen = state.view !== 'chain' || state.claim !== null;
  return (
    <div class={`shell view-${state.view}${chosen ? ' chosen' : ''}`}>
      <button type="button" class="skip" onClick={() => document.getElementById('view')?.focus()}>
        Skip to the view
      </button>
      <Top />
      <main class="columns">
        <section class="side" aria-label="Claims and filter">
          <Filters />
          <ClaimList shown={state.view === 'chain' ? shown : null} />
        </section>
        <div id="view" class="view" tabindex={-1}>
          <p class="to-list">
            <button
              type="button"
              class="link"
              onClick={() => go({ ...openView(state, 'chain'), claim: null })}
            >
              ‹ All claims
            </button>
          </p>
          <DecidedNote failure={failure} />
          {state.view === 'chain' && (shown === null ? <Nothing /> : <ClaimPage id={shown} />)}
          {state.view === 'network' && <NetworkPage />}
          {state.view === 'questions' && <QuestionsPage />}
          {state.view === 'article' &&
            (state.article === null ? <Nothing /> : <ArticlePage id={state.article} />)}
        </div>
      </main>
    </div>
  );
}

function Nothing() {
  const { overview } = useDesk();
  return (
    <p class="muted">
      {overview.counts.claims === 0
        ? 'Nobody is quoted or cited in these articles: there is nothing to show.'
        : 'Nothing passes the filter.'}
    </p>
  );
}

const TABS: readonly { readonly view: View; readonly label: string }[] = [
  { view: 'chain', label: 'Chains' },
  { view: 'network', label: 'Network' },
  { view: 'questions', label: 'Ask next' },
];

function Top() {
  const { overview, state, go } = useDesk();
  const { counts } = overview;
  return (
    <header class="top">
      <h1 class="brand">
        <strong>hearsay</strong>{' '}
        <span class="muted">
          {overview.location} · {countWords(counts.articles, 'article')} ·{' '}
          {countWords(counts.claims, 'claim')} · {countWords(counts.sources, 'source')}
        </span>
      </h1>
      <nav aria-label="Views">
        {TABS.map(({ view, label }) => (
          <button
            key={view}
            type="button"
            aria-current={state.view === view ? 'page' : undefined}
            onClick={() => go(openView(state, view))}
          >
            {label}
            {view === 'questions' && (counts.questions ?? 0) > 0 && (
              <span class="count"> {counts.questions}</span>
            )}
          </button>
        ))}
      </nav>
      <Search />
      <ExportMenu />
      <ThemeSwitch />
    </header>
  );
}

function ThemeSwitch() {
  const [shown, setShown] = useState(theme());
  return (
    <button
      type="button"
      class="theme"
      onClick={() => {
        switchTheme();
        setShown(theme());
      }}
    >
      {shown === 'dark' ? 'Light' : 'Dark'}
    </button>
  );
}
