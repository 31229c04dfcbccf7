/** Naming who took part in a training and agreed to it, and taking names out again. */
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { assertNamed } from './training-participant.checks';
import { TrainingParticipant } from './training-participant.entity';
import { Training } from './training.entity';

action(
  {
    name: 'nameTrainingParticipant',
    of: TrainingParticipant,
    label: { en: 'name a participant of the training', pt: 'registar o nome de um participante da formação' },
    description: 'Names somebody of the police, the media or among leaders who took part and agreed to be named.',
    input: making(TrainingParticipant, {
      description: 'What naming a participant takes; without the day of their consent nobody is named.',
      relies: ['trainingId'],
    }),
  },
  async (work, { id, values }) => {
    // Named by who may change it: a partner only reads it. Held until the end, so that it does not become one in which nobody is named meanwhile.
    const training = await work.load(Training, values.trainingId, { path: ['trainingId'] });
    await assertNamed(work, training, values);
    return work.insert(TrainingParticipant, { ...values, id, dataKeyId: work.newDataKey() });
  },
);

action(
  {
    name: 'updateTrainingParticipant',
    of: TrainingParticipant,
    label: { en: 'correct a named participant', pt: 'corrigir um participante com nome' },
    description: 'Corrects what is kept of a named participant.',
    input: changing(TrainingParticipant, {
      description: 'What correcting a named participant takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const participant = await work.load(TrainingParticipant, id, { expectedVersion });
    const training = await work.load(Training, participant.trainingId, { right: 'read', path: ['id'] });
    const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    await assertNamed(work, training, { ...participant, ...told });
    // What is kept of the police alone goes where it turns out to be somebody else.
    const gone = values.audience && values.audience !== 'POLICE' ? { rank: null, station: null } : {};
    await work.update(TrainingParticipant, participant, { ...values, ...gone });
    return id;
  },
);

action(
  {
    name: 'voidTrainingParticipant',
    of: TrainingParticipant,
    label: { en: 'take a named participant out', pt: 'retirar um participante com nome' },
    description:
      'Takes a named participant out for good, since they do not agree any more or were named in error: nobody reads it from then on, and it is erased with its key by the next sweep.',
    input: changing(TrainingParticipant, { description: 'What taking a named participant out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const participant = await work.load(TrainingParticipant, id, { expectedVersion });
    await work.update(TrainingParticipant, participant, { voidedAt: now() });
    return id;
  },
);
