/** Now and then an incident is recorded twice; a supervisor takes the second one out. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { made, type Row } from './batch';
import { HOUR } from './calendar';
import type { Cast } from './case-cast';
import type { ToldIncident } from './incident';
import { doing, tellMaking } from './history';
import { Random } from './random';
import type { Story } from './story';
import { takeOut } from './taking-out';

export function addRepeat(
  story: Story,
  { creator, supervisor, cameFrom }: Cast,
  of: Row<Case>,
  { row }: ToldIncident,
  at: number,
): void {
  const { aside, batch, world } = story;
  const recordedAt = Date.parse(row.createdAt) + HOUR / 12;
  if (at < recordedAt) return;
  const own = new Random(`repeated ${of.id}`);
  // Chance of its own beside: it changes nothing of what else is told.
  const random = aside.chance(0.2) ? aside : own.chance(0.4) ? own : null;
  if (!random) return;
  const repeat = batch.add(Incident, { ...row, ...made(random, recordedAt, creator.id) });
  const reasons = world.text.transitionReasons.filter(({ step }) => step === 'DUPLICATE').map(({ text }) => text);
  const told = new Random(`history of ${repeat.id}`);
  const { organisationId } = of;
  const making = { by: creator, organisationId: cameFrom?.id ?? organisationId, action: 'addIncident', at: recordedAt };
  tellMaking(doing(told, batch, making), Incident, repeat);
  const did = doing(told, batch, { by: supervisor, organisationId, action: 'voidIncident', at });
  takeOut(did, Incident, repeat, of, { random, reasons });
}
