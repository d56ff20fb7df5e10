/** Light or dark: as the system says, until somebody chooses. */

export type Theme = 'light' | 'dark';
const KEY = 'hearsay-theme';

const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export const theme = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

/** Before the first drawing, so that nothing flashes. */
export function startTheme(): void {
  document.documentElement.dataset.theme = remembered() ?? system();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (remembered() === null) show(system());
  });
}

export function switchTheme(): void {
  const next = theme() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A page from disk may have no storage: the choice then holds until it is closed.
  }
  show(next);
}

function show(next: Theme): void {
  document.documentElement.dataset.theme = next;
  dispatchEvent(new Event('hearsay-theme'));
}

function remembered(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}
