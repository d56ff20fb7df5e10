/** Lines of the chain view: who says it, on whose word, and who may be the same. */

import { LINE_COLOURS } from '../../../graph/colours.ts';
import { clip, type Measure, wrap } from '../text.ts';
import { act } from './act.ts';
import { METRICS } from './layout.ts';
import type { Line, LineTone, Same } from './model.ts';
import { type Box, labelAt, type Point, pathOf, type Route } from './routes.ts';

/** As in the style sheet of the graph; what has no colour there is grey. */
const STROKES: Readonly<Record<LineTone, string | undefined>> = {
  confirms: LINE_COLOURS.CONFIRMS,
  supports: undefined,
  denies: LINE_COLOURS.DENIES,
  relies: LINE_COLOURS.RELIES_ON,
  open: LINE_COLOURS.RELIES_ON,
  idle: undefined,
};
const TONES = Object.keys(STROKES) as readonly LineTone[];

/** Arrow heads, one for each tone: a head does not take its line's colour by itself. */
export function Markers() {
  return (
    <defs>
      {TONES.map((tone) => (
        <marker
          key={tone}
          id={`head-${tone}`}
          class={`head ${tone}`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 1L10 5L0 9Z" fill={STROKES[tone]} />
        </marker>
      ))}
    </defs>
  );
}

/** Pixels that words have between two columns. */
const ROOM = METRICS.columnGap - 18;

interface LineProps {
  readonly line: Line;
  readonly route: Route;
  readonly from: string;
  readonly to: string;
  readonly measure: Measure;
  readonly picked: boolean;
  readonly onPick: (id: string) => void;
}

export function LineShape({ line, route, from, to, measure, picked, onPick }: LineProps) {
  const path = pathOf(route.points);
  const lines = wrap(wordsOn(line, measure), ROOM, 2, measure);
  const label = `${lines.join(' ')}: ${describe(line, from, to)}`;
  return (
    <g
      class={`line ${line.tone}${picked ? ' picked' : ''}`}
      aria-label={label}
      {...act(() => onPick(line.id), picked)}
    >
      <path class="reach" d={path} />
      <path class="way" d={path} stroke={STROKES[line.tone]} marker-end={`url(#head-${line.tone})`} />
      <Label at={labelAt(route.points)} lines={lines} measure={measure} />
    </g>
  );
}

const wordsOn = (line: Line, measure: Measure): string =>
  `${shortWord(line, measure)}${line.tone === 'open' ? '?' : ''}${line.arrows.length > 1 ? ` ×${line.arrows.length}` : ''}`;

/** Who says it, or on whose word. */
const describe = (line: Line, from: string, to: string): string =>
  line.arrows[0]?.type === 'says'
    ? `${from}, on the claim${line.tone === 'idle' ? ', not counted' : ''}`
    : `${to}, on the word of ${from}${line.tone === 'open' ? ', open' : ''}`;

/** A cue too long to stand on a line is put in a word; what one says on the claim is a word already. */
function shortWord({ word, arrows }: Line, measure: Measure): string {
  if (arrows[0]?.type === 'says') return word;
  const fits = word.length <= 22 && word.split(' ').every((w) => measure(`${w}?`) <= ROOM);
  return fits ? word : arrows[0]?.certainty === 'implied' ? 'implied' : 'relied on';
}

interface LabelProps {
  readonly at: Point;
  readonly lines: readonly string[];
  readonly measure: Measure;
}

function Label({ at: [x, y], lines, measure }: LabelProps) {
  const width = lines.reduce((most, l) => Math.max(most, measure(l)), 0) + 6;
  const height = lines.length * 13 + 3;
  return (
    <g class="label" transform={`translate(${x} ${y})`}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="3" />
      {lines.map((line, i) => (
        <text key={line} text-anchor="middle" y={-height / 2 + 12 + i * 13}>
          {line}{' '}
        </text>
      ))}
    </g>
  );
}

interface SameProps {
  readonly same: Same;
  readonly a: Box;
  readonly b: Box;
  readonly measure: Measure;
  readonly picked: boolean;
  readonly onPick: (id: string) => void;
}

/** A dashed link with the question on it. */
export function SameShape({ same, a, b, measure, picked, onPick }: SameProps) {
  const [points, middle] = sameWay(a, b);
  const label = `one side? ${clip(same.text, 600)}`;
  return (
    <g
      class={`line same${picked ? ' picked' : ''}`}
      aria-label={label}
      {...act(() => onPick(same.id), picked)}
    >
      <path class="reach" d={points} />
      <path class="way" d={points} stroke={LINE_COLOURS.SAME_AS} />
      <Label at={middle} lines={['one side?']} measure={measure} />
    </g>
  );
}

/** Between the facing borders of two boxes; in one column straight down, else in a bow. */
function sameWay(a: Box, b: Box): readonly [path: string, middle: Point] {
  const [upper, lower] = a.y + a.height <= b.y ? [a, b] : [b, a];
  const [x1, x2] = [upper.x + upper.width / 2, lower.x + lower.width / 2];
  const [y1, y2] = [upper.y + upper.height, lower.y];
  if (y1 <= y2) {
    const bend = (y1 + y2) / 2;
    return [`M${x1} ${y1}C${x1} ${bend} ${x2} ${bend} ${x2} ${y2}`, [(x1 + x2) / 2, bend]];
  }
  // Side by side: a bow under both.
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  const depth = bottom + 14;
  return [
    `M${x1} ${upper.y + upper.height}C${x1} ${depth} ${x2} ${depth} ${x2} ${lower.y + lower.height}`,
    [(x1 + x2) / 2, bottom + 10],
  ];
}
