/**
 * A unit of work: everything that one mutation does in its country, in one transaction. Statements are sent in order,
 * and only those whose answer is needed are waited for. The first that fails decides what is answered.
 */
import DataLoader from 'dataloader';
import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import type { Operation } from './audit-event.entity';
import { notFound } from '../base/problem';
import type { ThingRecord } from '../model/record';
import { thingOf, type Constructor, type Thing } from '../model/thing';
import { rowScope, type Use } from '../policy/rights';
import type { RequestContext } from '../base/context';
import type { Actor } from '../base/actor';
import type { CountryCode } from '../base/countries';
import { newId } from './record-id';
import { sql, type Sql } from '../base/sql';
import { Derivations, type Derivation } from './work-end';
import { versionConflict } from './work-errors';
import { WorkKeys } from './work-keys';
import { nobody, together, WorkLedger, type Audience } from './work-ledger';
import { Outbox } from './work-outbox';
import {
  initialOf,
  type ChangeOptions,
  type LoadOptions,
  type NewValues,
  type Values,
  type Where,
} from './work-values';
import {
  ALIAS,
  ID,
  WRAPPED_KEY,
  attributeOf,
  changing,
  equals,
  kindOf,
  locking,
  removal,
  select,
} from './work-statements';

export type { Audience } from './work-ledger';
export type { NewValues, Values, Where } from './work-values';

/** An actor who belongs to a country; only those write. */
export type CountryActor = Actor & { readonly country: CountryCode };

type Row = Readonly<Record<string, unknown>>;

export class Work {
  /** Who may see everything that this unit of work changes; set it first where records do not say it themselves. */
  audience: Audience = nobody;
  readonly country: CountryCode;
  readonly ledger = new WorkLedger();
  /** Attributes, as `table.column`, whose values were drawn by chance. */
  readonly drawn = new Set<string>();
  readonly outbox: Outbox;

  private readonly keys: WorkKeys;
  private readonly locked = new Map<string, ThingRecord>();
  private readonly loaders = new Map<Thing, DataLoader<string, ThingRecord | undefined>>();
  private readonly derivations = new Derivations<Work>();

  constructor(
    readonly ctx: RequestContext,
    readonly actor: CountryActor,
    client: ClientBase,
    /** The mutation that is being done. */
    readonly action: string,
  ) {
    this.country = actor.country;
    this.outbox = new Outbox(client);
    this.keys = new WorkKeys(ctx.app.vault, actor.country, this.outbox);
  }

  /**
   * The record, if the actor may use it so; sealed attributes stay sealed and are left out. What is asked for together
   * to be read, of one kind, is one statement.
   * @throws ProblemError NOT_FOUND (not there or out of reach: the same), VERSION_CONFLICT
   */
  async load<T extends ThingRecord>(target: Constructor<T>, id: string, options: LoadOptions = {}): Promise<T> {
    const { expectedVersion, path = ['id'], right = 'write' } = options;
    const record =
      right === 'read'
        ? ((await this.loaderOf(thingOf(target)).load(id.toLowerCase())) as T | undefined)
        : (await this.reach<T>(thingOf(target), [sql`${ID} = ${id}`], right))[0];
    if (!record) throw notFound(path);
    if (expectedVersion !== undefined && record.version !== expectedVersion) {
      throw versionConflict(expectedVersion, record.version);
    }
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
    void this.outbox.send(statement);
  }

  /** Makes a record; its id is the given one, or a new one. @returns the id */
  async insert<T extends ThingRecord>(
    target: Constructor<T>,
    values: NewValues<T>,
    options?: ChangeOptions,
  ): Promise<string> {
    const [id] = await this.insertAll(target, [values], options);
    return id as string;
  }

  /** Makes several records of a kind. An id that is taken ends in ALREADY_EXISTS. @returns the ids */
  async insertAll<T extends ThingRecord>(
    target: Constructor<T>,
    records: readonly NewValues<T>[],
    options?: ChangeOptions,
  ): Promise<string[]> {
    const thing = thingOf(target);
    const createdById = this.actor.accountId;
    const rows = records.map((values) => ({
      ...initialOf(thing),
      ...given(values),
      id: values.id ?? newId(),
      createdById,
    }));
    for (const row of rows) {
      this.outbox.add(kindOf(thing), [await this.keys.seal(thing, row, row)]);
      this.ledger.make(thing, row);
      this.note('INSERT', thing, row, 1, options);
    }
    return rows.map(({ id }) => id);
  }

