// Quotations that bear out what their speaker has just been told to have said.
import type { Document } from '../../text/types.ts';
import type { Placed, Told } from './placed.ts';
import type { Proposition } from './proposition.ts';

/**
 * "The owner was rung on Monday, she said. “The call lasted four minutes.”": a quotation right behind what its speaker is
 * told to have said, in one paragraph, bears it out.
 */
export function borneOut(
  document: Document,
  placed: readonly Placed[],
  find: (i: number) => number,
): readonly Told[] {
  return placed.flatMap(({ draft, proposition }, i): Told[] => {
    const last = placed[i - 1];
    if (last === undefined || last.draft === draft) return [];
    const before = last.draft;
    let first = i - 1;
    while (placed[first - 1]?.draft === before) first--;
    const said = placed[first] ?? last;
    const behind =
      draft.source !== null &&
      before.source === draft.source &&
      goesOn(document, placed[i] as Placed, last) &&
      sentenceAt(proposition) - Math.max(before.sentence, last.proposition.tokens.at(-1)?.sentence ?? 0) <=
        1 &&
      draft.attribution.act !== 'OTHER';
    return behind && proposition.direct && !said.proposition.direct
      ? [
          {
            draft,
            cluster: find(first),
            factuality: said.proposition.factuality,
            denied: said.proposition.denied,
          },
        ]
      : [];
  });
}

/** The sentence in which a proposition begins. */
const sentenceAt = ({ tokens }: Proposition): number => tokens[0]?.sentence ?? 0;
const paragraphAt = ({ sentences }: Document, proposition: Proposition): number =>
  sentences[sentenceAt(proposition)]?.paragraph ?? -1;

/** In the same paragraph, or at the beginning of the next one, of what was and not of what is to come: "…, he told the Herald.¶“There was no light.”" */
function goesOn(document: Document, quoted: Placed, last: Placed): boolean {
  const paragraph = paragraphAt(document, quoted.proposition);
  if (paragraph === last.draft.paragraph) return true;
  const opens = document.sentences[sentenceAt(quoted.proposition) - 1]?.paragraph !== paragraph;
  return (
    opens &&
    paragraph === last.draft.paragraph + 1 &&
    last.draft.attribution.act !== 'DENIED' &&
    quoted.draft.attribution.act === 'CLAIMED' &&
    !quoted.proposition.features.prospective
  );
}
