/** How wide text is in the page itself. */

import { estimate, type Measure } from './text.ts';

/** Measures as the page draws, in the page's own font. `font`: CSS weight and size, "600 13px". */
export function ruler(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return estimate(13);
  context.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  return (text) => context.measureText(text).width;
}
