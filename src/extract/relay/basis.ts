// The basis that an outlet gives for its own finding in the sentences behind it.
import { phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { wordSet } from '../rules/words.ts';
import { type Context, type Link, named, type Speech } from './context.ts';
import { headOf, isNamed, isOutlet, isOwnOutlet, isSomebody } from './words.ts';

const UNNAMED = wordSet('relays')('unnamed');
const SENTENCES_BEHIND = 2;

interface Finding {
  readonly by: Range;
  readonly sentence: number;
}

/**
 * "The Ledger has learned. … according to a senior official": the finding, and in the same or the next sentences unnamed
 * people who say it, or tell it to the same outlet. Who confirms it speaks beside the finding, and who tells another outlet
 * speaks there.
 */
export function basisLinks(context: Context): Link[] {
  const links: Link[] = [];
  const found = findings(context);
  let next = 0;
  for (const speech of context.speeches) {
    while ((found[next]?.by[0] ?? Infinity) < speech.cue[0]) next++;
    const sentence = context.page.tokens[speech.cue[0]]?.sentence ?? 0;
    const finding = found[next - 1];
    if (finding === undefined || speech.source === null || !isBasis(context, speech, finding.by)) continue;
    const apart = sentence - Math.max(finding.sentence, lastSentence(context, links));
    if (apart > SENTENCES_BEHIND) continue;
    links.push({
      relayer: finding.by,
      upstream: named(context.page, speech.source),
      cue: speech.cue,
      content: speech.content[0] ?? null,
      kind: 'according-to-nested',
      certainty: 'implied',
    });
  }
  return links;
}

const lastSentence = ({ page }: Context, links: readonly Link[]): number =>
  page.tokens[links.at(-1)?.cue[0] ?? 0]?.sentence ?? 0;

/** Where an outlet says that it has learned something, or reports in its own name. */
function findings(context: Context): Finding[] {
  const { page } = context;
  const found: Finding[] = [];
  for (const unit of page.units) {
    for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
      const token = page.tokens[i];
      if (token === undefined || token.pos !== 'VERB' || (page.quoted[i] ?? -1) >= 0) continue;
      if (token.lemma !== 'learn' && token.lemma !== 'report') continue;
      const start = groupStart(page, i);
      const perfect = page.tokens.slice(start, i).some((word) => word.lemma === 'have');
      if (token.lemma === 'learn' && !perfect) continue;
      const subject = subjectBefore(page, unit.tokens[0], start);
      if (subject !== null && (isOutlet(page, subject) || isOwnOutlet(page, subject)))
        found.push({ by: named(page, subject), sentence: token.sentence });
    }
  }
  return found;
}

function isBasis({ page }: Context, { source, cue, attribution }: Speech, finder: Range): boolean {
  if (source === null || attribution.act === 'CONFIRMED') return false;
  const who = named(page, source);
  const head = headOf(page, who);
  if (head === null || isNamed(page, who)) return false;
  const told = page.tokens.slice(...cue).some((token) => token.lemma === 'tell');
  return told ? isToldTo(page, cue[1], finder) && isSomebody(page, who) : UNNAMED.has(head.lemma);
}

/** "The Post has learned. … a nurse told us": who tells the finder is what the finding rests on. */
function isToldTo(page: Page, behind: number, finder: Range): boolean {
  const end = phraseStartingAt(page.tokens, behind, behind + LONGEST_HEARER);
  const hearer: Range = [behind, end ?? behind + 1];
  return isOwnOutlet(page, finder) && isOwnOutlet(page, hearer);
}

/** In tokens. */
const LONGEST_HEARER = 6;
