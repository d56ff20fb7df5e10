/** What makes a part of a drawing a button: by pointer, Enter and the space bar. */

export const act = (onPick: () => void, pressed?: boolean) => ({
  tabindex: 0,
  role: 'button' as const,
  ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
  onClick: (event: MouseEvent) => {
    event.stopPropagation();
    onPick();
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPick();
  },
});
