import { describe, expect, it } from 'vitest';
import { duration, progress, progressLine, terminalOf } from '../../src/terminal.ts';

const stream = (isTTY: boolean, columns = 120) => {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => void written.push(text) };
};

describe('a terminal', () => {
  it('shows colour only where there is one and nobody objects', () => {
    expect(terminalOf(stream(true), {}).colour).toBe(true);
    expect(terminalOf(stream(false), {}).colour).toBe(false);
    expect(terminalOf(stream(true), { NO_COLOR: '1' }).colour).toBe(false);
    expect(terminalOf(stream(true), { TERM: 'dumb' }).colour).toBe(false);
    expect(terminalOf(stream(true), {}, false).colour).toBe(false);
  });

  it('is as wide as it says, within what can be read; 80 columns off a terminal', () => {
    expect(terminalOf(stream(true, 90), {}).width).toBe(90);
    expect(terminalOf(stream(true, 400), {}).width).toBe(100);
    expect(terminalOf(stream(true, 10), {}).width).toBe(40);
    expect(terminalOf(stream(false, 400), {}).width).toBe(80);
  });
});

describe('progress', () => {
  it('tells count, rate and time left', () => {
    expect(progressLine(120, 600, 60, 'articles')).toBe('120 of 600 articles · 2.0/s · 4 min left');
    expect(progressLine(300, null, 10, 'articles')).toBe('300 articles · 30/s');
    expect(progressLine(600, 600, 60, 'articles')).toBe('600 of 600 articles · 10/s');
    expect(progressLine(0, 600, 0, 'articles')).toBe('0 of 600 articles');
    expect([1, 89, 90, 3600, 8000].map(duration)).toEqual(['1 s', '89 s', '2 min', '60 min', '2 h 13 min']);
  });

  it('draws on a terminal alone, not too often, and wipes itself away', () => {
    let now = 0;
    const tty = stream(true);
    const bar = progress(tty, 'articles', true, () => now);
    for (let i = 1; i <= 1000; i++) {
      now += 1;
      bar.update(i, 1000);
    }
    bar.end();
    expect(tty.written.length).toBeGreaterThan(5);
    expect(tty.written.length).toBeLessThan(20);
    expect(tty.written.at(-2)).toContain('1000 of 1000 articles');
    expect(tty.written.at(-1)).toBe('\r\u001b[2K');
    for (const silent of [progress(stream(false), 'articles'), progress(tty, 'articles', false)]) {
      const before = tty.written.length;
      silent.update(1, 2);
      silent.end();
      expect(tty.written).toHaveLength(before);
    }
  });
});
