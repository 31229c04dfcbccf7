/** Calls mutations as a client does, and reads what their payloads say. */
import { randomUUID } from 'node:crypto';
import type { Answer, Client } from '../support/app';

export interface Shown {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: string[];
  readonly expectedVersion?: number;
  readonly actualVersion?: number;
  readonly from?: string;
  readonly allowed?: string[];
}

export interface Acted<R> {
  readonly answer: Answer;
  readonly record: R | null;
  readonly problems: readonly Shown[];
  readonly warnings: readonly Shown[];
}

const problems = `problems { __typename code message path
  ... on VersionConflict { expectedVersion actualVersion } ... on IllegalStep { from allowed } } warnings { __typename code message path }`;

/** A caller of the mutations of one thing, which selects these fields of the record. */
export const actor =
  <R>(slot: string, fields: string) =>
  async (client: Client, action: string, input: object, headers?: Record<string, string>): Promise<Acted<R>> => {
    const type = `${action[0]!.toUpperCase()}${action.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { act: ${action}(input: $input) { ${slot} { ${fields} } ${problems} } }`;
    const answer = await client.query(document, { input: { idempotencyKey: randomUUID(), ...input } }, headers);
    const payload = answer.data?.act as
      (Record<string, R | null> & { problems: Shown[]; warnings: Shown[] }) | null | undefined;
    const { problems: found = [], warnings = [] } = payload ?? {};
    return { answer, record: payload?.[slot] ?? null, problems: found, warnings };
  };

/** The record, or a test that fails with what was answered instead. */
export function done<R>({ record, answer }: Acted<R>): R {
  if (record === null || answer.errors.length > 0) throw new Error(answer.text);
  return record;
}

/** `CODE path.to.field` of each problem. */
export const told = ({ problems: all }: Acted<unknown>): string[] =>
  all.map(({ code, path }) => [code, path.join('.')].join(' ').trim());

/** The same of each warning. */
export const warned = ({ warnings }: Acted<unknown>): string[] =>
  warnings.map(({ code, path }) => `${code} ${path.join('.')}`);

/** The policy's answer to a role that may not: null, and one error that says why. */
export function expectForbidden({ answer, record }: Acted<unknown>): void {
  expect(record).toBeNull();
  expect(answer.data?.act ?? null).toBeNull();
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
}
