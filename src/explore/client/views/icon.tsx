/** The shape and colour of a kind, beside its word. */

import type { NodeKind } from '../../api/network.ts';
import { borderOf, fillOf, outline, SHAPES } from '../shapes.ts';

export function KindIcon({ kind, size = 12 }: { kind: NodeKind; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="-8 -8 16 16" aria-hidden="true">
      <path d={outline(SHAPES[kind], 7)} fill={fillOf(kind)} stroke={borderOf(kind)} stroke-width="1.5" />
    </svg>
  );
}
