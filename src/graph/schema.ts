/**
 * What the property graph is made of, declared once: labels, relationship types, their properties and what they are for.
 * Constraints, import headers, legends and style sheets are read off it.
 */

export type PropertyType = 'string' | 'integer' | 'float' | 'boolean' | 'date' | 'string[]' | 'integer[]';

/** Types by property name. Every property but the id may be absent: unknown is a value. */
export type Properties = Readonly<Record<string, PropertyType>>;

export interface NodeType {
  readonly label: string;
  /** Labels of which a node of this type bears exactly one more. */
  readonly kinds: readonly string[];
  /** Property that names a node for people. */
  readonly caption: string;
  readonly about: string;
  readonly properties: Properties;
}

export interface RelationshipType {
  readonly type: string;
  /** Labels of the nodes that it may start from and lead to. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Computed from other relationships, for people who ask: never evidence. */
  readonly derived: boolean;
  readonly about: string;
  readonly properties: Properties;
}

/** Every node and relationship has one, unique among its kind. */
export const KEY = 'id';

/** What assessing writes on a claim; `graphVersion` names the evidence that it was computed from. */
const ASSESSMENT: Properties = {
  status: 'string',
  independentMin: 'integer',
  independentMax: 'integer',
  organisationsMin: 'integer',
  organisationsMax: 'integer',
  officiallyConfirmed: 'boolean',
  officialOnOwnBasis: 'boolean',
  provisional: 'boolean',
  exact: 'boolean',
  roots: 'string[]',
  rootsSomeWorlds: 'string[]',
  chokePoints: 'string[]',
  chokePointsSomeWorlds: 'string[]',
  denialMin: 'integer',
  denialMax: 'integer',
  carriers: 'integer',
  credibility: 'integer',
  flags: 'string[]',
  openQuestions: 'integer',
  graphVersion: 'string',
};

export const NODES: readonly NodeType[] = [
  {
    label: 'Article',
    kinds: [],
    caption: 'title',
    about: 'One text as it was read; offsets count UTF-16 code units into it.',
    properties: {
      file: 'string',
      title: 'string',
      outlet: 'string',
      publishedOn: 'date',
      url: 'string',
      author: 'string',
      language: 'string',
      text: 'string',
      extractor: 'string',
    },
  },
  {
    label: 'Mention',
    kinds: [],
    caption: 'quote',
    about: 'One attribution at one place. Spans are flat lists: start, end, start, end …',
    properties: {
      quote: 'string',
      sourceSpans: 'integer[]',
      cueSpans: 'integer[]',
      contentSpans: 'integer[]',
      passage: 'integer[]',
      factuality: 'string',
      confidence: 'float',
      reason: 'string',
    },
  },
  {
    label: 'Statement',
    kinds: [],
    caption: 'act',
    about: 'One speech act, however often it is mentioned.',
    properties: {
      act: 'string',
      provisional: 'boolean',
      saidFrom: 'date',
      saidTo: 'date',
      dateRule: 'string',
      channel: 'string',
    },
  },
  {
    label: 'Source',
    kinds: ['Agency', 'Person', 'Outlet', 'Group', 'Document', 'Data'],
    caption: 'name',
    about: 'Who says it, or what is cited for it.',
    properties: {
      name: 'string',
      aliases: 'string[]',
      named: 'boolean',
      official: 'boolean',
      country: 'string',
      reliability: 'string',
    },
  },
  {
    label: 'Claim',
    kinds: [],
    caption: 'text',
    about: 'One positive proposition, and how well it is corroborated.',
    properties: { text: 'string', occurrence: 'boolean', ...ASSESSMENT },
  },
  {
    label: 'Event',
    kinds: [],
    caption: 'description',
    about: 'What claims say happened.',
    properties: { description: 'string', from: 'date', to: 'date', place: 'string' },
  },
];

