import { describe, expect, it } from 'vitest';
import { agreed, withoutShared } from '../../src/extract/agree.ts';
import type { Found } from '../../src/extract/labels.ts';
import { placesOf } from '../../src/extract/nesting.ts';
import { at, documentOf, passages } from './support.ts';

const found = (
  text: string,
  spans: { source: string[]; cue: string; content: string[]; by?: string },
): Found => ({
  source: spans.source.map((piece) => at(text, piece)),
  cue: [at(text, spans.cue)],
  content: spans.content.map((piece) => at(text, piece)),
  confidence: 0.7,
  by: spans.by ?? 'model',
});
const shown = (text: string, { source, content }: Found) => ({
  source: passages(text, source),
  content: passages(text, content),
});
const read = (text: string, tagged: Found, rules: readonly Found[]) => {
  const document = documentOf(text);
  return shown(
    text,
    agreed(document, tagged, placesOf(document, rules, 'cue'), placesOf(document, rules, 'content')),
  );
};

describe('two readings of one passage', () => {
  it('give a piece that the rule reads as part of the source to the source', () => {
    const text = 'Six boats are missing, said its head of rescue, Dr Ina Moll.';
    const content = ['Six boats are missing'];
    const rule = found(text, { source: ['its head of rescue, Dr Ina Moll'], cue: 'said', content });
    const tagged = found(text, {
      source: ['Dr Ina Moll'],
      cue: 'said',
      content: [...content, 'its head of rescue'],
    });
    expect(read(text, tagged, [rule])).toEqual({ source: ['its head of rescue, Dr Ina Moll'], content });
  });

  it('end what is said before the report of it', () => {
    const text = 'A miller told the court that the mill was empty, the Echo understands.';
    const rule = found(text, {
      source: ['the Echo'],
      cue: 'understands',
      content: ['A miller told the court that the mill was empty'],
      by: 'subject-verb clause after',
    });
    const tagged = found(text, {
      source: ['A miller'],
      cue: 'told',
      content: ['the mill was empty, the Echo understands'],
    });
    expect(read(text, tagged, [rule]).content).toEqual(['the mill was empty']);
  });

  it('leave what stands before the name of another to him', () => {
    const text = 'Nine wells are dry, the union said, the lake is next, the Echo understands.';
    const rule = found(text, {
      source: ['the Echo'],
      cue: 'understands',
      content: ['the lake is next'],
      by: 'subject-verb clause after',
    });
    const content = ['Nine wells are dry', 'the lake is next'];
    const tagged = found(text, { source: ['the union'], cue: 'said', content });
    expect(read(text, tagged, [rule]).content).toEqual(['Nine wells are dry']);
    expect(read(text, tagged, [{ ...rule, source: tagged.source, cue: tagged.cue }]).content).toEqual(
      content,
    );
  });

  it('leave what another is heard to say to him', () => {
    const text =
      'The minister knew, an aide has told the Lantern.\n\n“She was shown the letter,” the aide said.';
    const first = found(text, {
      source: ['an aide'],
      cue: 'has told',
      content: ['The minister knew', '“She was shown the letter,”'],
    });
    const second = found(text, {
      source: ['the aide'],
      cue: 'said',
      content: ['“She was shown the letter,”'],
    });
    const document = documentOf(text);
    expect(withoutShared(document, [first, second]).map((one) => passages(text, one.content))).toEqual([
      ['The minister knew'],
      ['“She was shown the letter,”'],
    ]);
    expect(withoutShared(document, [first])).toEqual([first]);
  });
});
