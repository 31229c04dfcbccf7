/** Rows into tables by COPY: any thing's, its columns taken from what it declares, its sealed attributes sealed on the way. */
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { quote } from '../src/database/connect';
import { countryThings } from '../src/domain/entities';
import type { Vault } from '../src/feature/vault/vault';
import { isList, thingOf, type Attribute, type Thing } from '../src/graph/thing';
import type { Batch, DataKeyRow } from './demo/batch';

/** Survivors are remembered for some hundred cases; their keys for longer. */
const KEYS_KEPT = 8_192;
/** Characters sent at once. */
const CHUNK = 65_536;

type Row = Readonly<Record<string, unknown>>;
/** One value as COPY's text format has it. */
type Encode = (row: Row) => string;

export class Copier {
  rows = 0;
  private readonly keys = new Map<string, Buffer>();
  private readonly encoders = new Map<Thing, Encode>();

  /** @param client acts as the owner of the country's schema */
  constructor(
    private readonly client: Client,
    private readonly country: string,
    private readonly vault: Vault,
  ) {}

  /** Writes a batch, in an order that suits the foreign keys. */
  async write(batch: Batch): Promise<void> {
    if (batch.dataKeys.length > 0) {
      await this.copy('data_key', ['id', 'wrapped', 'created_at'], batch.dataKeys, (row) => this.dataKey(row));
    }
    for (const target of countryThings) {
      const rows = batch.rows.get(target) as readonly Row[] | undefined;
      if (!rows) continue;
      const thing = thingOf(target);
      const columns = [...thing.attributes.values()].map(({ column }) => column);
      await this.copy(thing.table, columns, rows, this.encoderOf(thing));
    }
  }

  private async copy<T>(
    table: string,
    columns: readonly string[],
    rows: readonly T[],
    line: (row: T) => string,
  ): Promise<void> {
    const into = `COPY ${quote(table)} (${columns.map(quote).join(', ')}) FROM STDIN`;
    await pipeline(chunks(rows, line), this.client.query(copyFrom(into)));
    this.rows += rows.length;
  }

  private dataKey({ id, at }: DataKeyRow): string {
    const { wrapped, key } = this.vault.newDataKey(this.country, id);
    this.keys.set(id, key);
    for (const old of this.keys.keys()) {
      if (this.keys.size <= KEYS_KEPT) break;
      this.keys.delete(old);
    }
    return `${id}\t${bytes(wrapped)}\t${at}\n`;
  }

  private encoderOf(thing: Thing): Encode {
    let found = this.encoders.get(thing);
    if (!found) {
      const parts = [...thing.attributes.values()].map((attribute) => this.encoder(thing, attribute));
      found = (row) => `${parts.map((part) => part(row)).join('\t')}\n`;
      this.encoders.set(thing, found);
    }
    return found;
  }

  private encoder(thing: Thing, attribute: Attribute): Encode {
    const { name, column } = attribute;
    const present = attribute.sealed
      ? (value: unknown, row: Row): string => this.sealed(thing.table, column, String(value), row)
      : encoding(attribute);
    return (row) => {
      const value = row[name];
      if (value === undefined) throw new Error(`${thing.name} has no ${name}`);
      return value === null ? '\\N' : present(value, row);
    };
  }

  private sealed(table: string, column: string, value: string, row: Row): string {
    const key = this.keys.get(row['dataKeyId'] as string);
    if (!key) throw new Error(`The data key of a row of ${table} is not at hand`);
    return bytes(this.vault.seal(key, value, { country: this.country, table, column, row: row['id'] as string }));
  }
}

function* chunks<T>(rows: readonly T[], line: (row: T) => string): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    text += line(row);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** How values of an attribute that is not sealed are written. Codes, dates, numbers and UUIDs hold nothing to escape. */
function encoding({ type }: Attribute): (value: unknown) => string {
  if (isList(type))
    return type[0] === 'text'
      ? (value) => escaped(array(value as string[]))
      : (value) => `{${(value as string[]).join(',')}}`;
  if (type === 'text' || type === 'longText') return (value) => escaped(value as string);
  if (type === 'boolean') return (value) => (value === true ? 't' : 'f');
  return String;
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string) : text;

const array = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

const bytes = (value: Buffer): string => `\\\\x${value.toString('hex')}`;
