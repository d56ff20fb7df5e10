import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractByRules } from '../../src/extract/rules/attributions.ts';
import { toArticle } from '../../src/read/article.ts';
import { resolveSources } from '../../src/resolve/sources/within.ts';
import { toDocument } from '../../src/text/document.ts';
import type { Span } from '../../src/text/types.ts';
import { sourcesOf, voices } from '../support/bracketed.ts';
import { type Gold, type GoldArticle, goldArticles, goldClasses, readGold, SLUGS } from '../support/gold.ts';
import { INVENTED_COUNTRIES, REAL_COUNTRIES, renamedFounding } from '../support/renamed.ts';

describe('names', () => {
  it('take the surname after the full name', () => {
    expect(voices('The minister, [Ana Ruiz], said so. [Ruiz] added more.')).toEqual([['Ana Ruiz', 'Ruiz']]);
  });
  it('keep two people of one surname apart', () => {
    const { sources, resolved } = sourcesOf('[Ana Ruiz] said so. [Tomas Ruiz] denied it.');
    expect(sources).toHaveLength(2);
    expect(resolved.links.map((l) => l.judgement)).toEqual(['rejected']);
  });
  it('do not take the occupation of another for a namesake', () => {
    expect(voices('Deputy minister Ana Ruiz resigned. [The lawyer Ruiz] said he knew nothing.')).toEqual([
      ['The lawyer Ruiz'],
    ]);
    expect(sourcesOf('[Deputy minister Ana Ruiz] resigned. [The lawyer Ruiz] said no.').sources).toHaveLength(
      2,
    );
  });
  it('read acronyms', () => {
    expect(voices('[The Northern Press Agency] reported it. [NPA] said more.')).toEqual([
      ['The Northern Press Agency', 'NPA'],
    ]);
  });
  it('know a surname that is also an office', () => {
    expect(voices('[Larry King] spoke. [Mr. King] laughed.')).toEqual([['Larry King', 'Mr. King']]);
  });
});

