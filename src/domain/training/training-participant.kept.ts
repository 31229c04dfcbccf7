/** Names go with what they were recorded for: with a training that is taken out, and none is left of one for sex workers. */
import { problem } from '../../base/problem';
import { REGION } from '../../base/countries';
import { asSystem } from '../../writing/system-write';
import type { Work } from '../../writing/work';
import { TrainingParticipant } from './training-participant.entity';

const withTraining = asSystem(
  TrainingParticipant,
  'Who is named in a training that was recorded in error is taken out with it, whoever takes it out.',
);

/** In the region's own place nobody is named. */
const namedIn = async (work: Work, trainingId: string): Promise<TrainingParticipant[]> =>
  work.country === REGION ? [] : work.find(TrainingParticipant, { trainingId, voidedAt: null }, true);

/** Takes out who is named in a training; the next sweep erases them. */
export async function takeOutNamed(work: Work, trainingId: string, voidedAt: string): Promise<void> {
  for (const participant of await namedIn(work, trainingId))
    await work.update(TrainingParticipant, participant, { voidedAt }, { as: withTraining });
}

/** @throws ProblemError INVALID_INPUT where somebody is named in a training that is to be one for sex workers */
export async function assertNobodyNamed(work: Work, trainingId: string): Promise<void> {
  if ((await namedIn(work, trainingId)).length === 0) return;
  throw problem(
    'INVALID_INPUT',
    'People are named in this training, and in one for sex workers nobody is. Have the names taken out first; those people are counted in the report.',
    'Há pessoas com nome nesta formação, e numa formação para trabalhadores de sexo ninguém é nomeado. Peça primeiro que os nomes sejam retirados; essas pessoas contam-se no relatório.',
    ['audience'],
  );
}
