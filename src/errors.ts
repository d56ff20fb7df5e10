/** Errors that people are meant to read: one line that says what is wrong, and what to do about it. */

export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  nothingFound: 3,
  storeUnreachable: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An expected failure. Anything else that is thrown is a fault of the program. */
export class HearsayError extends Error {
  override readonly name = 'HearsayError';
  readonly exitCode: ExitCode;
  /** What the reader can do about it, or null. */
  readonly remedy: string | null;

  constructor(message: string, options: { exitCode?: ExitCode; remedy?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode ?? EXIT.failed;
    this.remedy = options.remedy ?? null;
  }

  /** Message and remedy on one line. */
  get line(): string {
    return this.remedy === null ? this.message : `${this.message}; ${this.remedy}`;
  }
}

/** The message of whatever was thrown, on one line. */
export function messageOf(error: unknown): string {
  if (error instanceof HearsayError) return error.line;
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}