describe('who is meant', () => {
  it('takes “the company” for what the sentence before was about, not for another company that it names', () => {
    expect(
      voices(
        'The berries came from Ardenfield, which the retail group Marlo owns. [Ardenfield] denied that. The tests were clean, [the company] said.',
      ),
    ).toEqual([['Ardenfield', 'the company']]);
  });
  it('gives the head of a company to the company that speaks', () => {
    expect(
      voices(
        '[Torv Leasing] called the report false. “Every car is there,” [chief executive Ina Moll] said. The Dalen Bank lent the money.',
      ),
    ).toEqual([['Torv Leasing', 'chief executive Ina Moll']]);
    expect(voices('[Torv] said so. [Moll, Torv’s chief executive], denied it.')).toEqual([
      ['Torv', 'Moll, Torv’s chief executive'],
    ]);
  });
  it('gives a chairwoman to the body that her paragraph is about, also where it has said nothing', () => {
    expect(
      voices(
        '[The health institute] counted four. [It] expects more.\n\nThe farmers’ union had two samples tested. Both were bad, [its chairwoman, Ona Ferr], said.',
      ),
    ).toEqual([['The health institute', 'It'], ['its chairwoman, Ona Ferr']]);
  });
  it('hears the police in the rank of an inspector, and an authority in a supervisor of banks', () => {
    expect(voices('[Police] confirmed it. “He was asleep,” said [Inspector Ina Moll].')).toEqual([
      ['Police', 'Inspector Ina Moll'],
    ]);
    expect(
      voices('[The banking supervisor] said that Dalen had enough capital. [It] expects a report.'),
    ).toEqual([['The banking supervisor', 'It']]);
  });
  it('takes a word that begins the names of two bodies for the name of a place', () => {
    expect(
      voices('In Orvane rain fell. [The Orvane Post] wrote so. [The Orvane stock exchange] denied it.'),
    ).toEqual([['The Orvane Post'], ['The Orvane stock exchange']]);
  });
  it('hears a body in the name and title of its spokeswoman', () => {
    expect(voices('[Dalen Bank] confirmed it. “No comment,” said [a spokeswoman, Ada Lind].')).toEqual([
      ['Dalen Bank', 'a spokeswoman, Ada Lind'],
    ]);
  });
  it('goes on with somebody unnamed as the man or the woman', () => {
    expect(
      voices(
        'Numbers were painted over, [one of them] said. “At night,” said [the man, a driver at the depot].',
      ),
    ).toEqual([['one of them', 'the man, a driver at the depot']]);
    expect(voices('[A ticket seller] saw him. “He paid in cash,” said [the woman].')).toEqual([
      ['A ticket seller', 'the woman'],
    ]);
    expect(voices('[A second employee] heard it. “Loudly,” said [the woman].')).toEqual([
      ['A second employee', 'the woman'],
    ]);
  });
  it('lets a document go on as “it”', () => {
    expect(voices('[The memo] says that cars are missing. [It] adds that the loan is at risk.')).toEqual([
      ['The memo', 'It'],
    ]);
  });
  it('knows an office by whose it is', () => {
    expect(
      voices('The house was searched, [prosecutors] said. [The prosecutor’s office] gave no name.'),
    ).toEqual([['prosecutors', 'The prosecutor’s office']]);
  });
  it('is named behind a comma, the body as well as who holds a post of no table', () => {
    const names = (text: string) => sourcesOf(text).sources.map((s) => [s.kind, s.name]);
    expect(names('[The insurer, Dalen Mutual], said so.')).toEqual([['Agency', 'Dalen Mutual']]);
    expect(names('[A glaciologist at the university, Bo Iven], said so.')).toEqual([['Person', 'Bo Iven']]);
  });
  it('is the company for whose people the text has spoken', () => {
    expect(
      voices(
        '[Engineers at Dalen Power] reported it. He left the company. [The company] denied it. [Dalen Power] was wrong.',
      ),
    ).toEqual([['Engineers at Dalen Power'], ['The company', 'Dalen Power']]);
  });
  it('is the one just described where a full name comes without a word about it', () => {
    expect(
      voices('[The governor of the district] spoke of three bodies. Two were missing, [Ina Holt] said.'),
    ).toEqual([['The governor of the district', 'Ina Holt']]);
    expect(voices('[The mayor] had been informed.\n\n[Ina Holt] put the price at ten.')).toHaveLength(2);
  });
  it('is told by a rank, an office, a word that says more', () => {
    expect(
      voices('[The army] spoke. “No,” said [its spokesman, Colonel Dav Ern]. [The colonel] went on.'),
    ).toEqual([['The army', 'its spokesman, Colonel Dav Ern', 'The colonel']]);
    expect(
      voices('[The governor] spoke of 130 houses. [The governor’s office] now speaks of 150.'),
    ).toHaveLength(1);
    expect(
      voices(
        '[A former shift leader] wrote. “No,” [the man] said. [The governor of the district] denied it.',
      ),
    ).toEqual([['A former shift leader', 'the man'], ['The governor of the district']]);
  });
  it('takes no place in a dateline for anybody', () => {
    const [source] = sourcesOf(
      'VARN, Sept 8 (PNA) - [Dalen Clinics] denied it. “No,” [managing director Ina Holt] said.',
    ).sources;
    expect(source).toMatchObject({ kind: 'Agency', name: 'Dalen Clinics' });
  });
  it('is nobody whom the speech before “he said” names', () => {
    expect(
      voices('“He is well,” [Colonel Ern] told reporters. Orlin Pave had been moved to a prison, [he] said.'),
    ).toEqual([['Colonel Ern', 'he']]);
    expect(
      voices(
        '[The weather office] denied it. Its station on the pier had recorded a calm, [it] said. [Radio Sund] wrote so.',
      ),
    ).toEqual([['The weather office', 'it'], ['Radio Sund']]);
  });
  it('is the person with whose name the paragraph began', () => {
    expect(
      voices(
        '[A doctor on the ward] was told in June. “On paper,” [she] said.\n\nMidwife Ina Sell fears the worst. “It has happened once,” [she] told the paper.',
      ),
    ).toHaveLength(2);
  });
  it('is the body that the sentence before was about, where a spokeswoman is nobody’s', () => {
    expect(
      voices(
        '[Radio Sund] withdrew it.\n\nThe police stood by their count. The square holds no more, [a spokeswoman] said.',
      ),
    ).toEqual([['Radio Sund'], ['a spokeswoman']]);
    expect(voices('[Dalen Bank] acknowledged it. “We were wrong,” [chairman Jens Orr] said.')).toHaveLength(
      1,
    );
  });
  it('takes a photographer of whom the text speaks for nobody’s eyes', () => {
    const [comet] = sourcesOf('[The Comet] withdrew its report about the photographer’s death.').sources;
    expect(comet?.aliases).not.toContain('the photographer');
  });
  it('takes no word written large for an acronym', () => {
    expect(voices('He knew for TWO WEEKS. [The institute] said so.')).toEqual([['The institute']]);
  });
});

