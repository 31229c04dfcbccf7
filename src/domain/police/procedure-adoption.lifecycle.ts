/** The lifecycle of an adopted procedure: from pledge to what checks find. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import { AdoptionStatus } from './procedure-adoption.codes';

/** What the guards judge by. */
export interface AdoptionFacts {
  /** Whether the actor recorded the adoption, or corrected it last. */
  readonly isRecorder: boolean;
  /** What the checks that stand say, or what it is without any. */
  readonly found: AdoptionStatus;
  readonly checks: number;
}

export const adoptionLifecycle = new Lifecycle<AdoptionStatus, AdoptionFacts>('ProcedureAdoption', AdoptionStatus);

export const otherEyes: Guard<AdoptionFacts> = {
  description: 'somebody other than who recorded the adoption checks',
  against: ({ isRecorder }) =>
    isRecorder
      ? {
          code: 'SAME_PERSON',
          text: {
            en: 'You recorded this adoption; somebody else has to check it.',
            pt: 'Foi você quem registou esta adopção; outra pessoa tem de a verificar.',
          },
        }
      : undefined,
};

export const wasChecked: Guard<AdoptionFacts> = {
  description: 'there is a check',
  against: ({ checks }) =>
    checks > 0
      ? undefined
      : {
          code: 'NOT_YET',
          text: {
            en: 'No check is on record that could be taken back.',
            pt: 'Não há nenhuma verificação registada que possa ser retirada.',
          },
        },
};

export const asFound: Course<AdoptionStatus, AdoptionFacts> = {
  description: 'as the checks that remain found',
  of: (_, { found }) => found,
};

export const same: Course<AdoptionStatus, AdoptionFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

export const checkable: readonly AdoptionStatus[] = ['ADOPTED', 'VERIFIED', 'LAPSED'];
export const everyStatus: readonly AdoptionStatus[] = ['PLEDGED', ...checkable];

/** Recording a check leads to what it found: each is a step of its own. */
export const toFound = (status: AdoptionStatus): string => `status: ${status}`;
