/** The data keys of a unit of work: made or unwrapped once each, and what is sealed with them. */
import type { NewDataKey, PieceSeal, SealedPlace, Vault } from '../base/vault';
import type { Thing } from '../model/thing';
import type { CountryCode } from '../base/countries';
import { sql } from '../base/sql';
import type { Outbox } from './work-outbox';
import { attributeOf, jsonOf, type Kind } from './work-statements';

type Row = Readonly<Record<string, unknown>>;

const dataKeys: Kind = {
  table: 'data_key',
  insertion: (rows) => sql`
    INSERT INTO data_key (id, wrapped, created_at)
    SELECT id, wrapped, now() FROM json_to_recordset(${JSON.stringify(rows)}::json) AS v(id uuid, wrapped bytea)`,
};

/** A value of a sealed attribute as its row has it: of which row, and under which data key. */
export interface SealedValue {
  readonly id: string;
  readonly key: string;
  readonly sealed: Buffer;
}

export class WorkKeys {
  private readonly keys = new Map<string, Buffer>();
  private readonly wrapped = new Map<string, Buffer>();
  private readonly made: NewDataKey[] = [];

  constructor(
    private readonly vault: Vault,
    private readonly country: CountryCode,
    private readonly outbox: Outbox,
  ) {}

  /** Makes a data key. @returns the key's id */
  make(): string {
    const made = this.vault.newDataKey(this.country);
    if (this.vault.apart) this.made.push(made);
    else this.outbox.add(dataKeys, [{ id: made.id, wrapped: jsonOf(made.wrapped) }]);
    this.keys.set(made.id, made.key);
    return made.id;
  }

  /**
   * Before the work is committed: keys that stand apart are kept first, so that nothing is ever sealed with one that is
   * nowhere. One whose work fails after that opens nothing.
   */
  async keep(): Promise<void> {
    if (this.vault.apart && this.made.length > 0) await this.vault.apart.keep(this.country, this.made);
  }

  /** Remembers a wrapped key that came with a record; most are never needed. */
  meet(id: string, wrapped: Buffer): void {
    this.wrapped.set(id, wrapped);
  }

  /** @throws SealBroken when the wrapped key does not open */
  async open(id: string): Promise<Buffer> {
    const known = this.keys.get(id);
    if (known) return known;
    const key = (await this.fetched(id)) ?? this.vault.openDataKey(this.country, id, await this.read(id));
    this.keys.set(id, key);
    return key;
  }

  /** From where keys stand apart, unless it came with its record. @throws SealBroken */
  private async fetched(id: string): Promise<Buffer | undefined> {
    if (!this.vault.apart || this.wrapped.has(id)) return undefined;
    const found = (await this.vault.apart.open(this.country, [id])).get(id);
    if (found instanceof Error) throw found;
    return found;
  }

  /** The values, with those of sealed attributes (which are all text) sealed for the row of this record. */
  async seal(thing: Thing, values: Row, record: Row): Promise<Record<string, unknown>> {
    const result: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      const attribute = attributeOf(thing, name);
      result[name] = value;
      if (!attribute.sealed || typeof value !== 'string') continue;
      const key = await this.open(record.dataKeyId as string);
      result[name] = this.vault.seal(key, value, this.placeOf(thing, name, record.id as string));
    }
    return result;
  }

  /** The text of a sealed attribute. @throws SealBroken */
  async unseal(thing: Thing, name: string, { id, key, sealed }: SealedValue): Promise<string> {
    return this.vault.open(await this.open(key), sealed, this.placeOf(thing, name, id));
  }

  /** What seals the pieces of a content of this row (`Vault.pieces`). */
  async pieces({ table }: Thing, key: string, row: string): Promise<PieceSeal> {
    return this.vault.pieces(await this.open(key), { country: this.country, table, column: 'content', row });
  }

  private placeOf = (thing: Thing, name: string, row: string): SealedPlace => ({
    country: this.country,
    table: thing.table,
    column: attributeOf(thing, name).column,
    row,
  });

  private async read(id: string): Promise<Buffer> {
    const met = this.wrapped.get(id);
    if (met) return met;
    const { rows } = await this.outbox.send<{ wrapped: Buffer }>(sql`SELECT wrapped FROM data_key WHERE id = ${id}`);
    if (!rows[0]) throw new Error('The data key of this record is gone.');
    return rows[0].wrapped;
  }
}
