/** The files of the commands for DHIS2: the mapping, and the record of what was sent. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readId } from '../base/global-id';
import type { Locale } from '../base/locale';
import { BadMapping, faultAt, NotWritable } from '../exchange/dhis2/fault';
import type { Mapping } from '../exchange/dhis2/mapping';
import { readMapping } from '../exchange/dhis2/mapping-read';
import { readSent, sentText, type Sent } from '../exchange/dhis2/sent';
import type { Release } from './dhis2-release';
import * as words from './dhis2-words';
import { Failure } from './terminal';

/** @throws Failure with everything that is wrong with it */
export async function mappingIn(path: string, locale: Locale): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure(words.unreadable(path)[locale]);
  });
  try {
    return readMapping(text);
  } catch (error) {
    if (!(error instanceof BadMapping)) throw error;
    const lines = error.faults.map((one) => faultAt(one)[locale]);
    process.exitCode = 2;
    throw new Failure([...lines, words.faulty(lines.length)[locale]].join('\n'));
  }
}

/** Beside the mapping, where nothing else is said; of what goes by a release, apart. */
export const sentPath = (mapping: string, said: string | undefined, release: Release | null): string => {
  const part = release ? `.${readId(release.id)?.uuid ?? 'release'}` : '';
  return said ?? `${mapping.replace(/\.ya?ml$/i, '')}${part}.sent.json`;
};

/** Of which record of what was sent. */
export interface SentBy {
  /** Null: to whichever server. */
  readonly to: string | null;
  readonly release: Release | null;
}

/** Null: there is none. */
export async function sentIn(path: string, by: SentBy, mapping: Mapping, locale: Locale): Promise<Sent | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Failure(words.unreadable(path)[locale]);
  });
  return text === null ? null : told(locale, () => readSent(text, by.to, mapping, by.release?.id ?? null));
}

/** The whole of it or what was there before, whatever happens meanwhile. */
export async function keepSent(path: string, sent: Sent): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.sent`);
  try {
    await writeFile(beside, sentText(sent), { mode: 0o600 });
    const file = await open(beside, 'r');
    await file.sync().finally(() => file.close());
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

export async function keepFile(folder: string, name: string, body: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, body);
  return path;
}

/** What may not be written is told in the language of whoever asked for it. */
export function told<T>(locale: Locale, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof NotWritable ? new Failure(error.text[locale]) : error;
  }
}
