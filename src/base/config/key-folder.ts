/**
 * A folder with a file for each country's key, named as its setting: a key that is put there reaches running instances
 * when they next look, without a setting that is edited or a restart.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeForm } from '../countries';

export const keyName = (code: string): string => `COUNTRY_KEY_${code}`;

const keyForm = new RegExp(`^COUNTRY_KEY_(${codeForm})$`);

/** With its id: that stands in all that it wraps, and must be the same when another key is added. */
export const newCountryKey = (): string => `1:${randomBytes(32).toString('base64')}`;

export class KeyFolder {
  constructor(readonly path: string) {}

  /** Codes of the countries whose keys are there. @throws when the folder cannot be read */
  codes(): string[] {
    return readdirSync(this.path).flatMap((name) => keyForm.exec(name)?.[1] ?? []);
  }

  /** Undefined where there is none (yet). */
  read(code: string): string | undefined {
    try {
      return readFileSync(this.file(code), 'utf8').trim() || undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Makes a key where there is none: whole or not at all, and never in place of another. @returns whether it was made */
  make(code: string): boolean {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    const draft = join(this.path, `.${keyName(code)}.${process.pid}`);
    writeFileSync(draft, `${newCountryKey()}\n`, { mode: 0o440 });
    try {
      linkSync(draft, this.file(code));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft);
    }
  }

  file(code: string): string {
    return join(this.path, keyName(code));
  }
}
