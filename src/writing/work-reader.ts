/** What a unit of work reads: records that the actor may use, records for guards, and queries of the domain's own. */
import DataLoader from 'dataloader';
import type { ClientBase, QueryResultRow } from 'pg';
import type { Actor } from '../base/actor';
import { dayIn } from '../base/calendar';
import type { RequestContext } from '../base/context';
import type { CountryCode } from '../base/countries';
import { notFound } from '../base/problem';
import type { PieceSeal } from '../base/vault';
import type { Path } from './input';
import { and, column, ident, raw, sql, type Sql } from '../base/sql';
import type { SealedRecord, ThingRecord } from '../model/record';
import { thingOf, type Constructor, type Thing } from '../model/thing';
import { reachable } from '../policy/reach';
import { isLogged, rowScope, seerOf, type Side, type Use } from '../policy/rights';
import type { SystemWrite } from './system-write';
import { NOBODY } from './system-actor';
import { assertStands, assertVersion, notYours, ofAnother, takenOut } from './work-errors';
import { WorkKeys } from './work-keys';
import { WorkLedger } from './work-ledger';
import { Outbox } from './work-outbox';
import { ALIAS, ID, SEALED, WRAPPED_KEY, attributeOf, equals, locking, select } from './work-statements';
import type { LoadOptions, Where } from './work-values';

/** An actor who belongs to a country; only those write. */
export type CountryActor = Actor & { readonly country: CountryCode };

type Row = Readonly<Record<string, unknown>>;

export abstract class WorkReader {
  readonly country: CountryCode;
  readonly ledger = new WorkLedger();
  readonly outbox: Outbox;
  protected readonly keys: WorkKeys;
  protected readonly locked = new Map<string, ThingRecord>();
  /** Sealed values of the records that are held. */
  protected readonly sealed = new Map<string, Readonly<Record<string, Buffer | null>>>();
  private readonly loaders = new Map<Thing, DataLoader<string, ThingRecord | undefined>>();

  /** The country's time zone. */
  readonly timezone: string;

  constructor(
    readonly ctx: RequestContext,
    readonly actor: CountryActor,
    client: ClientBase,
    /** The mutation or the sweep that is being done. */
    readonly action: string,
    /** What it may write though nobody with a right to it acts. */
    protected readonly anyway: readonly SystemWrite[] = [],
  ) {
    this.country = actor.country;
    this.timezone = ctx.app.countries.get(actor.country)?.timezone ?? 'UTC';
    this.outbox = new Outbox(client);
    this.keys = new WorkKeys(ctx.app.vault, actor.country, this.outbox);
  }

  /** Who does it; null where nobody does, since it fell due. */
  get byId(): string | null {
    return this.actor.accountId === NOBODY ? null : this.actor.accountId;
  }

  /** The day that it is in the country, or was at a moment. */
  day(at?: string): string {
    return dayIn(this.timezone, at === undefined ? undefined : new Date(at));
  }

  /**
   * The record, if the actor may use it so; sealed attributes stay sealed and are left out. What is asked for together
   * to be read, of one kind, is one statement.
   * @throws ProblemError NOT_FOUND (not there or out of reach: the same), VERSION_CONFLICT
   */
  async load<T extends ThingRecord>(target: Constructor<T>, id: string, options: LoadOptions = {}): Promise<T> {
    const { expectedVersion, path = ['id'], right = 'write', side } = options;
    const record =
      right === 'read'
        ? ((await this.loaderOf(thingOf(target)).load(id.toLowerCase())) as T | undefined)
        : await this.reachOne<T>(thingOf(target), id, right, side);
    if (!record) throw await this.outOfReach(thingOf(target), id, path, right);
    if (right === 'write' && !options.voided) assertStands(thingOf(target), record, path);
    assertVersion(record, expectedVersion);
    return record;
  }

