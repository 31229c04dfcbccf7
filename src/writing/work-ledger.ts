/** What a unit of work did: collected while it works, written in one statement before it commits. */
import type { Operation } from './history-entry.entity';
import type { Changed } from './work-history';
import type { Thing } from '../model/thing';
import { raw, sql, type Sql } from '../base/sql';

/** Organisations and accounts that may have seen a record. */
export interface Audience {
  readonly organisations: readonly string[];
  readonly accounts: readonly string[];
}

export const nobody: Audience = { organisations: [], accounts: [] };

/** Everybody of both. */
export const together = (...audiences: readonly Audience[]): Audience => ({
  organisations: [...new Set(audiences.flatMap(({ organisations }) => organisations))],
  accounts: [...new Set(audiences.flatMap(({ accounts }) => accounts))],
});

type Row = Readonly<Record<string, unknown>>;

/** A record as it was at some moment of the unit of work. */
interface Sight {
  readonly thing: Thing;
  readonly row: Row;
}

/** A record, and what happened to it. */
export interface Sighted extends Sight {
  readonly operation: Operation;
}

interface Entry extends Sighted {
  readonly version: number;
  readonly audience: Audience;
  /** What it was before and is after. */
  readonly changed: Changed | undefined;
}

/** The way to the parents that reach goes through: those of `thing` whose `attribute` has this value. */
interface Way {
  readonly thing: Thing;
  readonly attribute: string;
  readonly value: unknown;
}

/** Parents that may not all be met: those of `thing` whose `attribute` has one of these values. */
export interface UnknownParents {
  readonly thing: Thing;
  readonly attribute: string;
  readonly values: unknown[];
}

/** Who did it, by which mutation, in which request, with which idempotency key. */
export interface Doer {
  readonly accountId: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly action: string;
  readonly requestId: string;
  readonly key: string;
}

/** Records of a thing as they were met, found by a value: what many rows hang on is looked for by each of them. */
class Met {
  readonly rows: Row[] = [];
  private readonly indexes = new Map<string, { known: number; readonly rows: Map<unknown, Row[]> }>();

  with(attribute: string, value: unknown): readonly Row[] {
    let index = this.indexes.get(attribute);
    if (!index) this.indexes.set(attribute, (index = { known: 0, rows: new Map() }));
    for (; index.known < this.rows.length; index.known++) {
      const row = this.rows[index.known] as Row;
      const alike = index.rows.get(row[attribute]);
      if (alike) alike.push(row);
      else index.rows.set(row[attribute], [row]);
    }
    return index.rows.get(value) ?? [];
  }
}

export class WorkLedger {
  private readonly entries: Entry[] = [];
  private readonly met = new Map<Thing, Met>();
  private readonly asked = new Set<string>();
  private readonly made = new Set<unknown>();
  private readonly others = new Map<unknown, string[]>();

  /** Remembers a record as it is now: who sees it sees its children. */
  meet(thing: Thing, row: Row): void {
    const met = this.met.get(thing) ?? new Met();
    this.met.set(thing, met);
    met.rows.push({ ...row });
  }

  /** Remembers a record that is made: nobody but this unit of work can refer to it yet. */
  make(thing: Thing, row: Row): void {
    this.made.add(row.id);
    this.meet(thing, row);
  }

  /** Ids of the records of things whose reach names others, by the thing: all that were met. */
  get metByOthers(): readonly { readonly thing: Thing; readonly ids: readonly string[] }[] {
    const named = [...this.met].filter(([{ reach }]) => reach.others);
    return named.map(([thing, { rows }]) => ({ thing, ids: [...new Set(rows.map(({ id }) => id as string))] }));
  }

  /** Remembers that an account sees a record as its own, though no attribute says so. */
  meetOther(id: string, account: string): void {
    this.others.set(id, [...(this.others.get(id) ?? []), account]);
  }

  /** Records that were made or changed, in the order in which that was done. */
  get written(): readonly Sight[] {
    return this.entries;
  }

  isMade(id: string): boolean {
    return this.made.has(id);
  }

  /** Notes what happened to a record that was met; `audience` is who may have seen it beyond what it says itself. */
  record(operation: Operation, thing: Thing, row: Row, version: number, audience: Audience, changed?: Changed): void {
    this.entries.push({ operation, thing, row: { ...row }, version, audience, changed });
  }

