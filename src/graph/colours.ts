/** The colours of the graph, one for every label and relationship type that means something: style sheets and pages share them. */

/** Fill and border, from Okabe and Ito's palette, which the colour-blind can tell apart. */
export const NODE_COLOURS: Readonly<Record<string, readonly [fill: string, border: string]>> = {
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

/** Labels whose fill wants white letters. */
export const DARK_FILLS: ReadonlySet<string> = new Set(['Event', 'Agency', 'Outlet']);

/** Relationship types that stand out; the others are neutral. */
export const LINE_COLOURS: Readonly<Record<string, string>> = {
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

export const NEUTRAL = { fill: '#A5ABB6', border: '#9AA1AC', line: '#A5ABB6' } as const;
