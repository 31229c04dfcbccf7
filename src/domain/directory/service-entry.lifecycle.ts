/** How an entry of the service directory stands: confirmed in time, not confirmed for long, closed. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import type { ServiceEntryStatus } from './directory.codes';
import { ServiceEntryStatus as statuses } from './directory.codes';

/** What the guards judge by. */
export interface ServiceEntryFacts {
  /** Day that an entry is confirmed for, or a service closed. */
  readonly on: string;
  readonly today: string;
  /** When it was confirmed last; null for a new entry. */
  readonly lastConfirmedOn: string | null;
}

export const serviceEntryLifecycle = new Lifecycle<ServiceEntryStatus, ServiceEntryFacts>('ServiceEntry', statuses);

const notYet = (path: string): ReturnType<Guard<ServiceEntryFacts>['against']> => ({
  code: 'NOT_YET',
  text: {
    en: 'The day lies in the future. Give today’s date or an earlier one, or leave it out.',
    pt: 'O dia está no futuro. Indique a data de hoje ou uma anterior, ou não indique nenhuma.',
  },
  path: [path],
});

const dayHasCome = (path: string): Guard<ServiceEntryFacts> => ({
  description: 'the day has come',
  against: ({ on, today }) => (on > today ? notYet(path) : undefined),
});

export const isConfirmable = dayHasCome('lastConfirmedOn');
export const isClosable = dayHasCome('closedOn');

export const isNewer: Guard<ServiceEntryFacts> = {
  description: 'nobody confirmed it later',
  against: ({ on, lastConfirmedOn }) =>
    lastConfirmedOn === null || on >= lastConfirmedOn
      ? undefined
      : {
          code: 'INVALID_INPUT',
          text: {
            en: `It was confirmed on ${lastConfirmedOn} already. Give that day or a later one.`,
            pt: `Já foi confirmada em ${lastConfirmedOn}. Indique esse dia ou um posterior.`,
          },
          path: ['lastConfirmedOn'],
        },
};

export const same: Course<ServiceEntryStatus, ServiceEntryFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

/** Time passed. */
export const STALE_BY_TIME = 'the end of its time';
serviceEntryLifecycle.follows(STALE_BY_TIME, { from: ['CURRENT'], to: 'STALE' });