  /** Everything that was noted so far. */
  noted(): readonly Sighted[] {
    return [...this.entries];
  }

  /** What must be looked up, so that the audience of everything noted is known. Asks for each once. */
  unknownParents(): UnknownParents[] {
    const found = new Map<string, UnknownParents>();
    const visit = (sight: Sight): void => {
      const way = parentsOf(sight);
      if (!way) return;
      const { thing, attribute, value } = way;
      const known = this.parents(way);
      const kind = `${thing.name} ${attribute}`;
      const name = `${kind} ${String(value)}`;
      const complete = this.made.has(value) || (attribute === 'id' && known.length > 0);
      if (!complete && !this.asked.has(name)) {
        const parents = found.get(kind) ?? { thing, attribute, values: [] };
        parents.values.push(value);
        found.set(kind, parents);
      }
      this.asked.add(name);
      known.forEach(visit);
    };
    this.entries.forEach(visit);
    return [...found.values()];
  }

  /** Audit trail, change feed and the idempotency record's result: one statement, whatever their number. */
  statement(doer: Doer, resultId: string): Sql {
    const changes = JSON.stringify(this.entries.map((entry) => this.toJson(entry)));
    const isChanging = this.entries.some(({ changed }) => changed);
    return sql`
      WITH change AS (
        SELECT * FROM jsonb_to_recordset(${changes}::jsonb) AS c(entity text, record_id uuid, version int,
          operation text, data_class text, organisations uuid[], accounts uuid[], id uuid, data_key_id uuid, open text,
          sealed bytea, links text[])
      ), audited AS (
        INSERT INTO audit_event (id, at, actor_id, actor_role, organisation_id, action, operation, entity, record_id,
          version, data_classes, request_id)
        SELECT coalesce(id, gen_random_uuid()), now(), ${doer.accountId}::uuid, ${doer.role}, ${doer.organisationId}::uuid,
          ${doer.action}, operation, entity, record_id, version, ARRAY[data_class], ${doer.requestId} FROM change
      ), fed AS (
        INSERT INTO change_entry (at, entity, record_id, version, operation, data_class, organisations, accounts)
        SELECT now(), entity, record_id, version, operation, data_class, organisations, accounts FROM change
      )${isChanging ? kept : raw('')}
      UPDATE idempotency_record SET result_id = ${resultId}::uuid
      WHERE account_id = ${doer.accountId}::uuid AND key = ${doer.key}`;
  }

  /** Who the record's own columns name, before and after, and who its parents' do. */
  private audienceOf({ thing, row }: Sight): Audience {
    const sights = this.met.get(thing)?.with('id', row.id) ?? [];
    const way = parentsOf({ thing, row });
    const above = way ? this.parents(way).map((parent) => this.audienceOf(parent)) : [];
    const others = { organisations: [], accounts: this.others.get(row.id) ?? [] };
    return together(...sights.map((sight) => namedBy(thing, sight)), others, ...above);
  }

  private parents({ thing, attribute, value }: Way): Sight[] {
    return (this.met.get(thing)?.with(attribute, value) ?? []).map((row) => ({ thing, row }));
  }

  private toJson(entry: Entry): object {
    return {
      entity: entry.thing.name,
      record_id: entry.row.id,
      version: entry.version,
      operation: entry.operation,
      data_class: entry.thing.dataClass,
      ...together(entry.audience, this.audienceOf(entry)),
      ...entry.changed,
    };
  }
}

/** Values stand apart from the trail, which holds none. */
const kept = raw(`, kept AS (
        INSERT INTO record_change (id, data_key_id, open, sealed, links)
        SELECT id, data_key_id, open, sealed, links FROM change WHERE id IS NOT NULL
      )`);

function parentsOf({ thing, row }: Sight): Way | undefined {
  const { through } = thing.reach;
  const value = through && row[through.local];
  return through && value ? { thing: through.thing, attribute: through.foreign, value } : undefined;
}

const namedBy = ({ reach }: Thing, row: Row): Audience => ({
  accounts: ids(row, [...(reach.own ?? []), ...(reach.named ?? [])]),
  organisations: ids(row, [...(reach.organisation ?? []), ...(reach.partners ?? [])]),
});

const ids = (row: Row, names: readonly string[]): string[] =>
  names.map((name) => row[name]).filter((id): id is string => typeof id === 'string');
