/** The data keys of a unit of work: made or unwrapped once each, and what is sealed with them. */
import type { Vault } from '../feature/vault/vault';
import type { Thing } from '../graph/thing';
import type { CountryCode } from './countries';
import { sql, type Sql } from './sql';
import { attributeOf } from './work-statements';

type Row = Readonly<Record<string, unknown>>;

/** Sends a statement in the transaction of the work. */
type Send = (statement: Sql) => Promise<readonly Row[]>;

export class WorkKeys {
  private readonly keys = new Map<string, Buffer>();

  constructor(
    private readonly vault: Vault,
    private readonly country: CountryCode,
    private readonly send: Send,
  ) {}

  /** Makes a data key. The statement is sent, not waited for. @returns the key's id */
  make(): string {
    const { id, wrapped, key } = this.vault.newDataKey(this.country);
    void this.send(sql`INSERT INTO data_key (id, wrapped, created_at) VALUES (${id}, ${wrapped}, now())`).catch(
      toldByWork,
    );
    this.keys.set(id, key);
    return id;
  }

  /** @throws SealBroken when the wrapped key does not open */
  async open(id: string): Promise<Buffer> {
    const known = this.keys.get(id);
    if (known) return known;
    const [row] = await this.send(sql`SELECT wrapped FROM data_key WHERE id = ${id}`);
    if (!row) throw new Error('The data key of this record is gone.');
    const key = this.vault.openDataKey(this.country, id, row.wrapped as Buffer);
    this.keys.set(id, key);
    return key;
  }

  /** The values, with those of sealed attributes (which are all text) sealed for the row of this record. */
  async seal(thing: Thing, values: Row, record: Row): Promise<Record<string, unknown>> {
    const result: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      const attribute = attributeOf(thing, name);
      result[name] = value;
      if (!attribute.sealed || typeof value !== 'string') continue;
      const key = await this.open(record.dataKeyId as string);
      const place = { country: this.country, table: thing.table, column: attribute.column, row: record.id as string };
      result[name] = this.vault.seal(key, value, place);
    }
    return result;
  }
}

/** The work remembers the failure of every statement and does not commit after one. */
const toldByWork = (): void => undefined;
