/** Preparing an import and sending its file, as a front end does. */
import { randomUUID } from 'node:crypto';
import type { Client, TestApp } from '../../support/app';

export interface Told {
  readonly finding: string;
  readonly row: number;
  readonly column: string | null;
  readonly path: string | null;
  readonly code: string;
  readonly message: string;
}

export interface Came {
  readonly status: number;
  readonly lines: readonly Record<string, unknown>[];
  /** The last line. */
  readonly end: {
    readonly rowsRead: number;
    readonly rowsMade: number;
    readonly rowsKnown: number;
    readonly rowsRefused: number;
    readonly findings: readonly Told[];
    readonly problems?: readonly { readonly code: string; readonly message: string }[];
  };
}

const prepare = `mutation ($input: PrepareImportInput!) { prepareImport(input: $input) {
  dataImport { id version status } problems { code message path } } }`;

export async function prepared(who: Client, input: Record<string, unknown>): Promise<string> {
  const { data, errors } = await who.query(prepare, { input: { idempotencyKey: randomUUID(), ...input } });
  const { dataImport, problems } = data?.prepareImport ?? {};
  if (!dataImport) throw new Error(JSON.stringify(problems ?? errors));
  return dataImport.id as string;
}

export async function send(
  { http }: Pick<TestApp, 'http'>,
  who: Client,
  id: string,
  payload: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Came> {
  const authorization = `Bearer ${who.token}`;
  const url = `/imports/${id}`;
  const answer = await http.inject({ method: 'PUT', url, headers: { authorization, ...headers }, payload });
  const lines = answer.body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status: answer.statusCode, lines, end: lines.at(-1) as unknown as Came['end'] };
}

export const ndjson = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