describe('the description of a country’s body', () => {
  const reads = (text: string) => {
    const article = toArticle('test.txt', text, {});
    if (!('id' in article)) throw new Error(article.message);
    const document = toDocument(article);
    return resolveSources(document, { attributions: extractByRules(document), relays: [] }).sources.map((s) =>
      s.mentions.map((m) => document.article.text.slice(...m.span)),
    );
  };
  const opening = 'The Peruvian spy agency confirmed on Monday the arrest of two smugglers at the harbour.';
  it('is its one named body that does the same', () => {
    expect(
      reads(`${opening} Peru’s Federal Border Bureau confirmed the arrest of the smugglers in a statement.`),
    ).toEqual([['The Peruvian spy agency', 'Peru’s Federal Border Bureau']]);
  });
  it('is not a body that does something else, of another country, or one of two', () => {
    expect(reads(`${opening} Peru’s Federal Border Bureau said that the ferry would not sail.`)).toHaveLength(
      2,
    );
    expect(
      reads(`${opening} Chile’s Federal Border Bureau confirmed the arrest of two smugglers.`),
    ).toHaveLength(2);
    expect(
      reads(
        `${opening} Peru’s Federal Border Bureau confirmed the arrest of two smugglers. Peru’s State Protection Office confirmed the arrest of two smugglers.`,
      ),
    ).toHaveLength(3);
  });
});

describe('documents', () => {
  const spanOf = (marked: string) => voices(marked).flat();
  it('are named with what tells where they come from', () => {
    expect(spanOf('The paper cited [a video] posted on a messaging service where a boat is seen.')).toEqual([
      'a video posted on a messaging service',
    ]);
    expect(spanOf('It is based on [figures] of the customs office, which counts them.')).toEqual([
      'figures of the customs office',
    ]);
  });
  it('end before times, verbs and other sources', () => {
    expect(spanOf('[The report] said that the boat had sunk.')).toEqual(['The report']);
    expect(spanOf('The mayor quoted [a letter] from Monday.')).toEqual(['a letter']);
    expect(spanOf('[A report] by [the harbour police] says so.')).toEqual(['A report', 'the harbour police']);
  });
});

describe('personal pronouns', () => {
  it('stand for speakers of the sentence before places', () => {
    expect(
      voices(
        'A boat sank on Peru’s northern coast. [The daily Ola] reported a rescue off Peru’s coast, though [he] did not say when.',
      ),
    ).toEqual([['The daily Ola', 'he']]);
  });
  it('stand for a person where one was named', () => {
    expect(voices('[Ana Ruiz] told [the daily Ola] of it, but [she] did not say when.')).toContainEqual([
      'Ana Ruiz',
      'she',
    ]);
  });
});

