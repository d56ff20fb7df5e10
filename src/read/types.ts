/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** One news article as it was read. Every offset in the program counts UTF-16 code units into `text`. */
export interface Article {
  /** sha256 (hex) of the text; where outlet or URL came from beside the text (JSONL), of those too. */
  readonly id: string;
  /** The id that the input itself gave (JSONL), else null. */
  readonly givenId: string | null;
  /** The path as it was given, `-` for standard input; JSONL: `path#line`. */
  readonly file: string;
  /** Decoded text, exactly as read: header lines included, line ends untouched. */
  readonly text: string;
  /** Where the prose stands in `text`: after header lines, `[start, end)`. */
  readonly body: readonly [number, number];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedOn: Day | null;
  readonly url: string | null;
  readonly author: string | null;
}

/** An input that could not be read. `file` as it was given (JSONL: `path:line`); the message says what is wrong and the remedy. */
export interface ReadFailure {
  readonly file: string;
  readonly message: string;
}

export type ReadResult = Article | ReadFailure;

export const isFailure = (result: ReadResult): result is ReadFailure => 'message' in result;

/** How one kind of file becomes articles. */
export interface Format {
  /** Lower-case endings with their dot. */
  readonly endings: readonly string[];
  /** Whether bytes without a telling ending look like it, by their first few thousand. */
  readonly looksLike: (head: Uint8Array) => boolean;
  /** Streams; throws only what the bytes throw. */
  readonly read: (file: string, bytes: AsyncIterable<Uint8Array>) => AsyncIterable<ReadResult>;
}
