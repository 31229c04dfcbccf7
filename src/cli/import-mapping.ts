/** Mappings of columns, from a file that is kept under its name, or by the name of one that was. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportKind } from '../domain/import/import.codes';
import type { ApiClient } from './api-client';
import * as words from './import-words';
import { Failure } from './terminal';

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly mapping: string;
}

const byName = `query ImportMappings($name: String!, $kind: ImportKind!) {
  importMappings(first: 2, filter: { name: { eq: $name }, kind: { eq: $kind } }) { edges { node { id version mapping } } } }`;
const keep = `mutation KeepImportMapping($input: KeepImportMappingInput!) {
  keepImportMapping(input: $input) { importMapping { id } problems { message } } }`;
const update = `mutation UpdateImportMapping($input: UpdateImportMappingInput!) {
  updateImportMapping(input: $input) { importMapping { id } problems { message } } }`;

/** What preparing an import takes of it: the id of one that is kept, or what it says, for this import alone. */
export type Said = { readonly mappingId: string } | { readonly ownMapping: string };

/** @param keeps whether a file is kept under its name, for the next import */
export async function mappingFor(client: ApiClient, kind: ImportKind, said: string, keeps: boolean): Promise<Said> {
  const { locale } = client;
  const text = await readFile(said, 'utf8').catch(() => undefined);
  const name = basename(said).replace(/\.json$/i, '');
  if (text !== undefined && !keeps) return { ownMapping: text };
  const [found, another] = await keptAs(client, name, kind);
  if (another) throw new Failure(words.severalMappings(name)[locale]);
  if (text === undefined) {
    if (found) return { mappingId: found.id };
    throw new Failure(words.noMapping(said)[locale]);
  }
  return { mappingId: await kept(client, { name, kind, mapping: text }, found) };
}

async function kept(
  client: ApiClient,
  input: { readonly name: string; readonly kind: ImportKind; readonly mapping: string },
  found: Kept | undefined,
): Promise<string> {
  if (!found) return written(client, keep, 'keepImportMapping', input);
  if (found.mapping === input.mapping.trim()) return found.id;
  const change = { id: found.id, expectedVersion: found.version, mapping: input.mapping };
  return written(client, update, 'updateImportMapping', change);
}

async function keptAs(client: ApiClient, name: string, kind: ImportKind): Promise<Kept[]> {
  const { importMappings } = await client.query<{
    readonly importMappings: { readonly edges: readonly { readonly node: Kept }[] };
  }>(byName, { name, kind });
  return importMappings.edges.map(({ node }) => node);
}

async function written(client: ApiClient, document: string, field: string, input: object): Promise<string> {
  const answer = await client.query<
    Record<
      string,
      {
        readonly importMapping: { readonly id: string } | null;
        readonly problems: readonly { readonly message: string }[];
      }
    >
  >(document, { input: { idempotencyKey: randomUUID(), ...input } });
  const { importMapping, problems } = answer[field] ?? { importMapping: null, problems: [] };
  if (importMapping) return importMapping.id;
  throw new Failure(problems.map(({ message }) => message).join('\n'));
}
