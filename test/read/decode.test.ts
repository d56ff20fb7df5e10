import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/decode.ts';

const text = '“Café – déjà vu,” she said.\n';
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 LE', Buffer.from('Plain words.\n', 'utf16le')],
    ['UTF-16 BE', Buffer.from('Plain words.\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('\x93Caf\xe9 \x96 d\xe9j\xe0 vu,\x94 she said.\n', 'latin1')],
  ])('reads %s', (name, bytes) => {
    expect(decode(bytes)).toEqual({ text: /^UTF-16 .E$/.test(name) ? 'Plain words.\n' : text });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 …'), /PDF/],
    ['NULs', Buffer.from('some\0text here'), /binary/],
    ['control characters', Buffer.from('\x01\x02\x03\x04text'), /binary/],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(`${text}${text}`), Buffer.from([0xc3, 0x28])]),
      /UTF-8/,
    ],
    ['bytes that Windows-1252 has not', Buffer.from('some \x81\x8d text', 'latin1'), /UTF-8/],
    ['UTF-16 cut within a character', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]), /UTF-16/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /UTF-32/],
  ])('refuses %s, with the reason', (_, bytes, reason) => {
    expect(decode(bytes)).toEqual({ problem: expect.stringMatching(reason) });
  });

  it('throws on no bytes, and gives back any text without control characters', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decode(bytes) === 'object'));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '“', '😀', '\n', ' ', '0') }), (any) => {
        expect(decode(Buffer.from(any))).toEqual({ text: any });
      }),
    );
  });
});
