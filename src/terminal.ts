/** What depends on a terminal: whether it shows colour, how wide it is, progress lines. */

import { styleText } from 'node:util';
import stringWidth from 'string-width';

export interface Terminal {
  readonly colour: boolean;
  /** Columns to fill, 40..100: wider lines are hard to read. */
  readonly width: number;
}

/** What a stream needs to be asked about. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Colour only on a terminal, and never where NO_COLOR (any value, https://no-color.org) or TERM=dumb asks for none. */
export function terminalOf(stream: Stream, env: NodeJS.ProcessEnv, wanted = true): Terminal {
  const tty = stream.isTTY === true;
  return {
    colour: wanted && tty && !env.NO_COLOR && env.TERM !== 'dumb',
    width: Math.min(100, Math.max(40, tty && stream.columns ? stream.columns : 80)),
  };
}

export type Format = Parameters<typeof styleText>[0];

/** Styles text by ANSI codes whatever the stream: the caller knows whether colour is wanted. */
export const paint = (format: Format, text: string): string =>
  styleText(format, text, { validateStream: false });

/** Columns that text fills. Most words are plain ASCII, where measuring is counting. */
export const widthOf = (text: string): number =>
  /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);

/** Reports how far a long job is; call `end` before anything else is written to the stream. */
export interface Progress {
  update(done: number, total: number | null): void;
  end(): void;
}

const SILENT: Progress = { update: () => {}, end: () => {} };

/** Count, rate and time left on one line that redraws itself, at most ten times a second; nothing off a terminal. */
export function progress(
  stream: Stream,
  unit: string,
  wanted = true,
  now: () => number = Date.now,
): Progress {
  if (!wanted || stream.isTTY !== true) return SILENT;
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update(done, total) {
      const time = now();
      if (time - drawn < 100 && done !== total) return;
      drawn = time;
      stream.write(`\r\u001b[2K${progressLine(done, total, (time - started) / 1000, unit)}`);
    },
    end() {
      if (drawn !== Number.NEGATIVE_INFINITY) stream.write('\r\u001b[2K');
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}

/** `seconds` since the start. */
export function progressLine(done: number, total: number | null, seconds: number, unit: string): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const count = total === null ? `${done} ${unit}` : `${done} of ${total} ${unit}`;
  const speed = rate > 0 ? ` · ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s` : '';
  const left = total !== null && rate > 0 && done < total ? ` · ${duration((total - done) / rate)} left` : '';
  return count + speed + left;
}

/** Seconds in words short enough for a line: "40 s", "3 min", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
