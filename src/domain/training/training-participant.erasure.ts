/** The end of named participants: they go with their keys when the country's time is over, or when they were taken out. */
import { sql } from '../../base/sql';
import { SWEEP_BATCH, sweep } from '../../writing/sweep';
import { asSystem } from '../../writing/system-write';
import { countryOf } from '../country/country.own';
import { TrainingParticipant } from './training-participant.entity';

const erasing = asSystem(
  TrainingParticipant,
  'Named participants are erased by themselves when their time is over, or when they were taken out.',
);

/** Whatever is corrected keeps nobody longer. */
const since = sql`least(coalesce(t.end_on, t.start_on), p.created_at::date)`;

sweep({
  name: 'eraseTrainingParticipants',
  label: { en: 'erase named participants of trainings', pt: 'apagar participantes de formações com nome' },
  description:
    'erases named participants of trainings in the months of the country, and those who were taken out, with their keys; the counts stay',
  writes: [erasing],
  run: async (work) => {
    const { identityVault, participantMonths } = await countryOf(work);
    const over = sql`${since} + make_interval(months => ${participantMonths}) <= ${work.day()}::date`;
    const due = await work.query<{ id: string }>(sql`
      SELECT p.id FROM training_participant p JOIN training t ON t.id = p.training_id
      WHERE p.voided_at IS NOT NULL OR t.voided_at IS NOT NULL OR NOT ${identityVault}::boolean OR ${over}
      ORDER BY p.id LIMIT ${SWEEP_BATCH} FOR UPDATE OF p SKIP LOCKED`);
    if (due.length === 0) return 0;
    const participants = await work.find(TrainingParticipant, { id: due.map(({ id }) => id) }, true);
    work.erase(TrainingParticipant, participants, { as: erasing });
    work.destroyKeys(participants.map(({ dataKeyId }) => dataKeyId));
    return participants.length;
  },
});
