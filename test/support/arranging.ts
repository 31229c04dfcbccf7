/** Records that a test puts there for others to act on, whoever may write them. */
import type { ThingRecord } from '../../src/model/record';
import type { Constructor } from '../../src/model/thing';
import { asSystem, type SystemWrite } from '../../src/writing/system-write';
import type { NewValues, Work } from '../../src/writing/work';
import type { ChangeOptions } from '../../src/writing/work-values';

const arranged = new Map<Constructor, SystemWrite>();

export function arranging(target: Constructor): ChangeOptions {
  let as = arranged.get(target);
  if (!as) arranged.set(target, (as = asSystem(target, 'A test arranges it.')));
  return { as };
}

export const put = <T extends ThingRecord>(work: Work, target: Constructor<T>, values: NewValues<T>): Promise<string> =>
  work.insert(target, values, arranging(target));
