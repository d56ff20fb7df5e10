import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Known, knownByName, outletOfAddress } from '../src/gazetteer.ts';
import { sameOutlets } from '../src/graph/outlets.ts';
import type { LocalSource } from '../src/resolve/types.ts';

const outlet = (id: string, name: string, country: string | null = null): LocalSource => ({
  id,
  kind: 'Outlet',
  name,
  aliases: [],
  named: true,
  official: false,
  country,
  mentions: [],
  descriptors: [],
});

describe('the gazetteer', () => {
  it('names the outlet of an address, with whatever stands before its domain', () => {
    expect(outletOfAddress('https://www.reuters.com/world/x')).toBe('Reuters');
    expect(outletOfAddress('https://news.sky.com/story')).toBe('Sky News');
    expect(outletOfAddress('https://notreuters.com/')).toBeNull();
    expect(outletOfAddress('https://reuters.com.evil.example/')).toBeNull();
    expect(outletOfAddress('https://www.un.org/press')).toBeNull();
    expect(outletOfAddress('no address')).toBeNull();
  });

  it('knows bodies by name and alias, abbreviations as they are written', () => {
    expect(knownByName('the Associated Press')?.name).toBe('Associated Press');
    expect(knownByName('AP')?.name).toBe('Associated Press');
    expect(knownByName('ap')).toBeNull();
    expect(knownByName('constructor')).toBeNull();
  });

  it('says of every entry where it can be checked, and gives no domain to two', () => {
    const domains: string[] = [];
    for (const name of ['agencies', 'outlets', 'offices']) {
      const file = JSON.parse(readFileSync(`data/gazetteer/${name}.json`, 'utf8')) as {
        licence: string;
        entries: readonly Known[];
      };
      expect(file.licence).toBe('CC0-1.0');
      for (const { origin, domains: own } of file.entries) {
        expect(origin).toMatch(/^https:\/\/(?:www\.wikidata\.org\/wiki\/Q\d+|[\w.-]+\.[a-z]{2,})$/);
        domains.push(...own);
      }
    }
    expect(domains.length - new Set(domains).size).toBe(0);
  });

  it('joins names of one outlet, with the reason, unless the texts put them in different countries', () => {
    const [link, ...others] = sameOutlets([outlet('s1', 'AP'), outlet('s2', 'The Associated Press')]);
    expect(others).toEqual([]);
    expect(link).toMatchObject({ a: 's1', b: 's2', judgement: 'probable' });
    expect(link?.reason).toMatch(/^AP and The Associated Press are names of Associated Press \(https:/);
    expect(sameOutlets([outlet('s1', 'AP', 'France'), outlet('s2', 'Associated Press')])).toEqual([]);
    expect(sameOutlets([outlet('s1', 'Reuters'), outlet('s2', 'Reuters')])).toMatchObject([
      { judgement: 'certain', reason: 'same name' },
    ]);
  });
});