  /**
   * Changes a record and brings it up to date. What is undefined stays as it is.
   * @returns the new version
   * @throws ProblemError VERSION_CONFLICT when somebody was faster, which cannot be after a `load` for writing
   */
  async update<T extends ThingRecord>(
    target: Constructor<T>,
    record: T,
    changes: Values<T>,
    options?: ChangeOptions,
  ): Promise<number> {
    const thing = thingOf(target);
    const changed = given(changes);
    const set = await this.keys.seal(thing, changed, fields(record));
    await this.decided(this.outbox.send(changing(thing, record.id, record.version, set)), thing, record);
    const open = Object.entries(changed).filter(([name]) => !attributeOf(thing, name).sealed);
    Object.assign(record, Object.fromEntries(open), { version: record.version + 1 });
    this.ledger.meet(thing, fields(record));
    this.note('UPDATE', thing, fields(record), record.version, options);
    return record.version;
  }

  /** Removes a record of a derived thing. @throws ProblemError VERSION_CONFLICT */
  async remove<T extends ThingRecord>(target: Constructor<T>, record: T, options?: ChangeOptions): Promise<void> {
    const thing = thingOf(target);
    await this.decided(this.outbox.send(removal(thing, record.id, record.version)), thing, record);
    this.note('REMOVE', thing, fields(record), record.version, options);
  }

  /** Makes a data key (one per survivor, or per case without one). @returns its id, for `dataKeyId` */
  newDataKey(): string {
    return this.keys.make();
  }

  /** Says that values of an attribute are drawn by chance: when one is taken, the work is done again with others. */
  draws(thing: Thing, attribute: string): void {
    this.drawn.add(`${thing.table}.${attributeOf(thing, attribute).column}`);
  }

  /** Has something derived at the end. */
  atEnd(derivation: Derivation<Work>, id: string): void {
    this.derivations.ask(derivation, id);
  }

  /** Derives what is to be derived, and looks up who may see what was changed, for the change feed. */
  async finish(): Promise<void> {
    await Promise.all([this.derivations.run(this), this.meetParents()]);
    await this.meetParents();
  }

  /** Looks up the parents that nobody loaded, generation by generation. */
  private async meetParents(): Promise<void> {
    for (let unknown = this.ledger.unknownParents(); unknown.length > 0; unknown = this.ledger.unknownParents()) {
      await Promise.all(
        unknown.map(({ thing, attribute, values }) => this.rows(thing, equals(thing, { [attribute]: values }), false)),
      );
    }
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

  private reach<T extends ThingRecord>(thing: Thing, conditions: readonly Sql[], right: Use): Promise<T[]> {
    const scope = rowScope(this.actor, thing, right, ALIAS);
    return this.rows<T>(thing, [...conditions, scope], right === 'write' && !thing.appendOnly);
  }

  /** A record that we hold locked is one object, however often it is read: no two of one row can go apart. */
  private async rows<T extends ThingRecord>(thing: Thing, conditions: readonly Sql[], lock: boolean): Promise<T[]> {
    const rows = await this.query<Row & { id: string }>(select(thing, conditions, lock));
    return rows.map(({ [WRAPPED_KEY]: wrapped, ...row }) => {
      if (wrapped) this.keys.meet(row.dataKeyId as string, wrapped as Buffer);
      this.ledger.meet(thing, row);
      const name = nameOf(thing, row.id);
      const record = Object.assign(this.locked.get(name) ?? {}, row) as unknown as T;
      if (lock) this.locked.set(name, record);
      return record;
    });
  }

  /** Waits for a change only where it can fail to find its version: the row of a record that we hold cannot have moved. */
  private async decided(answer: Promise<QueryResult>, thing: Thing, record: ThingRecord): Promise<void> {
    if (this.locked.get(nameOf(thing, record.id)) === record) return;
    if ((await answer).rowCount === 1) return;
    const [now] = await this.rows<ThingRecord>(thing, equals(thing, { id: record.id }), false);
    throw now ? versionConflict(record.version, now.version) : notFound(['id']);
  }

  private note(operation: Operation, thing: Thing, row: Row, version: number, options?: ChangeOptions): void {
    this.ledger.record(operation, thing, row, version, together(this.audience, options?.audience ?? nobody));
  }
}

const nameOf = (thing: Thing, id: string): string => `${thing.name} ${id}`;
const fields = (record: ThingRecord): Row => record as unknown as Row;
const given = (values: object): Row =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
