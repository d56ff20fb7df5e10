/** The chains of one claim as a drawing in the page: every box and line can be reached, named and picked by keyboard. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countWords, dayWords } from '../../../report/words.ts';
import type { ClaimView } from '../../api/claim.ts';
import { useDesk } from '../desk.ts';
import { useShown } from '../export/shown.ts';
import { type Picture, pictureOf } from '../export/svg.ts';
import { ruler } from '../ruler.ts';
import { pick } from '../state.ts';
import { clip } from '../text.ts';
import { GoalBox, PartyBox } from './boxes.tsx';
import { GOAL, layoutOf } from './layout.ts';
import { LineShape, Markers, SameShape } from './lines.tsx';
import { goalText, NAME_SIZE, NOTE_SIZE, partyText } from './measure.ts';
import { chainsOf, OWN_VOICE } from './model.ts';

/** Boxes drawn unless all are asked for. */
const MOST = 40;
/** Room around the drawing, and above it for days. */
const MARGIN = 10;
const HEAD = 34;
/** Room below for links between boxes that stand side by side. */
const BOW = 24;

export function ChainView({ view }: { view: ClaimView }) {
  const { state, go } = useDesk();
  const [all, setAll] = useState(false);
  const drawn = useMemo(() => drawingOf(view, all ? Number.POSITIVE_INFINITY : MOST), [view, all]);
  const { chains, layout, texts, goal, note } = drawn;
  const onPick = (id: string) => go(pick(state, id));
  const [width, height] = [
    layout.width + 2 * MARGIN,
    layout.height + 2 * MARGIN + HEAD + (chains.sames.length > 0 ? BOW : 0),
  ];
  const names = new Map<string, string>([
    ...view.sources.map((s) => [s.id, clip(s.label, 80)] as const),
    [OWN_VOICE, 'the article itself'],
    [GOAL, 'the claim'],
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const boxOf = new Map(layout.boxes.map((b) => [b.id, b]));
  const routes = new Map(layout.routes.map((r) => [r.id, r]));
  const ordered = [...layout.boxes].sort((a, b) => a.x - b.x || a.y - b.y);
  useShown(view.claim.text, view, drawnHere);
  const place = useRef<HTMLElement>(null);
  // Where the drawing is wider than its place, the claim is seen first.
  useEffect(() => place.current?.scrollTo({ left: place.current.scrollWidth }), [view.claim.id, state.claim]);
  return (
    <div class="chain">
      <section
        ref={place}
        class="drawing"
        tabindex={0}
        aria-label="Chains, from roots on the left to the claim on the right"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          id={ID}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-label={`Chains of the claim: ${clip(view.claim.text, 200)}`}
          style={{ maxWidth: `${width}px`, minWidth: `${Math.min(width, Math.max(320, width * 0.72))}px` }}
        >
          <Markers />
          <g transform={`translate(${MARGIN} ${MARGIN})`}>
            {layout.bands.map((band, i) => (
              <g key={band.day ?? 'undated'} class="band">
                <rect
                  class={i % 2 === 0 ? 'even' : 'odd'}
                  x={band.x - MARGIN}
                  y={-MARGIN}
                  width={band.width + 2 * MARGIN}
                  height={height}
                />
                <text x={band.x} y={12}>
                  {band.day === null ? 'undated' : dayWords(band.day)}
                </text>
              </g>
            ))}
          </g>
          <g transform={`translate(${MARGIN} ${MARGIN + HEAD})`}>
            {chains.sames.map((same) => {
              const [a, b] = [boxOf.get(same.a), boxOf.get(same.b)];
              return (
                a &&
                b && (
                  <SameShape
                    key={same.id}
                    same={same}
                    a={a}
                    b={b}
                    measure={note}
                    picked={state.picked === same.id}
                    onPick={onPick}
                  />
                )
              );
            })}
            {ordered.map((box) => {
              const party = chains.parties.find((p) => p.id === box.id);
              const text = texts.get(box.id);
              return (
                party &&
                text && (
                  <g key={box.id}>
                    <PartyBox
                      party={party}
                      box={box}
                      text={text}
                      picked={state.picked === box.id}
                      onPick={onPick}
                    />
                    {chains.lines
                      .filter((line) => line.from === box.id)
                      .map((line) => {
                        const route = routes.get(line.id);
                        return (
                          route && (
                            <LineShape
                              key={line.id}
                              line={line}
                              route={route}
                              from={nameOf(line.from)}
                              to={nameOf(line.to)}
                              measure={note}
                              picked={state.picked === line.id}
                              onPick={onPick}
                            />
                          )
                        );
                      })}
                  </g>
                )
              );
            })}
            <GoalBox view={view} box={layout.goal} text={goal} onPick={() => go(pick(state, null))} />
          </g>
        </svg>
      </section>
      {chains.left.length > 0 && (
        <p class="muted">
          {countWords(chains.left.length, 'more source')} left out of the drawing.{' '}
          <button type="button" class="link" onClick={() => setAll(true)}>
            Draw all
          </button>
        </p>
      )}
    </div>
  );
}

const ID = 'chain-drawing';

function drawnHere(): Picture | null {
  const svg = document.getElementById(ID);
  return svg instanceof SVGSVGElement ? pictureOf(svg) : null;
}

function drawingOf(view: ClaimView, most: number) {
  const chains = chainsOf(view, most);
  const rulers = {
    name: ruler(`600 ${NAME_SIZE}px`),
    note: ruler(`${NOTE_SIZE}px`),
    status: ruler(`650 ${NOTE_SIZE}px`),
  };
  const texts = new Map(chains.parties.map((p) => [p.id, partyText(p, rulers)]));
  const goal = goalText(view, rulers);
  const layout = layoutOf(
    chains.parties.map((p) => ({
      id: p.id,
      said: p.said,
      lane: p.lane,
      height: texts.get(p.id)?.height ?? 0,
    })),
    chains.lines.map(({ id, from, to }) => ({ id, from, to })),
    goal.height,
  );
  return { chains, texts, goal, layout, note: rulers.note };
}
