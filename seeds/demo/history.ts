/** The history of records, as the API writes it down: who did what, and the values before and after of what was changed. */
import { thingOf, type Constructor } from '../../src/model/thing';
import type { ThingRecord } from '../../src/model/record';
import { HistoryEntry, RecordChange, type Operation } from '../../src/writing/history-entry.entity';
import { differenceOf } from '../../src/writing/work-history';
import { attributeOf } from '../../src/writing/work-statements';
import type { Batch, Row } from './batch';
import { instant } from './calendar';
import type { Random } from './random';
import type { Colleague } from './world';

/** What somebody does in one go: all of it has one request. */
export interface Doing {
  readonly random: Random;
  readonly batch: Batch;
  readonly by: Colleague;
  readonly organisationId: string;
  /** Name of the mutation. */
  readonly action: string;
  readonly at: number;
  readonly requestId: string;
}

export const doing = (
  random: Random,
  batch: Batch,
  did: Pick<Doing, 'by' | 'organisationId' | 'action' | 'at'>,
): Doing => ({ random, batch, ...did, requestId: random.id(did.at) });

/** That a record was made. */
export function tellMaking<T extends ThingRecord>(did: Doing, target: Constructor<T>, row: Row<T>): void {
  addEntry(did, target, row, 'INSERT', 1, did.random.id(did.at));
}

/** Changes a record that nobody has changed since it was made: from the values before to those that it is told with. */
export function tellChange<T extends ThingRecord>(
  did: Doing,
  target: Constructor<T>,
  row: Row<T>,
  before: Partial<Row<T>> = {},
): void {
  const thing = thingOf(target);
  const shown = Object.keys(before).map((name) => attributeOf(thing, name));
  const after = Object.fromEntries(shown.map(({ name }) => [name, (row as never)[name]]));
  Object.assign(row, { version: row.version + 1, updatedAt: instant(did.at) });
  const id = did.random.id(did.at);
  addEntry(did, target, row, 'UPDATE', row.version, id);
  const difference = differenceOf(shown, before, after);
  if (!difference) return;
  const { text, links } = difference;
  const { dataKeyId = null } = row as { dataKeyId?: string };
  const values = thing.sealed ? { dataKeyId, open: null, sealed: text } : { dataKeyId: null, open: text, sealed: null };
  did.batch.note(RecordChange, { id, ...values, links: [...links] });
}

function addEntry(
  { batch, by, organisationId, action, at, requestId }: Doing,
  target: Constructor<ThingRecord>,
  { id: recordId }: Pick<ThingRecord, 'id'>,
  operation: Operation,
  version: number,
  id: string,
): void {
  const { name, dataClass } = thingOf(target);
  batch.note(HistoryEntry, {
    id,
    at: instant(at),
    actorId: by.id,
    actorRole: by.role,
    organisationId,
    action,
    operation,
    entity: name,
    recordId,
    version,
    dataClasses: [dataClass],
    requestId,
  });
}
