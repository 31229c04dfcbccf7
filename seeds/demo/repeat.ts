/** Now and then an incident is recorded twice; a supervisor takes the second one out. */
import type { Case } from '../../src/domain/casework/case.entity';
import { Incident } from '../../src/domain/casework/incident.entity';
import { Voiding } from '../../src/domain/casework/voiding.entity';
import { made, type Row } from './batch';
import { HOUR, instant } from './calendar';
import type { Cast } from './case-cast';
import type { ToldIncident } from './incident';
import { addNote } from './note';
import { Random } from './random';
import type { Story } from './story';

export function addRepeat(
  story: Story,
  { creator, supervisor }: Cast,
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
  const repeat = batch.add(Incident, {
    ...row,
    voidedAt: instant(at),
    ...made(random, recordedAt, creator.id, 1, at),
  });
  batch.add(Voiding, {
    caseId: of.id,
    entity: 'Incident',
    recordId: repeat.id,
    makerId: creator.id,
    restoredAt: null,
    ...made(random, at, supervisor.id),
  });
  const reasons = world.text.transitionReasons.filter(({ step }) => step === 'DUPLICATE');
  addNote({ random, batch }, of, supervisor, at, 'STEP_REASON', random.pick(reasons).text, 'voidIncident');
}
