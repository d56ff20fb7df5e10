/** Starts the page: finds where its data comes from, then draws it. */

import { render } from 'preact';
import type { Explore } from '../api.ts';
import { embedded } from '../embed.ts';
import { remote } from '../remote.ts';
import { App } from './app.tsx';
import { type Desk, messageOf } from './desk.ts';
import './styles/page.css';
import './styles/lists.css';
import './styles/chain.css';
import './styles/network.css';
import { startTheme } from './theme.ts';
import { takeToken } from './token.ts';

const place = document.getElementById('app') ?? document.body;

async function start(): Promise<void> {
  startTheme();
  const within = embedded(document);
  if (within) return show(within, null);
  const server = remote(new URL('.', location.href).href, takeToken());
  return show(server, () => server.page());
}

async function show(explore: Explore, page: Desk['page']): Promise<void> {
  const overview = await explore.overview();
  render(<App explore={explore} first={overview} page={page} />, place);
}

start().catch((error: unknown) => {
  render(
    <main class="failed">
      <h1>Nothing to show</h1>
      <p>{messageOf(error)}</p>
      <p>Open the address that “hearsay explore” printed, with the token in it.</p>
    </main>,
    place,
  );
});
