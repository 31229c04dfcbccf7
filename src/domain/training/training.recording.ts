/** Recording a training that was held, in one step: what comes on paper, or from a file, was planned elsewhere. */
import { many } from '../../model/input';
import { making } from '../../model/action-input';
import { action } from '../../writing/action';
import { makeTraining } from './training.actions';
import { Training } from './training.entity';
import { hasBegun, trainingLifecycle } from './training.lifecycle';
import { newParticipation, report } from './training.report';

action(
  {
    name: 'recordTraining',
    of: Training,
    label: { en: 'record a training that was held', pt: 'registar uma formação realizada' },
    description:
      'Records a training that was held and that nobody had planned here; with how many took part it is reported at once.',
    input: making(Training, {
      description: 'What recording a training that was held takes.',
      relies: ['startOn'],
      fields: {
        participations: many(newParticipation, {
          nullable: true,
          description: 'How many took part: one entry for each group.',
        }),
      },
    }),
    steps: [trainingLifecycle.on({ from: [], to: 'HELD', guards: [hasBegun] })],
  },
  async (work, { id: given, values, participations }) => {
    if (!participations?.length) return makeTraining(work, { ...values, id: given });
    const reported = { ...values, id: given, reportedById: work.actor.accountId };
    const id = await makeTraining(work, reported, (held, facts) =>
      trainingLifecycle.step(held, 'reportTraining', facts),
    );
    return report(work, { id, participations });
  },
);
