/** The files of the dashboard as they were built: the page, and what it loads, each also compressed. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../base/project';

export const PAGE = 'index.html';

/** What a file is sent as, by how its name ends. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

export type Encoding = 'br' | 'gzip' | 'identity';
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

export interface BuiltFile {
  readonly type: string;
  readonly bytes: Readonly<Record<Encoding, Buffer>>;
}

export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/** Where the build puts them (`.ci/bundle.mjs`). */
export const builtFolder = join(projectRoot, 'dist/dashboard');

/** @throws where nothing is built */
export function readBuilt(folder = builtFolder): BuiltFiles {
  if (!existsSync(folder)) throw new Error('The dashboard is not built: run `npm run build`.');
  const names = readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name));
  return new Map(
    names.map((name) => {
      const read = (encoding: Encoding): Buffer => readFileSync(join(folder, name + endings[encoding]));
      const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return [name, { type, bytes: { br: read('br'), gzip: read('gzip'), identity: read('identity') } }];
    }),
  );
}

/** The best that a client takes (RFC 9110, 12.5.3), in order of size; without a header nothing is encoded. */
export function encodingFor(accepted: string | undefined): Encoding {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [coding = '', ...given] = part.trim().toLowerCase().split(';');
      const weight = given.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
      return [coding, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  const takes = (coding: string): boolean =>
    (weights.get(coding) ?? (coding === 'identity' ? 1 : (weights.get('*') ?? 0))) > 0;
  return (['br', 'gzip'] as const).find(takes) ?? 'identity';
}
