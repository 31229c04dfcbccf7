/** What the things of the movement have in common: groups that are told as a whole, days, and what cannot be taken out yet. */
import { problem } from '../../base/problem';
import type { Constructor } from '../../model/thing';
import type { ThingRecord } from '../../model/record';
import { InputCheck, type Path } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import type { NewValues, Values, Where, Work } from '../../writing/work';

/** Refuses days that are still to come. */
export function assertPast(work: Work, days: Readonly<Record<string, string | null | undefined>>): void {
  const check = new InputCheck();
  for (const [name, day] of Object.entries(days)) notTomorrow(check, day, work.day(), [name]);
  check.done();
}

/** Whatever hangs on a record would be left without it. @throws ProblemError */
export function assertBare(hanging: readonly (readonly ThingRecord[])[]): void {
  if (hanging.every(({ length }) => length === 0)) return;
  throw problem(
    'STILL_IN_USE',
    'Other records hang on it. Take those out first.',
    'Há outros registos ligados a este. Retire-os primeiro.',
  );
}

interface Group extends ThingRecord {
  voidedAt: string | null;
}

/** Keeps groups as they are told: each that is held is brought up to date, none stays that is not told. */
export async function keepAsTold<T extends Group>(
  work: Work,
  target: Constructor<T>,
  of: Where<T>,
  told: ReadonlyMap<string, Values<T>>,
  keyOf: (group: T) => string,
): Promise<void> {
  const held = await work.find(target, of, true);
  const fresh = new Map(told);
  for (const group of held) {
    const values = told.get(keyOf(group));
    fresh.delete(keyOf(group));
    if (values) await work.update(target, group, { ...values, voidedAt: null });
    else if (!group.voidedAt) await work.update(target, group, { voidedAt: now() } as Values<T>);
  }
  await work.insertAll(
    target,
    [...fresh.values()].map((values) => ({ ...values, ...of }) as NewValues<T>),
  );
}

/** Sorts groups by their code; the second of a code is refused. */
export function byCode<V>(
  check: InputCheck,
  groups: readonly V[],
  codeOf: (group: V) => string,
  placeOf: (at: number) => Path,
): ReadonlyMap<string, V> {
  const found = new Map<string, V>();
  groups.forEach((group, at) => {
    if (found.has(codeOf(group))) {
      check.refuse(placeOf(at), { en: 'This one is told twice.', pt: 'Este está indicado duas vezes.' });
    }
    found.set(codeOf(group), group);
  });
  return found;
}
