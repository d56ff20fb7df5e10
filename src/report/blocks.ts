/**
 * A report as a small tree of blocks and styled runs: what there is to say, laid out once; `text`, `markdown` and `html`
 * only decide how a block looks. Text of articles enters here untouched: making it harmless is each renderer's first duty.
 */

/** How a run of text is set off. `cue`: the words that make a passage a statement. `id`: what commands accept. */
export type Style = 'strong' | 'muted' | 'cue' | 'id' | Tone;
/** What a status feels like: holds up, is open, is in doubt. */
export type Tone = 'good' | 'open' | 'bad';

export interface Run {
  readonly text: string;
  readonly style: Style | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** Verbatim words of an article; `place` says where they stand. */
  | { readonly kind: 'quote'; readonly runs: readonly Run[]; readonly place: string }
  /** `tree`: children hang on their parents' lines (chains of reliance). */
  | { readonly kind: 'list'; readonly tree: boolean; readonly items: readonly (readonly Block[])[] }
  /** One claim with all that is known of it. `anchor` is its id; cards in cards are its details. */
  | {
      readonly kind: 'card';
      readonly anchor: string;
      readonly tone: Tone;
      readonly title: readonly Run[];
      readonly blocks: readonly Block[];
    }
  /** The last column takes what width is left and wraps. */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    };

export const run = (text: string, style: Style | null = null): Run => ({ text, style });
export const heading = (level: 1 | 2, ...runs: readonly Run[]): Block => ({
  kind: 'heading',
  level,
  runs,
});
export const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });
export const list = (items: readonly (readonly Block[])[]): Block => ({ kind: 'list', tree: false, items });
export const tree = (items: readonly (readonly Block[])[]): Block => ({ kind: 'list', tree: true, items });
