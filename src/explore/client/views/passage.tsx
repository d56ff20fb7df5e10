/** Verbatim words of an article with source, cue and content marked. */

import { dayWords } from '../../../report/words.ts';
import type { Span } from '../../../text/types.ts';
import type { ArticleRef, PassageView } from '../../api/passages.ts';
import { useDesk } from '../desk.ts';
import { type Mark, piecesOf } from '../marks.ts';
import { openArticle } from '../state.ts';
import { clip } from '../text.ts';

export type Role = 'source' | 'cue' | 'content';

/** Words longer than any passage need not be drawn whole. */
const MOST = 4000;

export function Passage({ passage }: { passage: PassageView }) {
  const { state, go } = useDesk();
  const { article, start } = passage;
  const shift = ([s, e]: Span): Span => [s - start, e - start];
  const marks = (['source', 'cue', 'content'] as const).flatMap((role): readonly Mark<Role>[] =>
    passage[role].map((span) => ({ span: shift(span), of: role })),
  );
  return (
    <figure class="passage">
      <blockquote dir="auto">
        {passage.cut && <span class="muted">… </span>}
        <Marked text={clip(passage.text, MOST)} marks={marks} />
        {passage.cut && <span class="muted"> …</span>}
      </blockquote>
      <figcaption>
        <button
          type="button"
          class="link"
          onClick={() => go(openArticle(state, article.id, passage.mention))}
        >
          {articleWords(article)}
        </button>
        <span class="muted"> {passage.reason}</span>
      </figcaption>
    </figure>
  );
}

/** Source, cue and content are told apart by underline and background, and named for who cannot see them. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark<Role>[] }) {
  return (
    <>
      {piecesOf(text, marks).map(({ text: piece, at, marks: roles }) => {
        const role = (['cue', 'source', 'content'] as const).find((r) => roles.includes(r));
        return role ? (
          <mark key={at} class={role} title={role}>
            {piece}
          </mark>
        ) : (
          piece
        );
      })}
    </>
  );
}

export const articleWords = (a: ArticleRef): string => {
  const name = [a.outlet, a.title].filter((x) => x !== null).join(': ') || a.file;
  return `${clip(name, 90)}${a.date === null ? '' : `, ${dayWords(a.date)}`}`;
};
