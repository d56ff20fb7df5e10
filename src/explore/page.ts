/** The page as it was built: files for the server, or everything in one file. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HearsayError } from '../errors.ts';
import { EMBEDDED_ID } from './api.ts';

/** Files of the built page by name: `index.html`, one script, one style sheet. */
export type PageFiles = ReadonlyMap<string, Buffer>;

const BUILT = fileURLToPath(new URL('../../dist/explore/client/', import.meta.url));

/** Throws a `HearsayError` where the page was not built. */
export function pageFiles(folder = BUILT): PageFiles {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter((f) => f.isFile());
    const files = new Map(names.map(({ name }) => [name, readFileSync(join(folder, name))]));
    if (files.has('index.html')) return files;
  } catch (cause) {
    throw new HearsayError('the page of the explorer is not there', { remedy: 'run npm run build', cause });
  }
  throw new HearsayError('the page of the explorer is not there', { remedy: 'run npm run build' });
}

/** Nothing from anywhere else; the layout works in a worker that the script makes itself. */
const policy = (own: { readonly script: string; readonly style: string; readonly connect: string }): string =>
  [
    "default-src 'none'",
    `script-src ${own.script}`,
    `style-src ${own.style}`,
    "img-src 'self' data: blob:",
    'worker-src blob:',
    `connect-src ${own.connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The policy for the page as the server gives it. */
export const SERVED_POLICY = `${policy({ script: "'self'", style: "'self'", connect: "'self'" })}; frame-ancestors 'none'`;

/** A page that needs no server: script, style and data within it. `data`: as `embeddedText` makes it. */
export function selfContained(files: PageFiles, data: string): string {
  const file = (name: string) => files.get(name)?.toString('utf8') ?? '';
  const scripts: string[] = [];
  const styles: string[] = [];
  const html = file('index.html')
    .replace(/<script\b[^>]*\ssrc="\.?\/?([\w.-]+)"[^>]*><\/script>/g, (_, name: string) => {
      // The end of the element may stand in a text of the script, where the backslash changes nothing.
      const script = file(name)
        .replace(/<\/(script)/gi, '<\\/$1')
        .replace(/<!--/g, '<\\!--');
      scripts.push(script);
      return `<script type="module">${script}</script>`;
    })
    .replace(/<link\b[^>]*\srel="stylesheet"[^>]*\shref="\.?\/?([\w.-]+)"[^>]*>/g, (_, name: string) => {
      styles.push(file(name));
      return `<style>${file(name)}</style>`;
    });
  const own = { script: hashes(scripts), style: hashes(styles), connect: "'none'" };
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy(own).replaceAll('"', '&quot;')}">`;
  return html
    .replace(/(<meta charset="[^"]*"\s*\/?>)/, (charset) => `${charset}\n${head}`)
    .replace(
      '</body>',
      () => `<script type="application/json" id="${EMBEDDED_ID}">${data}</script>\n</body>`,
    );
}

const hashes = (texts: readonly string[]): string =>
  texts.length === 0
    ? "'none'"
    : texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
