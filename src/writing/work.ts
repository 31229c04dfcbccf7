/**
 * A unit of work: everything that one mutation does in its country, in one transaction. Statements are sent in order,
 * and only those whose answer is needed are waited for. The first that fails decides what is answered.
 */
import type { QueryResult } from 'pg';
import { notFound } from '../base/problem';
import type { ThingRecord } from '../model/record';
import { thingOf, type Constructor, type Thing } from '../model/thing';
import { ForbiddenError } from '../policy/denial';
import { mayUse, rolesThatMay } from '../policy/rights';
import type { Operation } from './history-entry.entity';
import { newId } from './record-id';
import { Derivations, type Derivation } from './work-end';
import { destruction, erasedAmong, erasure } from './work-erasing';
import { ErasedId, versionConflict } from './work-errors';
import { Gatherings } from './work-gather';
import { changeOf, type Changed } from './work-history';
import { nobody, together, type Audience } from './work-ledger';
import { nameOf, WorkReader } from './work-reader';
import { attributeOf, changing, equals, kindOf, removal } from './work-statements';
import { initialOf, type ChangeOptions, type NewValues, type Values } from './work-values';

export type { Audience } from './work-ledger';
export type { CountryActor } from './work-reader';
export type { NewValues, Values, Where } from './work-values';

type Row = Readonly<Record<string, unknown>>;

export class Work extends WorkReader {
  /** Who may see everything that this unit of work changes; set it first where records do not say it themselves. */
  audience: Audience = nobody;
  /** Attributes, as `table.column`, whose values were drawn by chance. */
  readonly drawn = new Set<string>();

  private readonly derivations = new Derivations<Work>();
  /** Of new records whose ids clients made. */
  private readonly givenIds = new Map<string, Thing>();

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
    this.admit(thing, options);
    const createdById = this.byId;
    const rows = records.map((values) => ({
      ...initialOf(thing),
      ...given(values),
      id: values.id ?? newId(),
      createdById,
    }));
    for (const row of rows) {
      this.outbox.add(kindOf(thing), [await this.keys.seal(thing, row, row)]);
      if (thing.erased && records.some(({ id }) => id === row.id)) this.givenIds.set(row.id, thing);
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
    this.admit(thing, options);
    const changed = given(changes);
    const history = await changeOf(this.keys, thing, fields(record), changed, () => this.sealedOf(thing, record));
    const set = await this.keys.seal(thing, changed, fields(record));
    await this.decided(this.outbox.send(changing(thing, record.id, record.version, set)), thing, record);
    const open = Object.entries(changed).filter(([name]) => !attributeOf(thing, name).sealed);
    this.sealed.delete(nameOf(thing, record.id));
    Object.assign(record, Object.fromEntries(open), { version: record.version + 1 });
    this.ledger.meet(thing, fields(record));
    this.note('UPDATE', thing, fields(record), record.version, options, history);
    return record.version;
  }

  /** Removes a record of a derived thing. @throws ProblemError VERSION_CONFLICT */
  async remove<T extends ThingRecord>(target: Constructor<T>, record: T, options?: ChangeOptions): Promise<void> {
    const thing = thingOf(target);
    this.admit(thing, options);
    await this.decided(this.outbox.send(removal(thing, record.id, record.version)), thing, record);
    this.note('REMOVE', thing, fields(record), record.version, options);
  }

  /** Removes records for good, held before or nobody's to change; who did it stands in the trail, what they held nowhere. */
  erase<T extends ThingRecord>(target: Constructor<T>, records: readonly T[], options?: ChangeOptions): void {
    const thing = thingOf(target);
    this.admit(thing, options);
    if (records.length === 0) return;
    for (const record of records) {
      this.ledger.meet(thing, fields(record));
      this.note('REMOVE', thing, fields(record), record.version, options);
    }
    for (const statement of erasure(
      thing,
      records.map(({ id }) => id),
    ))
      this.write(statement);
  }

  /** Destroys data keys: nothing that they sealed is read any more. Those on a server of their own follow (`destroyKeys`). */
  destroyKeys(ids: readonly string[]): void {
    if (ids.length > 0) for (const statement of destruction(ids)) this.write(statement);
  }

