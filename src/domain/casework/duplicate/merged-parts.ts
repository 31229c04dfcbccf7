/** What is known of a survivor whose records become one: what only the other record tells is taken from there. */
import type { SealedRecord, ThingRecord } from '../../../model/record';
import { thingOf, type Constructor } from '../../../model/thing';
import type { Values, Work } from '../../../writing/work';
import { givenBack, isChild, settleAge } from './merged-age';
import { SafeContact, SurvivorIdentity } from '../survivor/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from '../survivor/survivor.entity';
import { markAgain } from './identity-marking';

type Part = ThingRecord & { readonly survivorId: string };
type Text = Record<string, unknown>;

/** Both records of one part, held. */
interface Both<T> {
  readonly kept?: T;
  readonly gone?: T;
}

async function bothOf<T extends Part>(
  work: Work,
  target: Constructor<T>,
  kept: string,
  gone: string,
): Promise<Both<T>> {
  const found = await work.find(target, { survivorId: [kept, gone] } as never, true);
  const of = (id: string): T | undefined => found.find(({ survivorId }) => survivorId === id);
  const [one, other] = [of(kept), of(gone)];
  return { ...(one && { kept: one }), ...(other && { gone: other }) };
}

/** What a part holds of what can be unknown, also what is sealed in it. */
async function knownIn<T extends Part>(work: Work, target: Constructor<T>, record: T): Promise<Text> {
  const thing = thingOf(target);
  const names = [...thing.attributes.values()].filter(({ nullable, hidden }) => nullable && !hidden);
  const values = names.map(async ({ name, sealed }): Promise<[string, unknown]> => [
    name,
    sealed
      ? await work.reveal(target as unknown as Constructor<SealedRecord>, { id: record.id }, name as never)
      : (record as unknown as Text)[name],
  ]);
  return Object.fromEntries((await Promise.all(values)).filter(([, value]) => value !== null));
}

/** What the merging did, so that it can be undone. */
export interface Filled {
  readonly moved: readonly string[];
  readonly filled: readonly string[];
}

const filling: readonly Constructor<Part>[] = [SurvivorDemographics, SurvivorIdentity];
const movable: readonly Constructor<Part>[] = [...filling, SafeContact];
const SWAPPED = 'SafeContact';

/** Fills what is unknown of who stays; a part that is missing altogether goes over as it is. */
export async function fillParts(work: Work, kept: Survivor, gone: Survivor): Promise<Filled> {
  const [moved, filled]: [string[], string[]] = [[], []];
  // Before the parts are one: afterwards the year of the one would speak for the other.
  const child = (await isChild(work, kept)) || (await isChild(work, gone));
  for (const target of movable) {
    const both = await bothOf(work, target, kept.id, gone.id);
    if (!both.gone) continue;
    if (!both.kept) {
      await work.update(target, both.gone, { survivorId: kept.id });
      moved.push(both.gone.id);
    } else if (filling.includes(target)) {
      filled.push(...(await fill(work, target, both.kept, both.gone)));
    }
  }
  if (await swapContact(work, kept.id, gone.id)) filled.push(SWAPPED);
  filled.push(...(await fillSurvivor(work, kept, gone)), ...(await settleAge(work, kept, gone, child)));
  return { moved, filled };
}

async function fill(work: Work, target: Constructor<Part>, kept: Part, gone: Part): Promise<string[]> {
  const [known, other] = await Promise.all([knownIn(work, target, kept), knownIn(work, target, gone)]);
  const added = Object.entries(other).filter(([name]) => known[name] === undefined);
  if (added.length === 0) return [];
  await change(work, target, kept, Object.fromEntries(added));
  return added.map(([name]) => `${target.name}.${name}`);
}

async function change(work: Work, target: Constructor<Part>, record: Part, changes: Text): Promise<void> {
  await work.update(target, record, { ...changes, ...markAgain(work, target, changes) });
}

const ofSurvivor = ['preferredLanguage', 'platformMember'] as const;

async function fillSurvivor(work: Work, kept: Survivor, gone: Survivor): Promise<string[]> {
  const added = ofSurvivor.filter((name) => kept[name] === null && gone[name] !== null);
  if (added.length > 0) await work.update(Survivor, kept, Object.fromEntries(added.map((name) => [name, gone[name]])));
  return added.map((name) => `Survivor.${name}`);
}

/** What was said last of how the person is reached safely counts; the other record keeps what was said before. */
async function swapContact(work: Work, keptId: string, goneId: string): Promise<boolean> {
  const { kept, gone } = await bothOf(work, SafeContact, keptId, goneId);
  if (!kept || !gone || gone.updatedAt <= kept.updatedAt) return false;
  await swap(work, kept, gone);
  return true;
}

async function swap(work: Work, kept: SafeContact, gone: SafeContact): Promise<void> {
  const told = async (record: SafeContact): Promise<Values<SafeContact>> => {
    const text = (name: 'times' | 'note'): Promise<string | null> => work.reveal(SafeContact, { id: record.id }, name);
    const [times, note] = await Promise.all([text('times'), text('note')]);
    return { method: record.method, times, note };
  };
  const [own, other] = await Promise.all([told(kept), told(gone)]);
  await work.update(SafeContact, kept, other);
  await work.update(SafeContact, gone, own);
}

/** Gives back what went over, and takes out what was filled, as far as it is still what the other record says. */
export async function emptyParts(work: Work, kept: Survivor, gone: Survivor, done: Filled): Promise<void> {
  const isDone = (name: string): boolean => done.filled.includes(name);
  await givenBack(work, kept, done.filled);
  for (const target of movable) {
    const both = await bothOf(work, target, kept.id, gone.id);
    if (both.kept && done.moved.includes(both.kept.id)) {
      await work.update(target, both.kept, { survivorId: gone.id });
    } else if (both.kept && both.gone && filling.includes(target)) {
      const [known, other] = await Promise.all([knownIn(work, target, both.kept), knownIn(work, target, both.gone)]);
      const same = Object.keys(known).filter((name) => isDone(`${target.name}.${name}`) && known[name] === other[name]);
      if (same.length > 0) await change(work, target, both.kept, Object.fromEntries(same.map((name) => [name, null])));
    } else if (both.kept && both.gone && isDone(SWAPPED)) {
      await swap(work, both.kept as SafeContact, both.gone as SafeContact);
    }
  }
  const same = ofSurvivor.filter((name) => isDone(`Survivor.${name}`) && kept[name] === gone[name]);
  if (same.length > 0) await work.update(Survivor, kept, Object.fromEntries(same.map((name) => [name, null])));
}
