/** Claims that pass the filter, a page at a time. */

import { useEffect, useState } from 'preact/hooks';
import { countWords } from '../../../report/words.ts';
import { type ClaimRow, ORDERS, type Order } from '../../api/claims.ts';
import { useAnswer, useDesk } from '../desk.ts';
import { openClaim } from '../state.ts';
import { clip } from '../text.ts';
import { Sparkline } from './sparkline.tsx';
import { Bounds, StatusChip } from './status.tsx';

const PAGE = 60;

const ORDER_WORDS: Readonly<Record<Order, string>> = {
  weight: 'most spoken of',
  status: 'status',
  recent: 'latest',
  carriers: 'most carried',
  text: 'text',
};

export function ClaimList({ shown }: { shown: string | null }) {
  const { explore, overview, state, go } = useDesk();
  const [limit, setLimit] = useState(PAGE);
  const key = JSON.stringify([state.filter, state.order]);
  useEffect(() => setLimit(PAGE), [key]);
  const answer = useAnswer(`${key} ${limit}`, () =>
    explore.claims({ filter: state.filter, order: state.order, offset: 0, limit: Math.min(500, limit) }),
  );
  const page = answer.value;
  return (
    <section class="claims" aria-labelledby="claims-title" aria-busy={answer.kind === 'waiting'}>
      <div class="row">
        <h2 id="claims-title">
          Claims{' '}
          <span class="count" role="status">
            {page?.total ?? ''}
          </span>
        </h2>
        {overview.whole && (
          <label class="order">
            <span class="hidden">Order of claims</span>
            <select
              value={state.order}
              onChange={(e) =>
                go({ ...state, order: ORDERS.find((o) => o === e.currentTarget.value) ?? state.order })
              }
            >
              {ORDERS.map((order) => (
                <option key={order} value={order}>
                  {ORDER_WORDS[order]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {answer.kind === 'failed' && <p class="failure">{answer.message}</p>}
      {page?.total === 0 && <p class="muted">No claim passes the filter.</p>}
      <ul class="rows">
        {page?.rows.map((row) => (
          <li key={row.id}>
            <Row row={row} current={row.id === shown} open={() => go(openClaim(state, row.id))} />
          </li>
        ))}
      </ul>
      {page && page.next !== null && (
        <p class="more">
          {limit < 500 ? (
            <button type="button" onClick={() => setLimit(limit + PAGE)}>
              Show more
            </button>
          ) : (
            <span class="muted">
              Narrow the filter to see{' '}
              {page.total === null ? 'others' : `the other ${page.total - page.rows.length}`}.
            </span>
          )}
        </p>
      )}
    </section>
  );
}

function Row({ row, current, open }: { row: ClaimRow; current: boolean; open: () => void }) {
  return (
    <button
      type="button"
      class={`claim${row.detailOf === null ? '' : ' detail'}`}
      aria-current={current ? 'true' : undefined}
      onClick={open}
    >
      <span class="words" dir="auto">
        {clip(row.text, 220)}
      </span>
      <span class="facts">
        <StatusChip status={row.status} />
        <Bounds min={row.independentMin} max={row.independentMax} />
        {row.officiallyConfirmed && <span class="official">official</span>}
        {row.questions > 0 && <span class="asked">{countWords(row.questions, 'question')}</span>}
        {row.sparkline.length > 1 && (
          <Sparkline values={row.sparkline} label={`carried by ${countWords(row.carriers, 'article')}`} />
        )}
      </span>
    </button>
  );
}