  /** Makes a data key (one per survivor, or per case without one). @returns its id, for `dataKeyId` */
  newDataKey(): string {
    return this.keys.make();
  }

  /** Says that values of an attribute are drawn by chance: when one is taken, the work is done again with others. */
  draws(thing: Thing, attribute: string): void {
    this.drawn.add(`${thing.table}.${attributeOf(thing, attribute).column}`);
  }

  /** @throws ErasedId where a client gave a new record the id of one that was erased */
  private async assertNotErased(): Promise<void> {
    if (this.givenIds.size === 0) return;
    const [erased] = (await this.outbox.send<{ id: string }>(erasedAmong([...this.givenIds.keys()]))).rows;
    const thing = erased && this.givenIds.get(erased.id);
    if (erased && thing) throw new ErasedId({ table: thing.table, id: erased.id });
  }

  /** Has something derived at the end. */
  atEnd(derivation: Derivation<Work>, id: string): void {
    this.derivations.ask(derivation, id);
  }

  /** Derives what is to be derived, looks up who may see what was changed, for the change feed, and keeps keys that stand apart. */
  async finish(): Promise<void> {
    await Promise.all([this.assertNotErased(), this.derivations.run(this), this.meetParents()]);
    await gatherings.run(this, this.ledger.noted());
    await this.meetParents();
    await this.meetOthers();
    await this.keys.keep();
  }

  /** Looks up the parents that nobody loaded, generation by generation. */
  private async meetParents(): Promise<void> {
    for (let unknown = this.ledger.unknownParents(); unknown.length > 0; unknown = this.ledger.unknownParents()) {
      await Promise.all(
        unknown.map(({ thing, attribute, values }) => this.rows(thing, equals(thing, { [attribute]: values }), false)),
      );
    }
  }

  /** Looks up who sees records as their own though these do not say so. */
  private async meetOthers(): Promise<void> {
    for (const { thing, ids } of this.ledger.metByOthers) {
      const { others } = thing.reach;
      if (!others) continue;
      const found = await this.query<{ id: string; account: string }>(others(ids));
      for (const { id, account } of found) this.ledger.meetOther(id, account);
    }
  }

  /** Waits for a change only where it can fail to find its version: the row of a record that we hold cannot have moved. */
  private async decided(answer: Promise<QueryResult>, thing: Thing, record: ThingRecord): Promise<void> {
    if (this.locked.get(nameOf(thing, record.id)) === record) return;
    if ((await answer).rowCount === 1) return;
    const [now] = await this.rows<ThingRecord>(thing, equals(thing, { id: record.id }), false);
    throw now ? versionConflict(record.version, now.version) : notFound(['id']);
  }

  /**
   * Lets a write through that the actor's role has a right to, or that is declared to be made whoever acts.
   * @throws ForbiddenError
   */
  admit(thing: Thing, { as }: ChangeOptions = {}): void {
    const { dataClass, name } = thing;
    if (as) {
      if (as.thing === thing) return;
      throw new Error(`${name} is written as what is declared for ${as.thing.name}`);
    }
    if (mayUse(this.actor.role, dataClass, 'write') || this.anyway.some((write) => write.thing === thing)) return;
    throw new ForbiddenError({ coordinate: name, dataClass, readableBy: rolesThatMay('write', dataClass) });
  }

  /** The sealed values of a record as they stand: they came with it where it was loaded to be changed. */
  private async sealedOf(thing: Thing, { id }: ThingRecord): Promise<Readonly<Record<string, Buffer | null>>> {
    const name = nameOf(thing, id);
    if (!this.sealed.has(name)) await this.rows(thing, equals(thing, { id }), true);
    return this.sealed.get(name) ?? {};
  }

  private note(
    operation: Operation,
    thing: Thing,
    row: Row,
    version: number,
    options?: ChangeOptions,
    changed?: Changed,
  ): void {
    const audience = together(this.audience, options?.audience ?? nobody);
    this.ledger.record(operation, thing, row, version, audience, changed);
  }
}

/** To be declared where what is gathered is known. */
export const gatherings = new Gatherings<Work>();

const fields = (record: ThingRecord): Row => record as unknown as Row;
const given = (values: object): Row =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
