/** Mappings of columns, from a file that is kept under its name, or by the name of one that was. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportKind } from '../domain/import/import.codes';
import type { ApiClient } from './api-client';
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

/** @returns the id of the mapping, as it is kept by now */
export async function mappingFor(client: ApiClient, kind: ImportKind, said: string): Promise<string> {
  const text = await readFile(said, 'utf8').catch(() => undefined);
  const name = basename(said).replace(/\.json$/i, '');
  const [found, another] = await keptAs(client, name, kind);
  if (another) throw new Failure(`Several mappings are called ${name}: rename all but one.`);
  if (text === undefined) {
    if (found) return found.id;
    throw new Failure(`There is neither a file ${said} nor a mapping of that name for such rows.`);
  }
  if (!found) return written(client, keep, 'keepImportMapping', { name, kind, mapping: text });
  if (found.mapping === text.trim()) return found.id;
  const change = { id: found.id, expectedVersion: found.version, mapping: text };
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