const asserted = (
  type: string,
  from: string,
  to: string,
  about: string,
  properties: Properties = {},
): RelationshipType => ({
  type,
  from: from.split('|'),
  to: to.split('|'),
  derived: false,
  about,
  properties,
});

const stance = (type: string, about: string) =>
  asserted(type, 'Statement', 'Claim', about, { factuality: 'string' });

const relation = (type: string, about: string) =>
  asserted(type, 'Claim', 'Claim', about, { reason: 'string' });

const derived = (type: string, from: string, to: string, about: string): RelationshipType => ({
  ...asserted(type, from, to, about, {
    derived: 'boolean',
    statements: 'string[]',
    articles: 'string[]',
    first: 'date',
    last: 'date',
  }),
  derived: true,
});

export const RELATIONSHIPS: readonly RelationshipType[] = [
  asserted('MADE_BY', 'Statement', 'Source', 'Who said it; none for the article’s own voice.'),
  asserted('HAS_MENTION', 'Statement', 'Mention', 'Where it stands.'),
  asserted('IN', 'Mention', 'Article', 'In which text.'),
  asserted('STATES', 'Mention', 'Claim', 'What this mention carries.'),
  asserted('VIA', 'Mention', 'Statement', 'The statement through which alone the article knows of it.'),
  stance('CONFIRMS', 'Confirms the claim.'),
  stance('ASSERTS', 'Says that it is so.'),
  stance('PREDICTS', 'Says that it will be or may come.'),
  stance('DENIES', 'Says that it is not so.'),
  asserted('RELIES_ON', 'Statement|Source', 'Statement|Source', 'On whose word; `claims` limits for what.', {
    certainty: 'string',
    claims: 'string[]',
    article: 'string',
    cue: 'integer[]',
    question: 'string',
    alternativeGroup: 'string',
    alternativeOption: 'integer',
  }),
  asserted('RETRACTS', 'Statement', 'Statement', 'Takes it back.'),
  asserted(
    'MENTIONED_IN',
    'Source',
    'Article',
    'A place where the source stands, and why it is this source.',
    {
      start: 'integer',
      end: 'integer',
      reason: 'string',
    },
  ),
  asserted('PUBLISHED_BY', 'Article', 'Source', 'The outlet that printed it.'),
  asserted(
    'REUSES',
    'Article',
    'Article',
    'Words of the second stand in the first; which is the copy may be open.',
    {
      score: 'float',
      directionKnown: 'boolean',
      copySpans: 'integer[]',
      originalSpans: 'integer[]',
    },
  ),
  asserted('ABOUT', 'Claim', 'Event', 'Which event it speaks of.'),
  relation('DETAIL_OF', 'Adds to what the other says.'),
  relation('CONTRADICTS', 'Both cannot be true.'),
  relation('CONFLICTS_IN_VALUE', 'Another figure for one quantity.'),
  relation('SUPERSEDES', 'A later count by who counts.'),
  relation('RELATED', 'Of one matter.'),
  asserted('SAME_AS', 'Source', 'Source', 'An open question: may be one party.', {
    certainty: 'string',
    kind: 'string',
    reason: 'string',
    question: 'string',
  }),
  asserted('NOT_SAME_AS', 'Source', 'Source', 'Known to be two parties.', {
    kind: 'string',
    reason: 'string',
    question: 'string',
  }),
  asserted('PART_OF', 'Source', 'Source', 'Belongs to this organisation.'),
  derived('CONFIRMED_BY', 'Claim|Event', 'Source', 'Who confirms it.'),
  derived('REPORTED_BY', 'Claim|Event', 'Source', 'Which outlet reports it as its own.'),
  derived('DENIED_BY', 'Claim|Event', 'Source', 'Who denies it.'),
  derived('CLAIMED', 'Source', 'Claim|Event', 'What it says that is neither confirmation nor report.'),
  derived('CITES', 'Source', 'Source', 'Whose word it passes on.'),
];
