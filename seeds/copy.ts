/** Rows into tables by COPY: any thing's, its columns taken from what it declares, its sealed attributes sealed on the way. */
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { quote } from '../src/database/connect';
import { keySchemaOf, schemaOf } from '../src/database/roles';
import { countryThings } from '../src/domain/all';
import type { Vault } from '../src/base/vault';
import { isList, thingOf, type Attribute, type Constructor, type Thing } from '../src/model/thing';
import { HistoryEntry, RecordChange } from '../src/writing/history-entry.entity';
import { AttachmentContent } from '../src/domain/casework/attachment/attachment.entity';
import { rowOf } from '../src/domain/casework/attachment/attachment.receiving';
import type { Batch, ContentRow, DataKeyRow } from './demo/batch';

/** Survivors are remembered for some hundred cases; their keys for longer. */
const KEYS_KEPT = 8_192;
/**
 * Bytes that wait at once, of all tables together. The table that has most of them is sent first, so that those of
 * many rows are sent in few statements: each leaves pages empty for good, 256 KiB at a time two for every three that
 * hold rows (findings/postgres-copy-freeze-pages.sh).
 */
const WAITING = 33_554_432;

type Row = Readonly<Record<string, unknown>>;
/** One value as COPY's text format has it. */
type Encode = (row: Row) => string;

/** A table with the rows that it is still to get, as COPY's text. */
interface Target {
  readonly into: string;
  readonly line: Encode;
  /** Holds what waits; written into again and again, as parts of their own would be work for the garbage collector. */
  text: Buffer;
  bytes: number;
}

/** Everything that demonstration data are written of. */
const written: readonly Constructor[] = [...countryThings, HistoryEntry, RecordChange];

/** Every table that demonstration data are written to. */
const apart = ['data_key', 'stored_content', 'content_piece'];
export const tables: readonly string[] = [...apart, ...written.map((target) => thingOf(target).table)];

/** COPY fills no view: until the transaction ends, `data_key` is the table that there is a view of. */
export const lookForTables = (client: Client, country: string): Promise<unknown> =>
  client.query(`SET LOCAL search_path = ${quote(keySchemaOf(country))}, ${quote(schemaOf(country))}`);

/** Keeps the rows of a table until they are worth a statement; so no foreign key may be in force meanwhile. */
export class Copier {
  rows = 0;
  private waiting = 0;
  private sending = Promise.resolve();
  /** Was sent, or is on its way while the next rows are made. */
  private sent: Buffer = Buffer.alloc(0);
  private readonly keys = new Map<string, Buffer>();
  private readonly dataKeys = target('data_key', ['id', 'wrapped', 'created_at'], (row) =>
    this.dataKey(row as unknown as DataKeyRow),
  );
  private readonly contents = target('stored_content', ['id', 'store', 'started_at', 'finished_at'], (row) =>
    [row['id'], 'database', row['at'], row['at']].join('\t').concat('\n'),
  );
  private readonly pieces = target('content_piece', ['content_id', 'number', 'bytes'], (row) =>
    this.piece(row as unknown as ContentRow),
  );
  private readonly things = new Map(
    written.map((constructor) => {
      const thing = thingOf(constructor);
      const columns = [...thing.attributes.values()].map(({ column }) => column);
      return [constructor, target(thing.table, columns, this.encoderOf(thing))];
    }),
  );

  /** @param client acts as the owner of the country's schema, whose tables were emptied in its transaction */
  constructor(
    private readonly client: Client,
    private readonly country: string,
    private readonly vault: Vault,
  ) {}

  /** Takes a batch; what there is enough of is written. */
  async write(batch: Batch): Promise<void> {
    await this.add(this.dataKeys, batch.dataKeys as unknown as readonly Row[]);
    for (const [thing, rows] of batch.rows) {
      const target = this.things.get(thing);
      if (!target) throw new Error(`${thing.name} is nothing that a country has`);
      await this.add(target, rows as readonly Row[]);
    }
    for (const to of [this.contents, this.pieces]) await this.add(to, batch.contents as unknown as readonly Row[]);
    await setImmediate(); // what is on its way goes on
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    for (const target of this.targets()) if (target.bytes > 0) await this.copy(target);
    await this.sending;
  }

  private targets(): Target[] {
    return [this.dataKeys, this.contents, this.pieces, ...this.things.values()];
  }

  private async add(target: Target, rows: readonly Row[]): Promise<void> {
    let text = '';
    for (const row of rows) text += target.line(row);
    const room = target.bytes + 3 * text.length;
    if (room > target.text.length) target.text = Buffer.concat([target.text], Math.max(room, 2 * target.text.length));
    const bytes = target.text.write(text, target.bytes);
    target.bytes += bytes;
    this.waiting += bytes;
    this.rows += rows.length;
    if (this.waiting >= WAITING) await this.copy(this.targets().reduce((a, b) => (b.bytes > a.bytes ? b : a)));
  }

  private async copy(target: Target): Promise<void> {
    await this.sending;
    const text = target.text.subarray(0, target.bytes);
    [this.sent, target.text] = [target.text, this.sent];
    this.waiting -= target.bytes;
    target.bytes = 0;
    this.sending = pipeline([text], this.client.query(copyFrom(target.into)));
    this.sending.catch(() => undefined); // whoever waits for it next hears of it
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

  private piece({ id, attachmentId, dataKeyId, bytes: content }: ContentRow): string {
    const key = this.keys.get(dataKeyId);
    if (!key) throw new Error('The data key of an attachment is not at hand');
    const { table } = thingOf(AttachmentContent);
    const place = { country: this.country, table, column: 'content', row: rowOf(attachmentId, id) };
    return `${id}\t0\t${bytes(this.vault.pieces(key, place).seal(content, 0, true))}\n`;
  }

  private encoderOf(thing: Thing): Encode {
    const [first, ...others] = [...thing.attributes.values()].map((attribute) => this.encoder(thing, attribute));
    return (row) => {
      let line = (first as Encode)(row);
      for (const other of others) line += `\t${other(row)}`;
      return `${line}\n`;
    };
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

const target = (table: string, columns: readonly string[], line: Encode): Target => ({
  into: `COPY ${quote(table)} (${columns.map(quote).join(', ')}) FROM STDIN (FREEZE)`,
  line,
  text: Buffer.alloc(0),
  bytes: 0,
});
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
