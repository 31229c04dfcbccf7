/** Exports as a client makes them: the mutation, and what its link gives. */
import { randomUUID } from 'node:crypto';
import type { Client, TestApp } from '../../support/app';

export interface Wanted {
  readonly document: string;
  readonly variables?: object;
  readonly format?: string;
  readonly purpose?: string;
  readonly byteOrderMark?: boolean;
  readonly hxl?: boolean;
}

export interface Made {
  readonly dataExport: { readonly id: string; readonly columns: string[]; readonly root: string } | null;
  readonly url: string | null;
  readonly expiresAt: string | null;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: string[] }[];
}

const document = `mutation ($input: ExportDataInput!) {
  exportData(input: $input) { dataExport { id root columns status } url expiresAt problems { code message path } } }`;

export async function exported(
  client: Client,
  wanted: Wanted,
  locale = 'en',
  key: string = randomUUID(),
): Promise<Made> {
  const { variables, ...rest } = wanted;
  const input = {
    ...{ idempotencyKey: key, format: 'NDJSON', purpose: 'REPORTING', ...rest },
    ...(variables && { variables: JSON.stringify(variables) }),
  };
  const { data, errors } = await client.query(document, { input }, { 'accept-language': locale });
  if (!data?.exportData) throw new Error(JSON.stringify(errors));
  return data.exportData as Made;
}

export interface Given {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Where it is no file. */
  readonly problems: Made['problems'];
}

/** What the link gives: over the network where the API listens. */
export async function fetched(
  { http, address }: Pick<TestApp, 'http' | 'address'>,
  url: string | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Given> {
  const { pathname } = new URL(url ?? '');
  if (address === '') {
    const { statusCode, rawPayload, headers: told } = await http.inject({ method: 'GET', url: pathname, headers });
    return given(statusCode, told as Record<string, string>, rawPayload);
  }
  const answer = await fetch(`${address}${pathname}`, { headers });
  const body = Buffer.from(await answer.arrayBuffer());
  return given(answer.status, Object.fromEntries(answer.headers), body);
}

function given(statusCode: number, headers: Readonly<Record<string, string>>, body: Buffer): Given {
  const isJson = statusCode >= 400 && headers['content-type']?.startsWith('application/json');
  const told = !isJson ? {} : (JSON.parse(body.toString()) as { problems?: Made['problems'] });
  return { statusCode, headers, body, problems: told.problems ?? [] };
}

/** The file at once. @throws where there is none */
export async function fileOf(api: TestApp, client: Client, wanted: Wanted, locale = 'en'): Promise<Buffer> {
  const { url, problems } = await exported(client, wanted, locale);
  if (url === null) throw new Error(JSON.stringify(problems));
  const answer = await fetched(api, url);
  if (answer.statusCode !== 200) throw new Error(answer.body.toString());
  return answer.body;
}

export const linesOf = (file: Buffer): Record<string, unknown>[] =>
  file
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
