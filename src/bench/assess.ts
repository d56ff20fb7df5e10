import { assessAll } from '../corroborate/assess.ts';
import { gatherCascades } from '../simulate/cascades.ts';

/**
 * Time and memory to assess every claim of simulated news. The largest size comes last, for memory is the
 * process's peak. CPU beside the clock: it counts collecting garbage on other threads, and does not mind who
 * else uses the machine.
 */
export function benchAssess(sizes: readonly number[] = [10_000, 100_000, 1_000_000]): void {
  measure(60_000); // compiles
  console.log('statements   claims     edges   make s  assess s    CPU s  µs/edge  peak MB');
  for (const statements of sizes) console.log(measure(statements));
}

function measure(statements: number): string {
  const begin = performance.now();
  const { evidence, truth } = gatherCascades({ seed: 1, statements });
  const made = performance.now();
  const used = process.cpuUsage();
  for (const [claim, assessment] of assessAll(evidence)) {
    const [least, most] = truth.get(claim)?.kappa ?? [];
    if (assessment.independentMin !== least || assessment.independentMax !== most) {
      throw new Error(
        `assess: ${claim} is ${assessment.independentMin}..${assessment.independentMax}, made as ${least}..${most}`,
      );
    }
  }
  const seconds = (performance.now() - made) / 1000;
  const { user, system } = process.cpuUsage(used);
  // MADE_BY, a stance and a mention for each statement, and who relies on whom.
  const edges = 3 * evidence.statements.size + evidence.reliances.length + evidence.identities.length;
  const peak = process.resourceUsage().maxRSS / 1024;
  return [
    String(evidence.statements.size).padStart(10),
    String(evidence.claims.size).padStart(8),
    String(edges).padStart(9),
    ((made - begin) / 1000).toFixed(1).padStart(8),
    seconds.toFixed(1).padStart(9),
    ((user + system) / 1e6).toFixed(1).padStart(8),
    ((user + system) / edges).toFixed(1).padStart(8),
    peak.toFixed(0).padStart(8),
  ].join(' ');
}