describe('one voice', () => {
  it('is the institution for whom its spokespeople speak', () => {
    const { sources } = sourcesOf(
      '[The interior ministry] confirmed it. [Ministry spokesman Egon Falk] said so; [Falk] smiled.',
    );
    expect(sources.map((s) => [s.kind, s.mentions.length, s.official])).toEqual([['Agency', 3, true]]);
  });
  it('is the institution for its head where it speaks itself', () => {
    expect(
      voices('[The harbour police] said so. [The head of the police, Ida Holm], agreed. [She] laughed.'),
    ).toHaveLength(1);
    expect(voices('[Police chief Ida Holm] said so. [The police] confirmed it.')).toHaveLength(1);
  });
  it('is the person for ministers', () => {
    expect(voices('[The interior ministry] was silent. [Interior minister Jon Aster] spoke.')).toHaveLength(
      2,
    );
  });
  it('is the company by its name, its description and its people', () => {
    expect(
      voices(
        'A fire broke out at the Tolvek plant. [Tolvek] said so. [The company] added more. [Tolvek’s chief executive, Ro Lind], wept.',
      ),
    ).toHaveLength(1);
  });
  it('stands behind a statement', () => {
    expect(
      voices('[The transport ministry] denied it. According to [the statement] nothing happened.'),
    ).toHaveLength(1);
  });
  it('is the outlet for "told us", "this newspaper" and its reporters', () => {
    const { sources, resolved } = sourcesOf(
      '[The Daily Plum] has learned it. [A Daily Plum reporter] saw it, [this newspaper] counted.',
      'The Daily Plum',
    );
    expect(sources.map((s) => s.mentions.length)).toEqual([3]);
    expect(resolved.outlet).toBe(sources[0]?.id);
  });
});

describe('descriptions', () => {
  it('of one country and one kind of body are one', () => {
    const { sources } = sourcesOf(
      '[The Danish spy agency] confirmed it. [Denmark’s Defence Intelligence Service] said so. [The Danish side] was brief.',
    );
    expect(sources.map((s) => [s.name, s.mentions.length, s.country])).toEqual([
      ['Defence Intelligence Service', 3, 'Denmark'],
    ]);
  });
  it('of other countries or other ministries are others', () => {
    expect(
      voices('[The Danish spy agency] confirmed it. [Sweden’s Intelligence Service] did not.'),
    ).toHaveLength(2);
    expect(voices('[The defence ministry] said so. [The interior ministry] disagreed.')).toHaveLength(2);
  });
  it('give an office to its holder', () => {
    expect(voices('[Chilean President Rosa Vidal] spoke. [The Chilean president] added more.')).toHaveLength(
      1,
    );
  });
  it('with an article are somebody new, without one somebody known', () => {
    expect(voices('[An official] said so. [The official] added more.')).toHaveLength(1);
    expect(voices('[A guard] saw it. [A guard] heard it.')).toHaveLength(2);
  });
  it('counted on are others', () => {
    const { sources, resolved } = sourcesOf(
      '[A government official] confirmed it. [A second person] did, too. [The second person] smiled.',
    );
    expect(sources.map((s) => s.mentions.length)).toEqual([1, 2]);
    expect(resolved.links).toMatchObject([{ judgement: 'rejected' }]);
  });
  it('of two unnamed people that fit one leave the question open', () => {
    const { resolved } = sourcesOf('[An employee] heard it. Later [a waiter] told the same.');
    expect(resolved.links).toMatchObject([{ judgement: 'possible', opens: 'identity' }]);
  });
  it('of unnamed people are never official', () => {
    expect(sourcesOf('[A government official] said so.').sources).toMatchObject([
      { named: false, official: false },
    ]);
  });
});

describe('pronouns', () => {
  it('go to the last speaker that agrees', () => {
    expect(
      voices('[Ana Ruiz] spoke to us. [She] laughed. [The city council] met; [it] said nothing.'),
    ).toEqual([
      ['Ana Ruiz', 'She'],
      ['The city council', 'it'],
    ]);
  });
  it('bear with a wrong gender where nobody else is near', () => {
    expect(
      voices('[The chairwoman, Ana Ruiz], spoke on Monday. [He] did not want to say more.'),
    ).toHaveLength(1);
  });
  it('lead a spokesman to his master', () => {
    expect(
      sourcesOf(
        'Transport minister Petra Holm offered her resignation. Nothing happened, [her spokesman, Ed Rae], said.',
      ).sources,
    ).toMatchObject([{ name: 'Petra Holm', official: true }]);
  });
});

