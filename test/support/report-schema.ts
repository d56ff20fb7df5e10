/** The shape of `report/1`, written down once more, apart from the code that makes it. */

type Check = (value: unknown, at: string) => readonly string[];

const is =
  (what: string, test: (v: unknown) => boolean): Check =>
  (v, at) =>
    test(v) ? [] : [`${at}: not ${what}`];
const text = is('a string', (v) => typeof v === 'string');
const flag = is('a boolean', (v) => typeof v === 'boolean');
const count = is('a count', (v) => Number.isInteger(v) && (v as number) >= 0);
const day = is('a day', (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v));
const span = is(
  'a span',
  (v) => Array.isArray(v) && v.length === 2 && v.every(Number.isInteger) && v[0] >= 0 && v[0] < v[1],
);
const bounds = is(
  'bounds',
  (v) => Array.isArray(v) && v.length === 2 && v.every(Number.isInteger) && v[0] >= 0 && v[0] <= v[1],
);
const oneOf = (...values: readonly string[]): Check =>
  is(`one of ${values}`, (v) => values.includes(v as string));
const orNull =
  (check: Check): Check =>
  (v, at) =>
    v === null ? [] : check(v, at);
const list =
  (check: Check): Check =>
  (v, at) =>
    Array.isArray(v) ? v.flatMap((x, i) => check(x, `${at}[${i}]`)) : [`${at}: not a list`];
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v, at) =>
    typeof v === 'object' && v !== null
      ? Object.entries(fields).flatMap(([name, check]) =>
          check((v as Record<string, unknown>)[name], at === '' ? name : `${at}.${name}`),
        )
      : [`${at}: not an object`];

const ids = list(text);

const assessment = object({
  status: oneOf(
    ...['retracted', 'circular', 'disputed', 'denied', 'unsourced', 'hedged', 'corroborated'],
    ...['independence-open', 'single-source'],
  ),
  officiallyConfirmed: flag,
  officialOnOwnBasis: orNull(flag),
  provisional: flag,
  independentMin: count,
  independentMax: count,
  organisations: bounds,
  exact: flag,
  roots: ids,
  rootsSomeWorlds: ids,
  chokePoints: ids,
  chokePointsSomeWorlds: ids,
  chains: list(ids),
  cut: ids,
  witnesses: list(ids),
  cuts: list(ids),
  denial: object({ independentMin: count, independentMax: count, roots: ids, chains: list(ids) }),
  circular: list(object({ kind: oneOf('grounded', 'ungrounded'), members: ids })),
  carriers: count,
  credibility: is('1 to 6', (v) => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= 6),
  flags: list(oneOf('superseded', 'valueConflict', 'oneCarrier', 'capped')),
  questions: list(
    object({
      id: text,
      text,
      kind: oneOf('identity', 'origin', 'reliance', 'reuse'),
      about: ids,
      pivotal: flag,
      answers: list(object({ answer: text, bounds })),
      with: ids,
    }),
  ),
});

const report = object({
  hearsay: oneOf('report/1'),
  articles: list(
    object({
      id: text,
      file: text,
      title: orNull(text),
      outlet: orNull(text),
      date: orNull(day),
      url: orNull(text),
    }),
  ),
  sources: list(
    object({
      id: text,
      kind: oneOf('Agency', 'Person', 'Outlet', 'Group', 'Document', 'Data'),
      name: text,
      aliases: ids,
      named: flag,
      official: flag,
      mentions: list(object({ file: text, span, reason: text })),
      possiblySame: list(object({ id: text, reason: text })),
    }),
  ),
  statements: list(
    object({
      id: text,
      source: orNull(text),
      act: oneOf('CONFIRMED', 'REPORTED', 'CLAIMED', 'DENIED', 'WARNED', 'PREDICTED', 'OTHER'),
      said: object({ from: orNull(day), to: orNull(day) }),
      provisional: flag,
      channel: orNull(text),
      retracts: ids,
      claims: list(object({ id: text, stance: oneOf('confirms', 'asserts', 'denies', 'predicts') })),
      mentions: list(
        object({
          file: text,
          source: list(span),
          cue: list(span),
          content: list(span),
          claims: ids,
          factuality: oneOf('CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu'),
          via: orNull(text),
        }),
      ),
      reliesOn: list(
        object({
          to: text,
          certainty: oneOf('explicit', 'implied', 'possible'),
          claims: ids,
          file: text,
          cue: span,
        }),
      ),
    }),
  ),
  claims: list(
    object({
      id: text,
      text,
      occurrence: flag,
      event: orNull(text),
      relations: list(
        object({
          to: text,
          kind: oneOf('DETAIL_OF', 'CONTRADICTS', 'CONFLICTS_IN_VALUE', 'SUPERSEDES', 'RELATED'),
        }),
      ),
      assessment,
    }),
  ),
  events: list(
    object({ id: text, description: text, from: orNull(day), to: orNull(day), place: orNull(text) }),
  ),
});

/** What is wrong with a `report/1` object: nothing for a right one. */
export const checkReport = (value: unknown): readonly string[] => report(value, '');

/** The same for one line of `extract --format jsonl`. */
export const checkExtractLine = (value: unknown): readonly string[] =>
  object({
    id: text,
    file: text,
    attributions: list(
      object({
        source: list(span),
        cue: list(span),
        content: list(span),
        confidence: is('0..1', (v) => typeof v === 'number' && v >= 0 && v <= 1),
        statement: flag,
      }),
    ),
    relays: list(
      object({
        relayer: span,
        upstream: span,
        cue: span,
        content: orNull(span),
        kind: text,
        certainty: oneOf('explicit', 'implied', 'possible'),
      }),
    ),
  })(value, '');
