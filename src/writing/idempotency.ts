/** Idempotency keys: who claims one first does the work, everybody later gets that answer. */
import type { ClientBase, QueryConfig } from 'pg';
import type { Vault } from '../base/vault';
import { problem } from '../base/problem';
import type { CountryCode } from '../base/countries';
import { sql, type Sql } from '../base/sql';

/** A request to do something once. */
export interface Claim {
  readonly accountId: string;
  readonly key: string;
  readonly action: string;
  /** Keyed hash of action and input. */
  readonly requestHash: Buffer;
}

/** 8 to 128 printable ASCII characters. */
const usableKey = /^[\x20-\x7e]{8,128}$/;

export function claimOf(
  vault: Vault,
  country: CountryCode,
  accountId: string,
  action: string,
  input: { readonly idempotencyKey: string },
): Claim {
  const key = input.idempotencyKey;
  if (!usableKey.test(key)) {
    throw problem(
      'INVALID_INPUT',
      'An idempotency key has 8 to 128 printable ASCII characters; a UUID is a good one.',
      'Uma chave de idempotência tem 8 a 128 caracteres ASCII imprimíveis; um UUID serve bem.',
      ['idempotencyKey'],
    );
  }
  return { accountId, key, action, requestHash: vault.fingerprint(country, canonicalJson([action, input])) };
}

/** JSON that is the same for the same content, in whatever order the keys came. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Claims the key: one row when it is ours. Waits while another transaction holds the same key. */
export const claimStatement = ({ accountId, key, action, requestHash }: Claim): Sql => sql`
  INSERT INTO idempotency_record (account_id, key, action, request_hash, created_at)
  VALUES (${accountId}, ${key}, ${action}, ${requestHash}, now())
  ON CONFLICT (account_id, key) DO NOTHING`;

/** The answer that was given for a key that is taken. Must be its own statement: only then does it see what the claim waited for. */
export async function earlierResult(client: ClientBase, claim: Claim): Promise<string> {
  const query: QueryConfig = {
    name: 'earlier_result',
    text: 'SELECT request_hash AS "requestHash", result_id AS "resultId" FROM idempotency_record WHERE account_id = $1 AND key = $2',
    values: [claim.accountId, claim.key],
  };
  const { rows } = await client.query<{ requestHash: Buffer; resultId: string }>(query);
  const [found] = rows;
  if (found?.requestHash.equals(claim.requestHash)) return found.resultId;
  throw problem(
    'IDEMPOTENCY_KEY_REUSED',
    'This idempotency key was used for another request. Take a new one.',
    'Esta chave de idempotência foi usada noutro pedido. Use uma nova.',
    ['idempotencyKey'],
  );
}
