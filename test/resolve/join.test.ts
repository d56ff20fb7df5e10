import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { partition } from '../../src/graph/classes.ts';
import { join } from '../../src/resolve/join.ts';
import { blockingKeys } from '../../src/resolve/keys.ts';
import type { Decisions, Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { goldArticles, SLUGS } from '../support/gold.ts';
import { documentOf, readingOf } from '../support/said.ts';

const claimLinks = ({ links }: Decisions) =>
  links.filter((link) => link.kind === 'claim' && link.judgement !== 'rejected');
const blast = readingOf(
  'Five workers died in the blast at the Norrik plant, the fire service said.',
  [['the fire service', 'said', 'Five workers died in the blast at the Norrik plant']],
  { publishedOn: '2030-01-10' },
);

describe('claims', () => {
  it('are one in other words', () => {
    const other = readingOf('The mayor said five people were killed in an explosion at the Norrik factory.', [
      ['The mayor', 'said', 'five people were killed in an explosion at the Norrik factory'],
    ]);
    expect(claimLinks(join(blast, [other]))).toHaveLength(1);
  });
  it('with another count are not one: a later one supersedes', () => {
    const later = readingOf(
      'Seven workers died in the blast at the Norrik plant, the fire service said.',
      [['the fire service', 'said', 'Seven workers died in the blast at the Norrik plant']],
      { publishedOn: '2030-01-12' },
    );
    const joined = join(blast, [later]);
    expect(claimLinks(joined)).toEqual([]);
    expect(joined.relations.map((r) => [r.kind, r.from])).toEqual([['SUPERSEDES', later.claims[0]?.id]]);
  });
  it.each([
    ['on 1 January', 'in January', 1],
    ['on 1 January', 'on 15 November', 0],
    ['in May', 'before the summer', 1],
  ])('of what is to happen %s and %s are one: %i', (when, otherwise, links) => {
    const told = (source: string, time: string) => {
      const content = `the hospital in Varnow will close its maternity ward ${time}`;
      return readingOf(`${source} said ${content}.`, [[source, 'said', content]]);
    };
    expect(claimLinks(join(told('The company', when), [told('The union', otherwise)]))).toHaveLength(links);
  });
  it('that exclude each other are not gathered by a vaguer one, which goes to the one that it is more like', () => {
    const told = (source: string, content: string) =>
      readingOf(`${source} said ${content}.`, [[source, 'said', content]]);
    const january = told('The company', 'the hospital in Varnow will close its maternity ward on 1 January');
    const november = told('The union', 'the hospital in Varnow will close its ward in November');
    const vague = told('The mayor', 'the hospital in Varnow would close its ward');
    const all = [january, november, vague];
    const pairs = all.flatMap((x, i) => all.slice(i + 1).map((y) => join(x, [y])));
    const { of } = partition(
      all.flatMap(({ claims }) => claims.map(({ id }) => id)),
      pairs.flatMap(({ links }) => links.filter(({ kind }) => kind === 'claim')),
    );
    const [one, other, third] = all.map(({ claims }) => of(claims[0]?.id ?? ''));
    expect(one).not.toBe(other);
    expect(third).toBe(other);
  });
  it('of an amount alone are the only one that has it', () => {
    const says = (text: string, content: string, source: string) =>
      readingOf(text, [[source, text.includes('put') ? 'put' : 'said', content]]);
    const full = says(
      'Minister Ana Dorvic said the Norrik train had been travelling at 78 kilometres an hour.',
      'the Norrik train had been travelling at 78 kilometres an hour',
      'Minister Ana Dorvic',
    );
    const bare = says(
      'Norrik mourned its dead. Minister Ana Dorvic said it had been doing 78.',
      'it had been doing 78',
      'Minister Ana Dorvic',
    );
    const other = says(
      'Norrik mourned its dead. Minister Ana Dorvic said it had been doing 91.',
      'it had been doing 91',
      'Minister Ana Dorvic',
    );
    expect(claimLinks(join(full, [bare]))).toHaveLength(1);
    expect(claimLinks(join(full, [other]))).toEqual([]);
  });
  it('of one day with different counts are in conflict', () => {
    const rival = readingOf('The union said seven workers died in the blast at the Norrik plant.', [
      ['The union', 'said', 'seven workers died in the blast at the Norrik plant'],
    ]);
    expect(join(blast, [rival]).relations.map((r) => r.kind)).toEqual(['CONFLICTS_IN_VALUE']);
  });
  it('of who attacked whom are not one', () => {
    const one = readingOf('Arvia said Belvian soldiers attacked an Arvian patrol.', [
      ['Arvia', 'said', 'Belvian soldiers attacked an Arvian patrol'],
    ]);
    const other = readingOf('Belvia said an Arvian patrol attacked Belvian soldiers.', [
      ['Belvia', 'said', 'an Arvian patrol attacked Belvian soldiers'],
    ]);
    expect(claimLinks(join(one, [other]))).toEqual([]);
  });
  it('are not one for a number alone, nor for some of several', () => {
    const hurt = readingOf('The clinic in Norrik took in 46 injured workers, its director said.', [
      ['its director', 'said', 'The clinic in Norrik took in 46 injured workers'],
    ]);
    const sent = readingOf(
      'The director said the clinic in Norrik had let nineteen workers of 46 injured workers go.',
      [['The director', 'said', 'the clinic in Norrik had let nineteen workers of 46 injured workers go']],
    );
    const sold = readingOf('The bank in Norrik said 46 branches would close.', [
      ['The bank in Norrik', 'said', '46 branches would close'],
    ]);
    expect(claimLinks(join(hurt, [sent]))).toEqual([]);
    expect(claimLinks(join(hurt, [sold]))).toEqual([]);
  });
  it('of what is only offered are not of what is done', () => {
    const offer = readingOf('Osk Pell has offered to step down as mayor of Norrik, a councillor said.', [
      ['a councillor', 'said', 'Osk Pell has offered to step down as mayor of Norrik'],
    ]);
    const deed = readingOf('Osk Pell has stepped down as mayor of Norrik, the town hall said.', [
      ['the town hall', 'said', 'Osk Pell has stepped down as mayor of Norrik'],
    ]);
    expect(claimLinks(join(offer, [deed]))).toEqual([]);
    expect(join(offer, [deed]).relations.map((r) => r.kind)).toEqual(['RELATED']);
  });
  it('are one where one of them is told by its amount alone, again by the same source', () => {
    const first = readingOf(
      'Minister Ana Brul said the train was travelling at 78 kilometres an hour near Norrik.',
      [['Minister Ana Brul', 'said', 'the train was travelling at 78 kilometres an hour near Norrik']],
    );
    const again = readingOf('The train burned near Norrik. It had been doing 78, minister Ana Brul said.', [
      ['minister Ana Brul', 'said', 'It had been doing 78'],
    ]);
    expect(claimLinks(join(first, [again]))).toHaveLength(1);
  });
  it('and their negation are one claim that somebody denies', () => {
    const [deal, none] = [
      readingOf('The ministry said there was an agreement with Norrik.', [
        ['The ministry', 'said', 'there was an agreement with Norrik'],
      ]),
      readingOf('The mayor insisted that there was no agreement with Norrik.', [
        ['The mayor', 'insisted', 'there was no agreement with Norrik'],
      ]),
    ];
    if (deal === undefined || none === undefined) throw new Error('two readings');
    const joined = [join(deal, [none])];
    const entries = [deal, none].map((reading) => ({
      article: { ...documentOf('Norrik').article, id: reading.article },
      reading,
    }));
    const graph = buildGraph({ entries, joined, decisions: [] });
    expect(graph.claims.size).toBe(1);
    expect([...graph.statements.values()].flatMap((s) => s.claims.map((c) => c.stance)).sort()).toEqual([
      'asserts',
      'denies',
    ]);
  });
  it('about other things stay apart', () => {
    const other = readingOf('The bank said profits had risen by a third.', [
      ['The bank', 'said', 'profits had risen by a third'],
    ]);
    expect(join(blast, [other]).links).toEqual([]);
    expect(join(blast, [other]).relations).toEqual([]);
  });
});

describe('people who assert one claim', () => {
  const article = (who: string, id: string) =>
    readingOf(
      `${who} said the motor of the ferry Aurora had stopped twice before the collision. The ferry Aurora hit the pier of Tarn.`,
      [[who, 'said', 'the motor of the ferry Aurora had stopped twice before the collision']],
      { id },
    );
  const open = (a: string, b: string) =>
    join(article(a, 'a'), [article(b, 'b')]).links.filter(
      ({ kind, judgement }) => kind === 'source' && judgement === 'possible',
    ).length;
  it.each([
    ['A woman with a bandaged arm', 'Mirna Sull, a teacher,', 1],
    ['A woman with a bandaged arm', 'A teacher', 1],
    ['Two people who saw it', 'two residents', 1],
    ['Two people who saw it', 'A teacher', 0],
    ['Two farmers', 'two teachers', 0],
    ['A farmer', 'A teacher', 0],
    ['A woman with a bandaged arm', 'Mirna Sull, a spokeswoman of the harbour,', 0],
    ['Odo Brink, a farmer,', 'Mirna Sull, a teacher,', 0],
  ])('may be one: “%s” and “%s”', (a, b, expected) => expect(open(a, b)).toBe(expected));
});

describe('statements', () => {
  const jobs = (cue: string) =>
    readingOf(`The works council of Norrik Chemie ${cue} that 900 jobs were at risk at the Norrik plant.`, [
      ['The works council of Norrik Chemie', cue, '900 jobs were at risk at the Norrik plant'],
    ]);
  const statementLinks = (x: Reading, y: Reading) =>
    join(x, [y]).links.filter((link) => link.kind === 'statement');
  it('are one where one article has said what the other has warned of', () => {
    expect(statementLinks(jobs('said'), jobs('warned'))).toHaveLength(1);
  });
  it('are two where one of them is a denial', () => {
    expect(statementLinks(jobs('said'), jobs('denied'))).toEqual([]);
  });
});

describe('claims in other words', () => {
  const affair =
    'Water flooded the Odrin tunnel at Norrik. Divers searched the tunnel, pumps drained the harbour and ferries stayed moored.';
  const told = (text: string, content: string) =>
    readingOf(`${affair} ${text}`, [
      [text.split(/ (?:reported|denied)/)[0] ?? '', text.includes('denied') ? 'denied' : 'reported', content],
    ]);
  const warned = told(
    'The Norrik Echo reported that the harbour office had been warned of cracks in the tunnel.',
    'the harbour office had been warned of cracks in the tunnel',
  );
  const denial = told(
    'Mayor Pell denied that anybody in his harbour office had been warned.',
    'anybody in his harbour office had been warned',
  );
  it('are one where both articles are of one affair', () => {
    expect(claimLinks(join(warned, [denial]))).toHaveLength(1);
  });
  it('are not one where they tell of other happenings', () => {
    const other = told(
      'Mayor Pell denied that anybody in the town hall had sold the tunnel.',
      'anybody in the town hall had sold the tunnel',
    );
    expect(claimLinks(join(warned, [other]))).toEqual([]);
  });
  it('are one where both are denied', () => {
    const asked = (who: string, does: string) =>
      told(
        `${who} ${does} that divers had been sent to the tunnel in time.`,
        'divers had been sent to the tunnel in time',
      );
    const other = (does: string) =>
      told(
        `The council ${does} that anybody had sent for a rescue boat.`,
        'anybody had sent for a rescue boat',
      );
    expect(claimLinks(join(asked('Mayor Pell', 'denied'), [other('denied')]))).toHaveLength(1);
    expect(claimLinks(join(asked('Mayor Pell', 'reported'), [other('reported')]))).toEqual([]);
  });
  it('that tell in passing when something happened tell two things', () => {
    const struck = told(
      'The ferry company reported that the ferry Odrin Star had struck the pier at Norrik.',
      'the ferry Odrin Star had struck the pier at Norrik',
    );
    const died = told(
      'The Norrik Echo reported that four people died when the ferry Odrin Star hit the pier at Norrik.',
      'four people died when the ferry Odrin Star hit the pier at Norrik',
    );
    const dead = died.claims.find(({ text }) => text.startsWith('Four'));
    const linked = claimLinks(join(struck, [died])).flatMap(({ a, b }) => [a, b]);
    expect(linked).toHaveLength(2);
    expect(linked).not.toContain(dead?.id);
  });
  it('are sooner one where a named participant of one happening is the same', () => {
    const dock = told(
      'The Norrik Echo reported that the yard’s dry dock was sold to the shipping line Marivane.',
      'the yard’s dry dock was sold to the shipping line Marivane',
    );
    const sale = (buyer: string) => {
      const content = `${buyer} buys the old berth at the yard`;
      return told(`Odo Brink reported that ${content}.`, content);
    };
    expect(claimLinks(join(dock, [sale('Marivane')]))).toHaveLength(1);
    expect(claimLinks(join(dock, [sale('Ostrel')]))).toEqual([]);
  });
  it('that tell of one thing are two where the happening of one is not in the other', () => {
    const rust = told(
      'The Norrik Echo reported that the rust comes from the pumps in the building.',
      'the rust comes from the pumps in the building',
    );
    const office = told(
      'Odo Brink reported that the building office of Norrik was warned of rust in the wells.',
      'the building office of Norrik was warned of rust in the wells',
    );
    expect(claimLinks(join(rust, [office]))).toEqual([]);
  });
  it('that negate another happening are no denial', () => {
    const old = told(
      'The Norrik Echo reported that the pumps in the east shaft are old.',
      'the pumps in the east shaft are old',
    );
    const kept = told(
      'Odo Brink reported that the pumps in the east shaft had never been replaced.',
      'the pumps in the east shaft had never been replaced',
    );
    expect(claimLinks(join(old, [kept]))).toEqual([]);
    const failed = told(
      'The Norrik Echo reported that two pumps had failed in the tunnel.',
      'two pumps had failed in the tunnel',
    );
    const none = told(
      'Mayor Pell reported that there was no failure in the tunnel.',
      'there was no failure in the tunnel',
    );
    expect(claimLinks(join(failed, [none]))).toHaveLength(1);
  });
  it('are one where somebody denies a word for it that stands in one claim alone', () => {
    const gale = told(
      'The ferry company reported that a gale had driven the ferries against the pier.',
      'a gale had driven the ferries against the pier',
    );
    const none = told('Mayor Pell denied the skipper’s story of a gale.', 'the skipper’s story of a gale');
    expect(claimLinks(join(gale, [none]))).toHaveLength(1);
    expect(claimLinks(join(warned, [none]))).toEqual([]);
  });
  it('that count other parts of one whole are two', () => {
    const count = (text: string) =>
      readingOf(`${text}, the health office of Norrik said.`, [
        ['the health office of Norrik', 'said', text],
      ]);
    const seven = count('Seven of the twelve wells in Norrik were foul');
    const nine = count('Nine of twelve wells in Norrik were foul');
    expect(claimLinks(join(seven, [nine]))).toEqual([]);
    expect(claimLinks(join(seven, [count('In Norrik seven of 12 wells were foul')]))).toHaveLength(1);
  });
});

describe('claims of two affairs', () => {
  const fair = readingOf(
    'Tilda Varn said Smith would win in Ostholm. The cake fair opens on Monday with forty ovens. Bakers bring flour.',
    [['Tilda Varn', 'said', 'Smith would win in Ostholm']],
  );
  it('are not one for a word and a name that both have', () => {
    const race = readingOf(
      'Coach Osk Pell said Smith would win. The rowers train on the lake at Brumm before the regatta. A boat sank.',
      [['Coach Osk Pell', 'said', 'Smith would win']],
    );
    expect(join(fair, [race]).links.filter((link) => link.kind === 'claim')).toEqual([]);
  });
  it('are one for few words where the articles tell one affair', () => {
    const later = readingOf(
      'Osk Pell, a baker, said Smith would win in Ostholm. The cake fair drew bakers to its forty ovens.',
      [['Osk Pell, a baker,', 'said', 'Smith would win in Ostholm']],
    );
    expect(claimLinks(join(fair, [later]))).toHaveLength(1);
  });
});

describe('copied text', () => {
  const body =
    'The new training centre at Mill Lane will be completed within five years and will hold three hundred places for young players of the region. ';
  const first = (publishedOn: string, lead: string) =>
    readingOf(`${lead} ${body}`, [], { publishedOn, id: lead });
  it('goes from the earlier article to the later one, whichever is asked first', () => {
    const [early, late] = [first('2030-01-01', 'News of the day.'), first('2030-01-03', 'Our own report.')];
    for (const joined of [join(early, [late]), join(late, [early])]) {
      const [reuse] = joined.reuse;
      const origin = reuse?.direction === 'from-to' ? reuse.from : reuse?.to;
      expect(origin).toBe(early.article);
    }
  });
  it('of one day has an open direction', () => {
    const joined = join(first('2030-01-01', 'News of the day.'), [first('2030-01-01', 'Our own report.')]);
    expect(joined.reuse.map((reuse) => reuse.direction)).toEqual([null]);
  });
  it('is not a quotation that two print', () => {
    const quoted = (lead: string) => readingOf(`${lead} “${body.trim()}” Roth said.`, [], { id: lead });
    expect(join(quoted('A'), [quoted('B')]).reuse).toEqual([]);
  });
});

describe('laws', () => {
  const readings = SLUGS.flatMap((slug) =>
    goldArticles(slug).map(({ document, extraction }) => resolveWithin(document, extraction, 'gold@1')),
  );
  const normal = (decisions: Decisions) =>
    Object.values(decisions)
      .flatMap((list: readonly unknown[]) => list.map((each) => JSON.stringify(each)))
      .sort();

  it('what joins two readings is the same whichever came first', () => {
    for (const [i, a] of readings.entries())
      for (const b of readings.slice(i + 1)) expect(normal(join(a, [b]))).toEqual(normal(join(b, [a])));
  });
  it('readings without a common key have nothing in common', () => {
    const keys = new Map<Reading, ReadonlySet<string>>(readings.map((r) => [r, new Set(blockingKeys(r))]));
    for (const [i, a] of readings.entries())
      for (const b of readings.slice(i + 1))
        if (![...keys.get(a)!].some((key) => keys.get(b)!.has(key))) expect(normal(join(a, [b]))).toEqual([]);
  });
  it('a reading joins nothing with itself', () => {
    for (const reading of readings) expect(normal(join(reading, [reading]))).toEqual([]);
  });
});
