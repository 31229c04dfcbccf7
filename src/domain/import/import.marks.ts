/** Keyed hashes by which a row is known again: what a file calls it, or what stands in it, may tell who somebody is. */
import type { CountryCode } from '../../base/countries';
import type { Vault } from '../../base/vault';
import { canonicalJson } from '../../writing/idempotency';
import { ImportKind } from './import.codes';

/** In which country, and whose rows are told apart. */
export interface Marking {
  readonly vault: Vault;
  readonly country: CountryCode;
  readonly organisationId: string;
}

const mark = ({ vault, country, organisationId }: Marking, ...said: readonly unknown[]): string =>
  vault.fingerprint(country, canonicalJson(['import', organisationId, ...said])).toString('hex');

/** Of a row that the file has a name for. */
export const referenceOf = (marking: Marking, kind: ImportKind, name: string): string =>
  mark(marking, kind, 'named', name.normalize('NFC').trim());

/** What a text could be the name of: a row of any kind. */
export const referencesOf = (marking: Marking, name: string): readonly string[] =>
  ImportKind.codes.map((kind) => referenceOf(marking, kind, name));

/** Of a row without a name: the nth of those in a file in which the same stands. */
export const referenceOfContent = (marking: Marking, kind: ImportKind, digest: string, nth: number): string =>
  mark(marking, kind, 'content', digest, nth);

/** Of what stands in a row. */
export const digestOf = (marking: Marking, input: unknown): string => mark(marking, 'row', input);

/** Of a whole file. */
export const fingerprintOf = (marking: Marking, digest: string): string => mark(marking, 'file', digest);
