/** Now and then an incident is recorded twice; a supervisor takes the second one out. */
import type { Case } from '../../src/domain/casework/case.entity';
import { Incident } from '../../src/domain/casework/incident.entity';
import { Voiding } from '../../src/domain/casework/voiding.entity';
import { made, type Row } from './batch';
import { HOUR, instant } from './calendar';
import type { Cast } from './case-cast';
import type { ToldIncident } from './incident';
import { addNote } from './note';
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
  if (at < recordedAt || !aside.chance(0.2)) return;
  const repeat = batch.add(Incident, {
    ...row,
    voidedAt: instant(at),
    ...made(aside, recordedAt, creator.id, 1, at),
  });
  batch.add(Voiding, {
    caseId: of.id,
    entity: 'Incident',
    recordId: repeat.id,
    makerId: creator.id,
    restoredAt: null,
    ...made(aside, at, supervisor.id),
  });
  const reasons = world.text.transitionReasons.filter(({ step }) => step === 'DUPLICATE');
  addNote({ random: aside, batch }, of, supervisor, at, 'STEP_REASON', aside.pick(reasons).text, 'voidIncident');
}