  /** Who reads a record, and may not change it, is told whose it is; of what is logged when read, nothing is told. */
  private async outOfReach(thing: Thing, id: string, path: Path, right: Use): Promise<Error> {
    if (right === 'read' || isLogged(thing)) return notFound(path);
    const one = sql`${ID} = ${id}`;
    const [read] = await this.reach(thing, [one], 'read', 'either');
    if (!read) return notFound(path);
    if (isOfNone(thing, read)) return notYours(path);
    const [ours] = await this.rows(thing, [one, reachable(thing, ALIAS, ['organisation'], seerOf(this.actor))], false);
    return ours ? notYours(path) : ofAnother(path);
  }

  /**
   * A record that another is to point to: one that the actor reads, and that stands.
   * @throws ProblemError NOT_FOUND, VOIDED
   */
  async linked<T extends ThingRecord>(target: Constructor<T>, id: string, path: Path): Promise<T> {
    const record: T & { readonly voidedAt?: string | null } = await this.load(target, id, { right: 'read', path });
    if (record.voidedAt) throw takenOut(path);
    return record;
  }

  /** Several records in the order of their ids, in one statement; the problem of a missing one has its index in the path. */
  async loadAll<T extends ThingRecord>(
    target: Constructor<T>,
    ids: readonly string[],
    options: LoadOptions = {},
  ): Promise<T[]> {
    const found = await this.reachAll<T>(thingOf(target), ids, options.right ?? 'write');
    return found.map((record, at) => {
      if (!record) throw notFound([...(options.path ?? ['ids']), at]);
      return record;
    });
  }

  /**
   * Records by their attributes whoever's they are: for guards and derived records, never to show or to confirm to
   * the actor. `lock` holds them until the end; one that is held is not read again.
   */
  async find<T extends ThingRecord>(target: Constructor<T>, where: Where<T>, lock = false): Promise<T[]> {
    const thing = thingOf(target);
    const { id, ...others } = where as Row;
    const held = typeof id === 'string' && Object.keys(others).length === 0 && this.locked.get(nameOf(thing, id));
    return held ? [held as T] : this.rows<T>(thing, equals(thing, where), lock && !thing.appendOnly);
  }

  /** Records by their attributes, as far as the actor may change them; held until the end. */
  among<T extends ThingRecord>(target: Constructor<T>, where: Where<T>): Promise<T[]> {
    const thing = thingOf(target);
    return this.reach<T>(thing, equals(thing, where), 'write');
  }

  /**
   * A sealed text, for guards and for what follows from it: never to show, nor to log as read.
   * @returns null where there is no such record, or nothing is in it
   */
  async reveal<T extends SealedRecord>(
    target: Constructor<T>,
    where: Where<T>,
    name: keyof T & string,
  ): Promise<string | null> {
    const thing = thingOf(target);
    const at = column(ALIAS, attributeOf(thing, name).column);
    const [found] = await this.query<{ id: string; key: string; sealed: Buffer }>(
      sql`SELECT ${ID} AS id, ${column(ALIAS, 'data_key_id')} AS key, ${at} AS sealed
          FROM ${ident(thing.table)} ${raw(ALIAS)} WHERE ${and([...equals(thing, where), sql`${at} IS NOT NULL`])}`,
    );
    return found ? this.keys.unseal(thing, name, found) : null;
  }

  /** What seals the pieces of a content of a thing, under a data key. @param row that no other content ever has */
  pieces(target: Constructor<SealedRecord>, dataKeyId: string, row: string): Promise<PieceSeal> {
    return this.keys.pieces(thingOf(target), dataKeyId, row);
  }

  /** Locks records until the end, where this work has not locked or made them itself. Not waited for. */
  hold(target: Constructor, ids: readonly string[]): void {
    const thing = thingOf(target);
    const free = ids.filter((id) => !this.locked.has(nameOf(thing, id)) && !this.ledger.isMade(id));
    if (free.length > 0) this.write(locking(thing, free));
  }

