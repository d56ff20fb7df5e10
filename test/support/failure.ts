/** Failures as people see them. */

import { expect } from 'vitest';
import { HearsayError } from '../../src/errors.ts';

/** What an action fails with: one line that says what to do. */
export async function failure(action: () => Promise<unknown>): Promise<HearsayError> {
  const error = await action().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HearsayError))
    throw new Error(`expected a HearsayError, got ${String(error)}`, { cause: error });
  expect(error.line).not.toContain('\n');
  expect(error.remedy).not.toBeNull();
  return error;
}
