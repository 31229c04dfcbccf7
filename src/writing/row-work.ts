/**
 * A unit of work as one of many rows has it that share its transaction: what the row makes is noted, and what it is done as
 * is the row's own; everything else is the same.
 */
import { thingOf, type Constructor } from '../model/thing';
import { nobody } from './work-ledger';
import { DATA_KEY } from './work-erasing';
import type { Work } from './work';

/** Everything that a row made, as `[type, id]` in that order. */
export type Made = readonly (readonly [string, string])[];

export interface RowWork {
  readonly work: Work;
  readonly made: Made;
}

/** @param action as which the row is done: lifecycles ask for it */
export function rowWork(whole: Work, action: string): RowWork {
  const made: [string, string][] = [];
  const own = { writable: true, configurable: true };
  const insertAll: Work['insertAll'] = async function (this: Work, target, records, options) {
    const ids = await whole.insertAll.call(this, target as Constructor<never>, records as never, options);
    const { name } = thingOf(target);
    made.push(...ids.map((id): [string, string] => [name, id]));
    return ids;
  };
  const newDataKey: Work['newDataKey'] = () => {
    const id = whole.newDataKey();
    made.push([DATA_KEY, id]);
    return id;
  };
  const work = Object.create(whole, {
    action: { ...own, value: action },
    audience: { ...own, value: nobody },
    insertAll: { ...own, value: insertAll },
    newDataKey: { ...own, value: newDataKey },
  }) as Work;
  return { work, made };
}
