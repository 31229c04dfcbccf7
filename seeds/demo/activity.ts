/** Who organises what is no case: trainings and advocacy. */
import { mayUse } from '../../src/policy/rights';
import type { Story } from './story';
import type { ThingRecord } from '../../src/model/record';
import type { Constructor } from '../../src/model/thing';
import type { Row } from './batch';
import { DAY, HOUR } from './calendar';
import { doing, tellChange, tellMaking } from './history';
import { Random } from './random';
import type { Colleague, Team } from './world';

/** An organisation, and somebody of it who may record its activities. */
export function drawOrganiser({ random, world }: Story): { readonly team: Team; readonly by: Colleague } {
  const team = random.pickEarly(world.partners);
  const firsts = [...team.staff.values()].flatMap(([first]) => (first ? [first] : []));
  return { team, by: random.pick(firsts.filter(({ role }) => mayUse(role, 'ACTIVITY', 'write'))) };
}

interface Mistake<T extends ThingRecord> {
  /** Who made it, and puts it right. */
  readonly by: Colleague;
  readonly organisationId: string;
  /** The mutations that made it and that put it right. */
  readonly actions: readonly [made: string, corrected: string];
  readonly before: Partial<Row<T>>;
}

/** Every third one that nobody has changed was recorded wrongly, and put right within two days. */
export function putRight<T extends ThingRecord>(
  story: Story,
  target: Constructor<T>,
  row: Row<T>,
  { by, organisationId, actions: [making, correcting], before }: Mistake<T>,
): void {
  if (row.version !== 1 || story.count(`changed ${target.name}`) % 3 !== 0) return;
  const { batch } = story;
  const random = new Random(`put right ${row.id}`);
  const at = Date.parse(row.createdAt);
  const did = { by, organisationId };
  tellMaking(doing(random, batch, { ...did, action: making, at }), target, row);
  const later = at + random.int(2 * HOUR, 2 * DAY - HOUR);
  tellChange(doing(random, batch, { ...did, action: correcting, at: later }), target, row, before);
}
