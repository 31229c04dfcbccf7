/** Where a database is, apart from who signs in to it. */
import { parse } from 'pg-connection-string';
import type { ConnectionOptions } from 'node:tls';
import type { Reader } from './environment';

export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly ssl: boolean | ConnectionOptions;
}

/** A user of a database server. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** An address with its administrator. */
export interface AdminAddress extends DatabaseAddress, Login {}

/** An address and the user that the URL named, which serving does not use. */
export interface NamedAddress {
  readonly address: DatabaseAddress;
  readonly login: Login | null;
}

/** Parses `postgresql://[user[:password]@]host[:port]/database[?sslmode=…]`; throws an Error that says what was expected. */
export function parseAddress(text: string): NamedAddress {
  if (!/^postgres(ql)?:\/\//.test(text)) throw new Error('expected postgresql://host:port/database');
  const { host, port, database, user, password, ssl } = parse(text);
  if (!host || !database) throw new Error('expected postgresql://host:port/database, with host and database');
  if (typeof ssl === 'string') throw new Error('expected sslmode=verify-full in place of ssl=…');
  const address = {
    host,
    port: Number(port || 5432),
    database,
    ssl: (ssl as DatabaseAddress['ssl'] | undefined) ?? false,
  };
  return { address, login: user ? { user, password: password ?? '' } : null };
}

export type Tls = 'verified' | 'unverified' | 'off';

/** The address that a key gives, or null; what is wrong becomes a problem of the reader and never shows the URL. */
export function readAddress(
  { problems }: Reader,
  name: string,
  text: string | undefined,
  tls: Tls,
): NamedAddress | null {
  if (!text) return null;
  try {
    const found = parseAddress(text);
    const lacking = lackingTls(found.address, tls);
    if (lacking) problems.push(`${name}: ${lacking}`);
    return found;
  } catch (error) {
    problems.push(`${name}: ${(error as Error).message.replace(text, '…')}`);
    return null;
  }
}

/** What goes to a server on another machine is read by whoever is between. */
function lackingTls({ host, ssl }: DatabaseAddress, tls: Tls): string | undefined {
  if (tls === 'off' || /^(localhost|127(\.\d+){3}|::1|\/.*)$/.test(host)) return undefined;
  if (!ssl) return 'its connections are not encrypted: add ?sslmode=verify-full to it, or set DATABASE_TLS=off';
  // libpq's weaker modes check the certificate and not whose it is.
  const isChecked = ssl === true || (ssl.rejectUnauthorized !== false && !ssl.checkServerIdentity);
  if (isChecked || tls === 'unverified') return undefined;
  return 'it is not checked whom they reach: make that sslmode=verify-full, or set DATABASE_TLS=unverified';
}
