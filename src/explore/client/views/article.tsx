/** The article reader: the whole text with every attribution marked, and who says each. */

import { useEffect, useRef } from 'preact/hooks';
import { ACT_WORDS } from '../../../report/words.ts';
import type { ArticleView } from '../../api/article.ts';
import { useAnswer, useDesk } from '../desk.ts';
import { useShown } from '../export/shown.ts';
import { type Mark, type Piece, piecesOf } from '../marks.ts';
import { openClaim, openView } from '../state.ts';
import { clip } from '../text.ts';
import { articleWords, type Role } from './passage.tsx';
import { StatusChip } from './status.tsx';

type Attribution = ArticleView['attributions'][number];
interface Of {
  readonly role: Role;
  readonly mention: string;
}

export function ArticlePage({ id }: { id: string }) {
  const { explore, state, go } = useDesk();
  const answer = useAnswer(`article ${id}`, () => explore.article(id));
  const article = answer.value;
  useShown(article?.title ?? 'article', article);
  if (answer.kind === 'failed') return <p class="failure">{answer.message}</p>;
  if (article === undefined) return <p class="muted">Looking…</p>;
  if (article === null) return <p class="muted">There is no article {clip(id, 40)} here.</p>;
  const chosen = article.attributions.find((a) => a.mention === state.mention) ?? null;
  const choose = (mention: string) => go({ ...state, mention: state.mention === mention ? null : mention });
  return (
    <article class="article-page" aria-labelledby="article-title">
      <header class="claim-head">
        <p>
          <button type="button" class="link" onClick={() => go(openView(state, 'chain'))}>
            ‹ The chains
          </button>
        </p>
        <h2 id="article-title" dir="auto">
          {articleWords(article)}
        </h2>
        <p class="muted">
          {[article.author, clip(article.file, 120)].filter((x) => x !== null).join(' · ')}
          {article.url !== null && (
            <>
              {' · '}
              <a href={article.url} rel="noreferrer noopener" target="_blank">
                {clip(article.url, 80)}
              </a>
            </>
          )}
        </p>
        {article.reuses.map((r) => (
          <p key={r.article.id} class="muted">
            Shares text with {articleWords(r.article)} (
            {r.role === 'copy'
              ? 'which this one copies'
              : r.role === 'original'
                ? 'a copy of this one'
                : 'who copied is open'}
            )
          </p>
        ))}
      </header>
      <div class="reader">
        <Text article={article} chosen={chosen} choose={choose} />
        <section class="said" aria-label="Attributions">
          <h3>Who says what here</h3>
          <ol class="rows">
            {article.attributions.map((a) => (
              <li key={a.mention}>
                <AttributionRow attribution={a} chosen={a === chosen} choose={() => choose(a.mention)} />
              </li>
            ))}
          </ol>
        </section>
      </div>
    </article>
  );
}

function AttributionRow({
  attribution: a,
  chosen,
  choose,
}: {
  attribution: Attribution;
  chosen: boolean;
  choose: () => void;
}) {
  const { state, go } = useDesk();
  return (
    <div class={`attribution${chosen ? ' picked' : ''}`}>
      <button type="button" class="link" aria-pressed={chosen} onClick={choose}>
        {ACT_WORDS[a.act]} {clip(a.by?.label ?? 'the article itself', 80)}
      </button>
      {chosen && (
        <ul class="plain">
          {a.claims.map((c) => (
            <li key={c.id}>
              <button type="button" class="link" dir="auto" onClick={() => go(openClaim(state, c.id))}>
                {clip(c.text, 160)}
              </button>{' '}
              <StatusChip status={c.status} />
            </li>
          ))}
          <li class="muted">
            {a.factuality}, read with confidence {a.confidence.toFixed(2)}
          </li>
        </ul>
      )}
    </div>
  );
}

interface TextProps {
  readonly article: ArticleView;
  readonly chosen: Attribution | null;
  readonly choose: (mention: string) => void;
}

function Text({ article, chosen, choose }: TextProps) {
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.scrollIntoView({ block: 'center' }), [chosen?.mention]);
  const marks = article.attributions.flatMap((a) =>
    (['source', 'cue', 'content'] as const).flatMap((role): readonly Mark<Of>[] =>
      a[role].map((span) => ({ span, of: { role, mention: a.mention } })),
    ),
  );
  const pieces = piecesOf(article.text, marks);
  const start = pieces.find((p) => p.marks.some((m) => m.mention === chosen?.mention))?.at;
  return (
    <div class="text" dir="auto">
      {pieces.map((piece) => (
        <TextPiece
          key={piece.at}
          piece={piece}
          chosen={chosen?.mention ?? null}
          choose={choose}
          place={piece.at === start ? first : undefined}
        />
      ))}
    </div>
  );
}

interface PieceProps {
  readonly piece: Piece<Of>;
  readonly chosen: string | null;
  readonly choose: (mention: string) => void;
  readonly place: preact.RefObject<HTMLElement | null> | undefined;
}

function TextPiece({ piece, chosen, choose, place }: PieceProps) {
  const [first] = piece.marks;
  if (!first) return <>{piece.text}</>;
  const mine = piece.marks.filter((m) => m.mention === chosen);
  const role = (['cue', 'source', 'content'] as const).find((r) =>
    (mine.length > 0 ? mine : piece.marks).some((m) => m.role === r),
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside the text offers the same by keyboard
    <mark
      ref={place ?? null}
      class={`${role}${mine.length > 0 ? ' chosen' : ''}`}
      title={role}
      onClick={() => choose(first.mention)}
    >
      {piece.text}
    </mark>
  );
}
