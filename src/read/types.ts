/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** One news article as it was read. Every offset in the program counts UTF-16 code units into `text`. */
export interface Article {
  /** sha256 (hex) of the text; where outlet or URL came from beside the text (JSONL, pages), of those too. */
  readonly id: string;
  /** The id that the input itself gave (JSONL), else null. */
  readonly givenId: string | null;
  /** The path as it was given, `-` for standard input; where one file holds several articles, `path#number` (JSONL: of its line). */
  readonly file: string;
  /** Of a text file the decoded text, exactly as read: header lines included, line ends untouched. Of markup its prose. */
  readonly text: string;
  /** Where the prose stands in `text`: after header lines, `[start, end)`. */
  readonly body: readonly [number, number];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedOn: Day | null;
  readonly url: string | null;
  readonly author: string | null;
  /** ISO 639-1 of the prose, detected or declared; null where it is too short to tell. */
  readonly language: string | null;
}

/** An input that could not be read. `file` as it was given (JSONL: `path:line`); the message says what is wrong and the remedy. */
export interface ReadFailure {
  readonly file: string;
  readonly message: string;
}

export type ReadResult = Article | ReadFailure;

export const isFailure = (result: ReadResult): result is ReadFailure => 'message' in result;
export const isArticle = (result: ReadResult): result is Article => !isFailure(result);

/** What whoever served the bytes said of them. */
export interface Served {
  readonly charset: string | null;
  readonly url: string | null;
}

/** What stands at a web address, or why it was not got. */
export type Fetched =
  | { readonly bytes: AsyncIterable<Uint8Array>; readonly served: Served }
  | { readonly message: string };

/** How one kind of file becomes articles. */
export interface Format {
  /** Lower-case endings with their dot: they choose a directory's files, and tell texts apart that begin alike. */
  readonly endings: readonly string[];
  /** Whether bytes begin like it, by their first few thousand as text. */
  readonly looksLike: (head: string) => boolean;
  /** Streams; throws only what the bytes throw. */
  readonly read: (
    file: string,
    bytes: AsyncIterable<Uint8Array>,
    served: Served,
  ) => AsyncIterable<ReadResult>;
}
