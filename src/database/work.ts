/**
 * A unit of work: everything that one mutation does in its country, in one transaction. Statements are sent at once
 * and in order; only those whose answer is needed are waited for. The first that fails decides what is answered.
 */
import type { ClientBase, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Operation } from '../feature/audit/audit-event.entity';
import { notFound } from '../graph/problem';
import type { ThingRecord } from '../graph/record';
import { thingOf, type Constructor, type Thing } from '../graph/thing';
import { rowScope, type Use } from '../policy/rights';
import type { Actor, RequestContext } from '../server/context';
import type { CountryCode } from './countries';
import { newId } from './record-id';
import { sql, type Sql } from './sql';
import { versionConflict } from './work-errors';
import { WorkKeys } from './work-keys';
import { nobody, together, WorkLedger, type Audience } from './work-ledger';
import { ALIAS, ID, attributeOf, changing, equals, insertion, prepared, removal, select } from './work-statements';

export type { Audience } from './work-ledger';

/** An actor who belongs to a country; only those write. */
export type CountryActor = Actor & { readonly country: CountryCode };

/** What the unit of work itself writes; a new record may bring its own id. */
type Kept = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'createdById';
export type Values<T> = Partial<Omit<T, Kept>>;
export type NewValues<T> = Values<T> & { readonly id?: string };

/** Values of attributes; a list means any of them, null means none. */
export type Where<T> = { readonly [K in keyof T]?: T[K] | readonly T[K][] | null };

type Row = Readonly<Record<string, unknown>>;

export interface LoadOptions {
  /** The version that the caller has seen. */
  readonly expectedVersion?: number;
  /** Where in the input the id stands, for the problem. */
  readonly path?: readonly (string | number)[];
  /** Default `write`, which also locks the row until the end. */
  readonly right?: Use;
}

interface ChangeOptions {
  /** Who else may see it, beyond what the record, its parent and `work.audience` say. */
  readonly audience?: Audience;
}

export class Work {
  /** Who may see everything that this unit of work changes; set it first where records do not say it themselves. */
  audience: Audience = nobody;
  readonly country: CountryCode;
  readonly ledger = new WorkLedger();
  /** The first statement that failed; what fails after it fails because of it. */
  failure: unknown;

  private readonly keys: WorkKeys;
  private readonly locked = new Map<string, object>();

  constructor(
    readonly ctx: RequestContext,
    readonly actor: CountryActor,
    /** For queries that TypeORM builds; what it executes itself is neither audited nor fed. */
    readonly manager: EntityManager,
    private readonly client: ClientBase,
  ) {
    this.country = actor.country;
    this.keys = new WorkKeys(ctx.app.vault, actor.country, (statement) => this.query(statement));
  }

  /**
   * The record, if the actor may use it so; sealed attributes stay sealed and are left out.
   * @throws ProblemError NOT_FOUND (not there or out of reach: the same), VERSION_CONFLICT
   */
  async load<T extends ThingRecord>(target: Constructor<T>, id: string, options: LoadOptions = {}): Promise<T> {
    const { expectedVersion, path = ['id'] } = options;
    const [record] = await this.reach(target, [sql`${ID} = ${id}`], options.right ?? 'write');
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
    const found = await this.reach(target, [sql`${ID} = ANY(${ids}::uuid[])`], options.right ?? 'write');
    const byId = new Map(found.map((record) => [record.id, record]));
    return ids.map((id, at) => {
      const record = byId.get(id.toLowerCase());
      if (!record) throw notFound([...(options.path ?? ['ids']), at]);
      return record;
    });
  }

  /**
   * Records by their attributes whoever's they are: for guards and derived records, never to show or to confirm to
   * the actor. `lock` holds them until the end.
   */
  async find<T extends ThingRecord>(target: Constructor<T>, where: Where<T>, lock = false): Promise<T[]> {
    const thing = thingOf(target);
    return this.rows<T>(thing, equals(thing, where), lock && !thing.appendOnly);
  }