/** Pairwise F1 of the sources of the gold mentions inside each article. */
function withinScore(
  gold: Gold,
  articles: readonly GoldArticle[],
): { right: number; wrong: number; missed: number } {
  const classes = goldClasses(gold);
  const score = { right: 0, wrong: 0, missed: 0 };
  for (const { file, document, extraction } of articles) {
    const { of } = resolveSources(document, extraction);
    const mentions = gold.statements.flatMap((s) =>
      s.mentions
        .filter((m) => m.file === file && m.source.length > 0)
        .map((m) => ({ gold: classes(s.source), ours: of(m.source[0]!)[0] })),
    );
    mentions.forEach((a, i) => {
      for (const b of mentions.slice(i + 1)) {
        const [want, have] = [a.gold === b.gold, a.ours !== undefined && a.ours === b.ours];
        if (want && have) score.right++;
        else if (have) score.wrong++;
        else if (want) score.missed++;
      }
    });
  }
  return score;
}

const f1 = ({ right, wrong, missed }: { right: number; wrong: number; missed: number }) =>
  (2 * right) / (2 * right + wrong + missed);

describe('annotated articles', () => {
  it('resolve as a careful reader does', () => {
    const scores = SLUGS.map((slug) => withinScore(readGold(slug), goldArticles(slug)));
    const total = scores.reduce((a, b) => ({
      right: a.right + b.right,
      wrong: a.wrong + b.wrong,
      missed: a.missed + b.missed,
    }));
    expect(f1(total)).toBeGreaterThan(0.95);
  });
  it('resolve alike under other names, countries, numbers and weekdays', () => {
    for (const renaming of [REAL_COUNTRIES, INVENTED_COUNTRIES]) {
      const { gold, article } = renamedFounding(renaming);
      expect(withinScore(gold, [article])).toEqual(
        withinScore(readGold('00-founding'), goldArticles('00-founding')),
      );
    }
  });
});

describe('any text', () => {
  it('gives sources whose places slice out of it, each place in one source', () => {
    const word = fc.constantFrom(
      'the ',
      'The ',
      'ministry ',
      'Ana ',
      'Ruiz ',
      'said ',
      'her ',
      'spokesman ',
      '’s ',
      ', ',
      '. ',
      'of ',
      'who ',
      '“',
      '”',
      '\n\n',
      'Danish ',
      'and ',
      'reporter ',
      '14 ',
      'official ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 60 }).map((all) => all.join('')),
    );
    const pair = fc.tuple(fc.nat(200), fc.nat(60));
    fc.assert(
      fc.property(
        text,
        fc.array(pair, { maxLength: 12 }),
        fc.option(fc.constantFrom('The Plum', 'Ruiz Radio')),
        (raw, pairs, outlet) => {
          const article = toArticle('x.txt', raw, { outlet });
          if (!('id' in article)) return;
          const spans = pairs.map(([a, l]): Span => [Math.min(a, raw.length), Math.min(a + l, raw.length)]);
          const relay = { kind: 'cites' as const, certainty: 'explicit' as const, content: null };
          const extraction = {
            attributions: spans.map((span) => ({
              source: [span],
              cue: [],
              content: [],
              confidence: 1,
              statement: true,
              act: 'REPORTED' as const,
              factuality: 'CT+' as const,
              hedges: [],
              provisional: false,
              channel: null,
              time: null,
              by: 'x',
            })),
            relays: spans
              .slice(1)
              .map((span, i) => ({ ...relay, relayer: span, upstream: spans[i]!, cue: span })),
          };
          const document = toDocument(article);
          const { sources, of, links } = resolveSources(document, extraction);
          expect(resolveSources(document, extraction).sources).toEqual(sources);
          const ids = new Set(sources.map((s) => s.id));
          expect(ids.size).toBe(sources.length);
          const places = sources.flatMap((s) => s.mentions.map((m) => m.id));
          expect(new Set(places).size).toBe(places.length);
          for (const span of spans) for (const id of of(span)) expect(ids).toContain(id);
          for (const link of links) expect(link.a < link.b && ids.has(link.a) && ids.has(link.b)).toBe(true);
          for (const m of sources.flatMap((s) => s.mentions))
            expect(m.span[0] < m.span[1] && m.span[1] <= raw.length).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
