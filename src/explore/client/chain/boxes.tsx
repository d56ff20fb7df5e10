/** Boxes of the chain view: one for each source, one for the claim. */

import type { ClaimView } from '../../api/claim.ts';
import { borderOf, fillOf, outline, SHAPES } from '../shapes.ts';
import { clip } from '../text.ts';
import { act } from './act.ts';
import { type BoxText, INDENT, nameLine, noteLine, PAD } from './measure.ts';
import type { Party } from './model.ts';
import type { Box } from './routes.ts';

interface PartyProps {
  readonly party: Party;
  readonly box: Box;
  readonly text: BoxText;
  readonly picked: boolean;
  readonly onPick: (id: string) => void;
}

export function PartyBox({ party, box, text, picked, onPick }: PartyProps) {
  const { source, circle } = party;
  const tag = tagOf(party);
  const full = whole(text, source?.label ?? '');
  const label = [full, describe(party, text, tag)].filter(Boolean).join(' ');
  const classes = [
    'box',
    picked && 'picked',
    source?.choke === 'always' && 'choke',
    source?.choke === 'sometimes' && 'maybe-choke',
    circle === 'ungrounded' && 'ungrounded',
    source?.named === false && 'unnamed',
    source === null && 'voice',
  ];
  return (
    <g
      class={classes.filter(Boolean).join(' ')}
      transform={`translate(${box.x} ${box.y})`}
      aria-label={label}
      {...act(() => onPick(party.id), picked)}
    >
      {full !== null && <title>{`${full} `}</title>}
      <rect class="frame" width={box.width} height={box.height} rx="5" />
      {source && (
        <path
          class="kind"
          transform={`translate(${INDENT / 2 + 2} ${PAD + 8})`}
          d={outline(SHAPES[source.kind], 7)}
          fill={fillOf(source.kind)}
          stroke={borderOf(source.kind)}
          stroke-width="1.5"
        />
      )}
      {text.name.map((line, i) => (
        <text key={line} class="name" x={INDENT} y={nameLine(i)}>
          {line}{' '}
        </text>
      ))}
      {text.notes.map((line, i) => (
        <text key={line} class="note" x={INDENT} y={noteLine(text, i)}>
          {line}{' '}
        </text>
      ))}
      {tag !== null && (
        <g class="tag" transform={`translate(${box.width - 8} 0)`}>
          <rect x={-tag.length * 6.2 - 8} y="-8" width={tag.length * 6.2 + 8} height="15" rx="7" />
          <text x={(-tag.length * 6.2 - 8) / 2} y="3" text-anchor="middle">
            {tag}{' '}
          </text>
        </g>
      )}
    </g>
  );
}

function tagOf({ source, circle }: Party): string | null {
  if (circle === 'ungrounded') return 'circle, no ground';
  if (source?.choke === 'always') return 'choke point';
  if (source?.choke === 'sometimes') return 'choke point?';
  if (circle === 'grounded') return 'circle';
  if (source?.root === 'always') return 'root';
  return source?.root === 'sometimes' ? 'root?' : null;
}

/** What stands in the box, as it stands there, then what it only hints at. */
function describe({ source, circle }: Party, text: BoxText, tag: string | null): string {
  const more = [
    source?.choke === 'sometimes' && 'choke point in some answers',
    source?.root === 'always' && 'root',
    source?.root === 'sometimes' && 'root in some answers',
    circle && `in a circle, ${circle}`,
  ].filter(Boolean);
  const seen = [...text.name, ...text.notes, tag ?? ''].join(' ').trim();
  return more.length === 0 ? seen : `${seen}: ${more.join(', ')}`;
}

/** The whole of a name that its box cuts short. */
const whole = (text: BoxText, name: string): string | null =>
  text.name.at(-1)?.endsWith('…') ? clip(name, 600) : null;

interface GoalProps {
  readonly view: ClaimView;
  readonly box: Box;
  readonly text: BoxText;
  readonly onPick: () => void;
}

export function GoalBox({ view, box, text, onPick }: GoalProps) {
  const full = whole(text, view.claim.text);
  const label = [full, ...text.name, ...text.notes].filter(Boolean).join(' ');
  return (
    <g class="goal" transform={`translate(${box.x} ${box.y})`} aria-label={label} {...act(onPick)}>
      {full !== null && <title>{`${full} `}</title>}
      <rect class="frame" width={box.width} height={box.height} rx="5" />
      <rect
        class="band-of"
        width="6"
        height={box.height}
        rx="3"
        fill={fillOf('Claim')}
        stroke={borderOf('Claim')}
      />
      {text.name.map((line, i) => (
        <text key={line} class="name" x={PAD + 8} y={nameLine(i) + 2}>
          {line}{' '}
        </text>
      ))}
      {text.notes.map((line, i) => (
        <text
          key={line}
          class={i < text.status ? 'note status' : 'note'}
          x={PAD + 8}
          y={noteLine(text, i) + 5}
        >
          {line}{' '}
        </text>
      ))}
    </g>
  );
}
