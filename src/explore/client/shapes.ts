/** What a kind of node looks like: a regular polygon in its colour. Said once for lists, boxes and the network. */

import { NEUTRAL, NODE_COLOURS } from '../../graph/colours.ts';
import type { NodeKind } from '../api/network.ts';

export interface Shape {
  /** Corners; 0 is a circle. */
  readonly corners: number;
  /** Turn from "one corner up", in fractions of a full turn. */
  readonly turn: number;
}

export const SHAPES: Readonly<Record<NodeKind, Shape>> = {
  Claim: { corners: 5, turn: 0 },
  Event: { corners: 5, turn: 0.1 },
  Agency: { corners: 6, turn: 0 },
  Person: { corners: 0, turn: 0 },
  Outlet: { corners: 4, turn: 0.125 },
  Group: { corners: 4, turn: 0 },
  Document: { corners: 3, turn: 0 },
  Data: { corners: 3, turn: 0.5 },
  Article: { corners: 8, turn: 0.0625 },
};

export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  Claim: 'claim',
  Event: 'event',
  Agency: 'agency',
  Person: 'person',
  Outlet: 'outlet',
  Group: 'group',
  Document: 'document',
  Data: 'data',
  Article: 'article',
};

export const fillOf = (kind: string): string => NODE_COLOURS[kind]?.[0] ?? NEUTRAL.fill;
export const borderOf = (kind: string): string => NODE_COLOURS[kind]?.[1] ?? NEUTRAL.border;

/** The shape's outline as an SVG path around 0,0; `radius` to its corners. */
export function outline({ corners, turn }: Shape, radius: number): string {
  if (corners === 0)
    return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = 2 * Math.PI * (i / corners + turn);
    return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
