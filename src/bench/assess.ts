import { assessAll } from '../corroborate/assess.ts';
import type { Status } from '../corroborate/types.ts';
import { gatherCascades } from '../simulate/cascades.ts';

/** Time and memory to assess every claim of simulated news; the largest size must be given last, for memory is the process's peak. */
export function benchAssess(sizes: readonly number[] = [10_000, 100_000, 1_000_000]): void {
  console.log('statements   claims     edges   make s  assess s  µs/edge  peak MB');
  for (const statements of sizes) console.log(measure(statements));
}

function measure(statements: number): string {
  const begin = performance.now();
  const { evidence, truth } = gatherCascades({ seed: 1, statements });
  const made = performance.now();
  const statuses = new Map<Status, number>();
  for (const [claim, assessment] of assessAll(evidence)) {
    statuses.set(assessment.status, (statuses.get(assessment.status) ?? 0) + 1);
    const [least, most] = truth.get(claim)?.kappa ?? [];
    if (assessment.independentMin !== least || assessment.independentMax !== most) {
      throw new Error(
        `assess: ${claim} is ${assessment.independentMin}..${assessment.independentMax}, made as ${least}..${most}`,
      );
    }
  }
  const seconds = (performance.now() - made) / 1000;
  // MADE_BY, a stance and a mention for each statement, and who relies on whom.
  const edges = 3 * evidence.statements.size + evidence.reliances.length + evidence.identities.length;
  const peak = process.resourceUsage().maxRSS / 1024;
  return [
    String(evidence.statements.size).padStart(10),
    String(evidence.claims.size).padStart(8),
    String(edges).padStart(9),
    ((made - begin) / 1000).toFixed(1).padStart(8),
    seconds.toFixed(1).padStart(9),
    ((seconds * 1e6) / edges).toFixed(1).padStart(8),
    peak.toFixed(0).padStart(8),
  ].join(' ');
}
