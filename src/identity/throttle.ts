/** Lockout: attempts are counted before the password is looked at, so that none of many at once slips by. */
import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import type { Config } from '../base/config';

/** How many attempts, on one account and from one address (which many people may share), and for how long. */
export type ThrottleLimits = Pick<Config['signIn'], 'lockoutAttempts' | 'lockoutAddressAttempts' | 'lockoutMinutes'>;

/**
 * One row, one statement: concurrent attempts queue on the row and each gets a number of its own.
 * The attempt that reaches the limit starts the lockout; later ones do not prolong it.
 */
const COUNT = `
  INSERT INTO sign_in_throttle AS t (key, attempts, resets_at) VALUES ($1, 1, clock_timestamp() + make_interval(mins => $3::int))
  ON CONFLICT (key) DO UPDATE SET
    attempts = CASE WHEN t.resets_at <= clock_timestamp() THEN 1 ELSE t.attempts + 1 END,
    resets_at = CASE WHEN t.resets_at <= clock_timestamp() OR t.attempts + 1 = $2::int
      THEN clock_timestamp() + make_interval(mins => $3::int) ELSE t.resets_at END
  RETURNING t.attempts <= $2::int AS allowed`;

/** Rows that count nothing any more; a locked one is somebody else's to remove. */
const SWEEP = `
  DELETE FROM sign_in_throttle WHERE key IN (
    SELECT key FROM sign_in_throttle WHERE resets_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED)`;

/** One attempt's two counters, as keyed hashes. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
}

export class Throttle {
  constructor(
    private readonly pool: Pool,
    private readonly hash: (value: string) => string,
    private readonly limits: ThrottleLimits,
  ) {}

  /** Counts an attempt; null when it must be refused unlooked. An address that is locked out cannot lock out accounts. */
  async count(email: string, address: string): Promise<Attempt | null> {
    const attempt = { account: this.hash(`account ${email}`), address: this.hash(`address ${network(address)}`) };
    if (!(await this.step(attempt.address, this.limits.lockoutAddressAttempts))) return null;
    return (await this.step(attempt.account, this.limits.lockoutAttempts)) ? attempt : null;
  }

  /** Takes back an attempt that was no guess: the password was right. */
  async forgive({ account, address }: Attempt): Promise<void> {
    const back = 'UPDATE sign_in_throttle SET attempts = greatest(attempts - 1, 0) WHERE key = $1';
    await this.pool.query(back, [address]);
    await this.pool.query(back, [account]);
  }

  /** After a sign-in the account starts anew; the address only gets back the one attempt. */
  async clear({ account, address }: Attempt): Promise<void> {
    await this.pool.query('UPDATE sign_in_throttle SET attempts = greatest(attempts - 1, 0) WHERE key = $1', [address]);
    await this.pool.query('DELETE FROM sign_in_throttle WHERE key = $1', [account]);
    await this.pool.query(SWEEP);
  }

  private async step(key: string, limit: number): Promise<boolean> {
    const values = [key, limit, this.limits.lockoutMinutes];
    const { rows } = await this.pool.query<{ allowed: boolean }>({ name: 'identity.count', text: COUNT, values });
    return rows[0]?.allowed === true;
  }
}

/** An IPv6 client commands a whole /64; an IPv4 one, also when mapped into IPv6, a single address. */
export function network(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = groups(tail);
  const gap = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const whole = [...before, ...gap, ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