  /** A query of the domain's own. Only reading: what it writes is neither audited nor fed. */
  async query<R extends QueryResultRow>(statement: Sql): Promise<R[]> {
    return (await this.outbox.send<R>(statement)).rows;
  }

  /** A statement whose answer is not needed. What it writes is audited and fed only if the caller notes it in the ledger. */
  write(statement: Sql): void {
    // Not waited for: the outbox keeps a failure, and nothing commits after it.
    void this.outbox.send(statement);
  }

  private loaderOf(thing: Thing): DataLoader<string, ThingRecord | undefined> {
    let found = this.loaders.get(thing);
    if (!found) {
      // No cache: who reads again wants to know what it is by then.
      found = new DataLoader((ids) => this.reachAll(thing, ids, 'read'), { cache: false });
      this.loaders.set(thing, found);
    }
    return found;
  }

  private async reachAll<T extends ThingRecord>(
    thing: Thing,
    ids: readonly string[],
    right: Use,
  ): Promise<(T | undefined)[]> {
    const found = await this.reach<T>(thing, [sql`${ID} = ANY(${ids}::uuid[])`], right);
    const byId = new Map(found.map((record) => [record.id, record]));
    return ids.map((id) => byId.get(id.toLowerCase()));
  }

  /**
   * What a row is held to be open by may change while it is waited for: PostgreSQL then looks at the row anew, and at the
   * rest as it was. A second statement sees all as it is by now.
   */
  private async reachOne<T extends ThingRecord>(
    thing: Thing,
    id: string,
    right: Use,
    side?: Side,
  ): Promise<T | undefined> {
    const ask = (): Promise<T[]> => this.reach<T>(thing, [sql`${ID} = ${id}`], right, side);
    return (await ask())[0] ?? (await ask())[0];
  }

  private reach<T extends ThingRecord>(
    thing: Thing,
    conditions: readonly Sql[],
    right: Use,
    side: Side = 'sent',
  ): Promise<T[]> {
    const scope = rowScope(this.actor, thing, right, ALIAS, { side });
    return this.rows<T>(thing, [...conditions, scope], right === 'write' && !thing.appendOnly);
  }

  /** Keeps sealed values for what is said of a change; they are no part of the record. */
  private apart(thing: Thing, row: Row & { id: string }): Row & { id: string } {
    const values = Object.entries(row);
    const sealed = values.filter(([name]) => name.startsWith(SEALED)).map(([name, value]) => [name.slice(1), value]);
    this.sealed.set(nameOf(thing, row.id), Object.fromEntries(sealed) as Record<string, Buffer | null>);
    return Object.fromEntries(values.filter(([name]) => !name.startsWith(SEALED))) as Row & { id: string };
  }

  /** A record that we hold locked is one object, however often it is read: no two of one row can go apart. */
  protected async rows<T extends ThingRecord>(thing: Thing, conditions: readonly Sql[], lock: boolean): Promise<T[]> {
    const rows = await this.query<Row & { id: string }>(select(thing, conditions, lock));
    return rows.map(({ [WRAPPED_KEY]: wrapped, ...all }) => {
      const row = thing.sealed && lock ? this.apart(thing, all) : all;
      if (wrapped) this.keys.meet(row.dataKeyId as string, wrapped as Buffer);
      this.ledger.meet(thing, row);
      const name = nameOf(thing, row.id);
      const record = Object.assign(this.locked.get(name) ?? {}, row) as unknown as T;
      if (lock) this.locked.set(name, record);
      return record;
    });
  }
}

/** It could be an organisation’s, and is the country's own. */
const isOfNone = ({ reach: { organisation = [], through } }: Thing, row: ThingRecord): boolean =>
  !through && organisation.length > 0 && organisation.every((name) => (row as unknown as Row)[name] === null);

export const nameOf = (thing: Thing, id: string): string => `${thing.name} ${id}`;
