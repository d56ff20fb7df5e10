// From logits to spans: the best tag sequence in which no span goes on before it began.

/** A run of positions `[from, to)` that carries one role. */
export interface Run {
  readonly role: string;
  readonly from: number;
  readonly to: number;
  /** Mean probability of its tags, 0..1. */
  readonly probability: number;
}

/**
 * Tags are `O`, `B` and `I`, the latter two possibly with a role (`B-source`). Viterbi over log-probabilities; a span
 * may go on only after a tag of its own role. O(positions × tags²).
 * @param logits positions × tags, row-major; positions `[from, to)` are decoded
 * @param bias added to the score of every tag but `O`: above 0 finds more spans, below 0 fewer
 */
export function decode(
  logits: Float32Array,
  tags: readonly string[],
  from: number,
  to: number,
  bias = 0,
): Run[] {
  const n = tags.length;
  const length = Math.max(0, to - from);
  const scores = logProbabilities(logits, n, from, length);
  const allowed = transitions(tags);
  const best = new Float64Array(length * n);
  const back = new Int32Array(length * n);
  for (let p = 0; p < length; p++) {
    for (let t = 0; t < n; t++) {
      const own = (scores[p * n + t] ?? 0) + (tags[t] === 'O' ? 0 : bias);
      let top = p === 0 && !isInside(tags[t]) ? 0 : Number.NEGATIVE_INFINITY;
      if (p > 0)
        for (const s of allowed[t] ?? []) {
          const value = best[(p - 1) * n + s] ?? 0;
          if (value > top) {
            top = value;
            back[p * n + t] = s;
          }
        }
      best[p * n + t] = top + own;
    }
  }
  return runs(tags, trace(best, back, length, n), scores, from);
}

const isInside = (tag: string | undefined): boolean => tag?.startsWith('I') ?? false;
const roleOf = (tag: string): string => tag.slice(2);

/** For each tag the tags that may stand before it. */
const transitions = (tags: readonly string[]): number[][] =>
  tags.map((tag) =>
    tags.flatMap((before, s) =>
      isInside(tag) && (before === 'O' || roleOf(before) !== roleOf(tag)) ? [] : [s],
    ),
  );

function logProbabilities(logits: Float32Array, n: number, from: number, length: number): Float64Array {
  const scores = new Float64Array(length * n);
  for (let p = 0; p < length; p++) {
    const row = logits.subarray((from + p) * n, (from + p + 1) * n);
    const top = Math.max(...row);
    let sum = 0;
    for (const value of row) sum += Math.exp(value - top);
    for (let t = 0; t < n; t++) scores[p * n + t] = (row[t] ?? 0) - top - Math.log(sum);
  }
  return scores;
}

function trace(best: Float64Array, back: Int32Array, length: number, n: number): number[] {
  let tag = 0;
  for (let t = 1; t < n; t++)
    if ((best[(length - 1) * n + t] ?? 0) > (best[(length - 1) * n + tag] ?? 0)) tag = t;
  const path: number[] = [];
  for (let p = length - 1; p >= 0; p--) {
    path.push(tag);
    tag = back[p * n + tag] ?? 0;
  }
  return path.reverse();
}

function runs(tags: readonly string[], path: readonly number[], scores: Float64Array, from: number): Run[] {
  const found: Run[] = [];
  for (let p = 0; p < path.length; ) {
    const tag = tags[path[p] ?? 0] ?? 'O';
    let sum = Math.exp(scores[p * tags.length + (path[p] ?? 0)] ?? 0);
    let to = p + 1;
    if (tag !== 'O') {
      while (to < path.length && isInside(tags[path[to] ?? 0])) {
        sum += Math.exp(scores[to * tags.length + (path[to] ?? 0)] ?? 0);
        to++;
      }
      found.push({ role: roleOf(tag), from: from + p, to: from + to, probability: sum / (to - p) });
    }
    p = to;
  }
  return found;
}
