/** The look of the graph in Neo4j Browser, read off the schema. */

import { DARK_FILLS, LINE_COLOURS, NEUTRAL, NODE_COLOURS } from '../graph/colours.ts';
import { NODES, RELATIONSHIPS } from '../graph/schema.ts';

const WIDE: ReadonlySet<string> = new Set(['Claim', 'Event']);

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
      color: LINE_COLOURS[type] ?? NEUTRAL.line,
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
  const [fill, border] = NODE_COLOURS[label] ?? [NEUTRAL.fill, NEUTRAL.border];
  return {
    diameter: WIDE.has(label) ? '80px' : '50px',
    color: fill,
    'border-color': border,
    'border-width': '2px',
    'text-color-internal': DARK_FILLS.has(label) ? '#FFFFFF' : '#000000',
    'font-size': '10px',
    caption: `"{${caption}}"`,
  };
}

const rule = (selector: string, properties: Readonly<Record<string, string>>): string =>
  `${selector} {\n${Object.entries(properties)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n\n`;
