// Agencies, outlets and offices that are known by name: data/gazetteer. It helps and never decides alone.
import { readFileSync } from 'node:fs';

export interface Known {
  readonly name: string;
  readonly kind: 'news agency' | 'outlet' | 'office';
  /** Null for international bodies. */
  readonly country: string | null;
  readonly domains: readonly string[];
  readonly aliases: readonly string[];
  /** Where the entry can be checked. */
  readonly origin: string;
}

const KINDS = ['news agency', 'outlet', 'office'];

/** The entries of `data/gazetteer/NAME.json`. Throws where the file is missing or malformed: a broken installation. */
function readGazetteer(name: string): readonly Known[] {
  const file = new URL(`../data/gazetteer/${name}.json`, import.meta.url);
  const { entries }: { entries?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(entries) || !entries.every(isKnown))
    throw new Error(`${file.pathname} holds something that is no entry`);
  return entries;
}

function isKnown(value: unknown): value is Known {
  if (typeof value !== 'object' || value === null) return false;
  const { name, kind, country, domains, aliases, origin } = value as Readonly<Record<string, unknown>>;
  const areWords = (list: unknown) => Array.isArray(list) && list.every((word) => typeof word === 'string');
  return (
    typeof name === 'string' &&
    KINDS.includes(String(kind)) &&
    (country === null || typeof country === 'string') &&
    areWords(domains) &&
    areWords(aliases) &&
    typeof origin === 'string'
  );
}

interface Index {
  readonly byName: ReadonlyMap<string, Known>;
  readonly byDomain: ReadonlyMap<string, Known>;
}

let index: Index | null = null;

/** Read when it is first asked for. A name that two bodies have names neither. */
function indexed(): Index {
  if (index !== null) return index;
  const entries = ['agencies', 'outlets', 'offices'].flatMap(readGazetteer);
  const byName = new Map<string, Known>();
  const shared = new Set<string>();
  for (const entry of entries)
    for (const name of new Set([entry.name, ...entry.aliases].map(plain)))
      if (byName.has(name)) shared.add(name);
      else byName.set(name, entry);
  for (const name of shared) byName.delete(name);
  const byDomain = new Map(
    entries.flatMap((entry) => entry.domains.map((domain) => [domain, entry] as const)),
  );
  index = { byName, byDomain };
  return index;
}

/** A name as it is compared: case matters for short ones ("TIME", "Focus" and "AP" are names, "ap" is none). */
const plain = (name: string): string => {
  const bare = name.replace(/^the\s+/i, '').replaceAll('’', "'");
  return bare.length <= 4 ? bare : bare.toLowerCase();
};

/** The body of a name or alias; null where none or more than one is known by it. */
export const knownByName = (name: string): Known | null => indexed().byName.get(plain(name)) ?? null;

/** The outlet or agency that publishes at a web address; null where none is known to. */
export function outletOfAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const labels = new URL(url).hostname.toLowerCase().split('.');
  for (let i = 0; i + 1 < labels.length; i++) {
    const known = indexed().byDomain.get(labels.slice(i).join('.'));
    if (known !== undefined) return known.kind === 'office' ? null : known.name;
  }
  return null;
}