  /** A query of the domain's own. Only reading: what it writes is neither audited nor fed. */
  async query<R extends QueryResultRow>(statement: Sql): Promise<R[]> {
    return (await this.send<R>(prepared(statement))).rows;
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

  /** Makes several records of a kind in one statement. An id that is taken ends in ALREADY_EXISTS. @returns the ids */
  async insertAll<T extends ThingRecord>(
    target: Constructor<T>,
    records: readonly NewValues<T>[],
    options?: ChangeOptions,
  ): Promise<string[]> {
    if (records.length === 0) return [];
    const thing = thingOf(target);
    const createdById = this.actor.accountId;
    const rows = records.map((values) => ({ ...values, id: values.id ?? newId(), createdById }));
    const sealed: Row[] = [];
    for (const row of rows) sealed.push({ ...(await this.keys.seal(thing, row, row)), ...firstVersion });
    void this.send(insertion(this.manager, thing, sealed));
    for (const row of rows) {
      this.ledger.meet(thing, row);
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
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const set = await this.keys.seal(thing, given, fields(record));
    await this.decided(this.send(changing(this.manager, thing, record.id, record.version, set)), thing, record);
    const open = Object.entries(given).filter(([name]) => !attributeOf(thing, name).sealed);
    Object.assign(record, Object.fromEntries(open), { version: record.version + 1 });
    this.ledger.meet(thing, fields(record));
    this.note('UPDATE', thing, fields(record), record.version, options);
    return record.version;
  }

  /** Removes a record of a derived thing. @throws ProblemError VERSION_CONFLICT */
  async remove<T extends ThingRecord>(target: Constructor<T>, record: T, options?: ChangeOptions): Promise<void> {
    const thing = thingOf(target);
    await this.decided(this.send(prepared(removal(thing, record.id, record.version))), thing, record);
    this.note('REMOVE', thing, fields(record), record.version, options);
  }

  /** Makes a data key (one per survivor, or per case without one). @returns its id, for `dataKeyId` */
  newDataKey(): string {
    return this.keys.make();
  }

  /** Looks up the parents that nobody loaded, so that the change feed knows who may see what was changed below them. */
  async meetParents(): Promise<void> {
    for (let unknown = this.ledger.unknownParents(); unknown.length > 0; unknown = this.ledger.unknownParents()) {
      await Promise.all(
        unknown.map((way) => this.rows(way.thing, equals(way.thing, { [way.attribute]: way.value }), false)),
      );
    }
  }

  private reach<T extends ThingRecord>(target: Constructor<T>, conditions: readonly Sql[], right: Use): Promise<T[]> {
    const thing = thingOf(target);
    const scope = rowScope(this.actor, thing, right, ALIAS);
    return this.rows<T>(thing, [...conditions, scope], right === 'write' && !thing.appendOnly);
  }

  /** A record that we hold locked is one object, however often it is read: no two of one row can go apart. */
  private async rows<T extends ThingRecord>(thing: Thing, conditions: readonly Sql[], lock: boolean): Promise<T[]> {
    const rows = await this.query<Row & { id: string }>(select(thing, conditions, lock));
    return rows.map((row) => {
      this.ledger.meet(thing, row);
      const name = nameOf(thing, row.id);
      const record = Object.assign(this.locked.get(name) ?? {}, row);
      if (lock) this.locked.set(name, record);
      return record as unknown as T;
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

  /** Sends a statement after all that were sent before. Nobody has to wait for it: nothing commits after a failure. */
  private send<R extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<R>> {
    const answer = this.client.query<R>(statement);
    answer.catch((error: unknown) => (this.failure ??= error));
    return answer;
  }
}

const now = (): string => 'now()';
const firstVersion = { version: 1, createdAt: now, updatedAt: now };
const nameOf = (thing: Thing, id: string): string => `${thing.name} ${id}`;
const fields = (record: ThingRecord): Row => record as unknown as Row;
