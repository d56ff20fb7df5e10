import { describe, expect, it } from 'vitest';
import { blockingKeys } from '../../src/resolve/keys.ts';
import { joinSources } from '../../src/resolve/sources/join.ts';
import type { Link, Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { bracketed } from '../support/bracketed.ts';
import { goldArticles, goldClasses, readGold, SLUGS } from '../support/gold.ts';

const read = (marked: string, outlet: string): Reading => {
  const { document, extraction } = bracketed(marked, outlet);
  return resolveWithin(document, extraction, 'test');
};
const named = (links: readonly Link[], ...readings: readonly Reading[]) => {
  const names = new Map(readings.flatMap((r) => r.sources.map((s) => [s.id, s.name])));
  return links.map((l) => [l.judgement, ...[l.a, l.b].map((id) => names.get(id) ?? '').sort()]);
};
const same = (links: readonly Link[]) =>
  links.filter((l) => l.judgement === 'certain' || l.judgement === 'probable');

describe('two articles', () => {
  it('join people by full name, and by surname where roles agree', () => {
    const a = read('[Fire chief Ana Ruiz] said the Tolvek plant in Marl burned.', 'The Marl Courier');
    const b = read('[Ana Ruiz] spoke in Marl.', 'Radio Sund');
    const c = read(
      '[The city’s top firefighter] came. [Ruiz] spoke of Tolvek, The Marl Courier reported.',
      'Sund Live',
    );
    expect(named(joinSources(a, b), a, b)).toContainEqual(['certain', 'Ana Ruiz', 'Ana Ruiz']);
    expect(named(joinSources(a, c), a, c)).toContainEqual(['probable', 'Ana Ruiz', 'Ruiz']);
  });
  it('keep people of one surname and different first names apart', () => {
    const a = read('[Ana Ruiz] said so.', 'The Marl Courier');
    const b = read('[Tomas Ruiz] said so.', 'Radio Sund');
    expect(named(joinSources(a, b), a, b)).toEqual([['rejected', 'Ana Ruiz', 'Tomas Ruiz']]);
  });
  it('join an outlet’s own article with those that quote it', () => {
    const a = read('[A Courier reporter] saw it.', 'The Marl Courier');
    const b = read('[The Marl Courier] reported it.', 'Radio Sund');
    expect(named(joinSources(a, b), a, b)).toEqual([['certain', 'Marl Courier', 'The Marl Courier']]);
  });
  it('join national bodies of one country, not of two', () => {
    const a = read('[The Danish defence ministry] said so.', 'Radio Sund');
    const b = read('[Denmark’s defence ministry] said so.', 'The Marl Courier');
    const c = read('[The Swedish defence ministry] said so.', 'Marl Today');
    expect(same(joinSources(a, b))).toHaveLength(1);
    expect(joinSources(a, c)).toEqual([]);
  });
  it('join an outlet and a name that may be an agency’s, and names that were turned round', () => {
    const a = read('[An Atlas reporter] saw the Tolvek plant in Marl burn.', 'Atlas Wire Service');
    const b = read('[The agency Atlas] saw the Tolvek plant in Marl burn.', 'Radio Sund');
    expect(named(same(joinSources(a, b)), a, b)).toContainEqual(['probable', 'Atlas', 'Atlas Wire Service']);
    const c = read('[The Lanter Mission] said the Tolvek plant in Marl burned.', 'Radio Sund');
    const d = read('[Mission Lanter] said the Tolvek plant in Marl burned.', 'Marl Today');
    expect(named(same(joinSources(c, d)), c, d)).toEqual([['probable', 'Lanter Mission', 'Mission Lanter']]);
  });
  it('join a body with the name for which somebody speaks', () => {
    const a = read('[Torv Leasing] said the Tolvek plant in Marl burned. [Torv] said no more.', 'Radio Sund');
    const b = read('[A spokeswoman for Torv] said the Tolvek plant in Marl burned.', 'Marl Today');
    expect(same(joinSources(a, b))).toHaveLength(1);
  });
  it('keep bodies apart by what they are for', () => {
    const one = read('[The building authority] said the Tolvek plant in Marl burned.', 'Radio Sund');
    const other = read('[The statistics office] said the Tolvek plant in Marl burned.', 'Marl Today');
    expect(same(joinSources(one, other))).toEqual([]);
    const affairs = read('[The ministry of Foreign Affairs] said the Tolvek plant burned.', 'Radio Sund');
    const transport = read('[The transport ministry] said the Tolvek plant burned.', 'Marl Today');
    expect(same(joinSources(affairs, transport))).toEqual([]);
  });
  it('hear a body behind its head and an office behind its holder', () => {
    const body = read(
      '[The rescue service] said the Tolvek plant in Marl burned. Crews came.',
      'The Marl Courier',
    );
    const head = read(
      '[Ana Ruiz of the rescue service] said the Tolvek plant in Marl burned. Crews came.',
      'Radio Sund',
    );
    expect(named(same(joinSources(body, head)), body, head)).toEqual([
      ['probable', 'Ana Ruiz', 'rescue service'],
    ]);
    const holder = read(
      '[Transport minister Ana Ruiz] spoke of the Tolvek plant in Marl.',
      'The Marl Courier',
    );
    const office = read('[The transport minister] spoke of the Tolvek plant in Marl.', 'Radio Sund');
    const deputy = read('[The deputy transport minister] spoke of the Tolvek plant in Marl.', 'Radio Sund');
    expect(same(joinSources(holder, office))).toHaveLength(1);
    expect(same(joinSources(holder, deputy))).toEqual([]);
  });
  it('hear one authority where neither writes an article before it', () => {
    const a = read('[Police] said the Tolvek plant in Marl burned. Crews came.', 'The Marl Courier');
    const b = read('Crews came. The Tolvek plant in Marl burned, [police] said.', 'Radio Sund');
    expect(same(joinSources(a, b))).toHaveLength(1);
    expect(a.sources.find(({ name }) => name === 'Police')).toMatchObject({ named: true, official: true });
  });
  it('leave open whether unnamed groups of one kind are one', () => {
    const a = read('[Doctors] said the Tolvek plant in Marl burned. Crews came.', 'The Marl Courier');
    const b = read('[Doctors] spoke of crews at the Tolvek plant in Marl.', 'Radio Sund');
    const c = read('[Residents] spoke of crews at the Tolvek plant in Marl.', 'Radio Sund');
    expect(named(joinSources(a, b), a, b)).toEqual([['possible', 'Doctors', 'Doctors']]);
    expect(joinSources(a, c)).toEqual([]);
  });
  it('read a name through characters that nobody sees', () => {
    const a = read('[Ana Ruiz] said so.', 'The Marl Courier');
    const b = read('[Ana Ru\u00adiz\u200b] said so.', 'Radio Sund');
    expect(named(joinSources(a, b), a, b)).toEqual([['certain', 'Ana Ruiz', 'Ana Ruiz']]);
  });
  it('do not join unnamed people of two affairs', () => {
    const a = read('[An official] said so.', 'Radio Sund');
    const b = read('[An official] said so.', 'The Marl Courier');
    expect(joinSources(a, b)).toEqual([]);
  });
});

describe('annotated affairs', () => {
  const affairs = SLUGS.map((slug) => ({
    gold: readGold(slug),
    read: goldArticles(slug).map((a) => ({ ...a, reading: resolveWithin(a.document, a.extraction, 'gold') })),
  }));
  const pairs = affairs.flatMap(({ read: all }) =>
    all.flatMap((a, i) => all.slice(i + 1).map((b) => [a.reading, b.reading] as const)),
  );

  it('join alike in either order', () => {
    for (const [a, b] of pairs) expect(joinSources(b, a)).toEqual(joinSources(a, b));
  });
  it('find every pair of readings with a common named source by a common key', () => {
    for (const [a, b] of pairs) {
      const keys = new Set(blockingKeys(a));
      if (same(joinSources(a, b)).length > 0) expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true);
    }
  });
  it('join as a careful reader does', () => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const { gold, read: all } of affairs) {
      const classes = goldClasses(gold);
      const parent = new Map<string, string>();
      const find = (id: string): string => (parent.has(id) ? find(parent.get(id)!) : id);
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1))
          for (const link of same(joinSources(a.reading, b.reading)))
            if (find(link.a) !== find(link.b)) parent.set(find(link.a), find(link.b));
      const mentions = gold.statements.flatMap((s) =>
        s.mentions
          .filter((m) => m.source.length > 0)
          .map((m) => {
            const reading = all.find((a) => a.file === m.file)!.reading;
            const place = reading.sources.find((x) =>
              x.mentions.some((y) => y.span[0] === m.source[0]![0] && y.span[1] === m.source[0]![1]),
            );
            return { gold: classes(s.source), ours: place === undefined ? null : find(place.id) };
          }),
      );
      mentions.forEach((a, i) => {
        for (const b of mentions.slice(i + 1)) {
          const [want, have] = [a.gold === b.gold, a.ours !== null && a.ours === b.ours];
          right += Number(want && have);
          wrong += Number(!want && have);
          missed += Number(want && !have);
        }
      });
    }
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(0.93);
  });
});
