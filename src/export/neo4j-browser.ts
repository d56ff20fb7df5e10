/** The look of the graph in Neo4j Browser, read off the schema. */

import { NODES, RELATIONSHIPS } from '../graph/schema.ts';

/** Fill and border, from Okabe and Ito's palette, which the colour-blind can tell apart. */
const COLOURS: Readonly<Record<string, readonly [fill: string, border: string]>> = {
  Claim: ['#F0E442', '#B8AE1E'],
  Event: ['#D55E00', '#9C4500'],
  Statement: ['#56B4E9', '#2F86B8'],
  Mention: ['#DDDDDD', '#A5A5A5'],
  Article: ['#FFFFFF', '#777777'],
  Agency: ['#009E73', '#006B4E'],
  Person: ['#66C2A5', '#3C9477'],
  Outlet: ['#0072B2', '#004E7A'],
  Group: ['#8DA0CB', '#5F73A3'],
  Document: ['#CC79A7', '#994D79'],
  Data: ['#E7B7D0', '#B27C99'],
};

const WIDE: ReadonlySet<string> = new Set(['Claim', 'Event']);
const DARK: ReadonlySet<string> = new Set(['Event', 'Agency', 'Outlet']);

const LINES: Readonly<Record<string, string>> = {
  CONFIRMS: '#009E73',
  CONFIRMED_BY: '#009E73',
  DENIES: '#D55E00',
  DENIED_BY: '#D55E00',
  RETRACTS: '#D55E00',
  RELIES_ON: '#0072B2',
  CITES: '#0072B2',
  SAME_AS: '#CC79A7',
  REUSES: '#E69F00',
};

/**
 * A style sheet in GraSS, as `:style` takes it. A node takes the style of the first of its labels that has one, so that `Source`,
 * beside which every source has a kind, has none. GraSS knows no comments.
 */
export function styleSheet(): string {
  const labels = NODES.flatMap(({ label, kinds, caption }) =>
    (kinds.length > 0 ? kinds : [label]).map((name) => rule(`node.${name}`, nodeStyle(name, caption))),
  );
  const types = RELATIONSHIPS.map(({ type, derived }) =>
    rule(`relationship.${type}`, {
      color: LINES[type] ?? '#A5ABB6',
      'shaft-width': derived ? '3px' : '1px',
      caption: '"<type>"',
    }),
  );
  return [rule('node', NODE), rule('relationship', RELATIONSHIP), ...labels, ...types].join('');
}

const NODE = {
  diameter: '50px',
  color: '#A5ABB6',
  'border-color': '#9AA1AC',
  'border-width': '2px',
  'text-color-internal': '#000000',
  'font-size': '10px',
};

const RELATIONSHIP = {
  color: '#A5ABB6',
  'shaft-width': '1px',
  'font-size': '8px',
  padding: '3px',
  'text-color-external': '#000000',
  'text-color-internal': '#FFFFFF',
  caption: '"<type>"',
};

function nodeStyle(label: string, caption: string): Readonly<Record<string, string>> {
  const [fill, border] = COLOURS[label] ?? ['#A5ABB6', '#9AA1AC'];
  return {
    diameter: WIDE.has(label) ? '80px' : '50px',
    color: fill,
    'border-color': border,
    'border-width': '2px',
    'text-color-internal': DARK.has(label) ? '#FFFFFF' : '#000000',
    'font-size': '10px',
    caption: `"{${caption}}"`,
  };
}

const rule = (selector: string, properties: Readonly<Record<string, string>>): string =>
  `${selector} {\n${Object.entries(properties)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n\n`;
