/** The lifecycle of an emergency alert: from the call to what came of it. */
import { Lifecycle, type Course, type Guard } from '../../../model/lifecycle';
import type { AlertStatus } from './emergency-alert.codes';
import { AlertStatus as statuses, OnCallStatus } from './emergency-alert.codes';

/** What the guards judge by. */
export interface AlertFacts {
  /** The caller answers the alert, is sent to it, or supervises; before anybody answers it: raised it, or supervises. */
  readonly concerned?: boolean;
  /** The caller is who answers it. */
  readonly mine?: boolean;
  /** She was spoken with: somebody is on site, or first-line support was given by telephone. */
  readonly spokenWith?: boolean;
  /** Of those who were sent: who is left. */
  readonly left?: 'NOBODY' | 'ON_THE_WAY' | 'ON_SITE';
  /** Nobody answers it any more. */
  readonly unanswered?: boolean;
}

export const alertLifecycle = new Lifecycle<AlertStatus, AlertFacts>('EmergencyAlert', statuses);

/** Somebody answers it. */
export const answered: readonly AlertStatus[] = ['ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE'];
/** It has come to an end. */
export const ended: readonly AlertStatus[] = ['RESOLVED', 'FALSE_ALARM', 'UNREACHABLE'];
export const everyStatus: readonly AlertStatus[] = statuses.codes;

export const same: Course<AlertStatus, AlertFacts> = { description: 'the same', of: (from) => from, stays: true };

/** Where an alert stands by who is left of those who were sent. */
export const byWhoIsLeft: Course<AlertStatus, AlertFacts> = {
  description: 'ON_SITE where somebody is there, DISPATCHED where somebody is on the way, else ACKNOWLEDGED',
  of: (_from, { left }) => (left === 'ON_SITE' ? 'ON_SITE' : left === 'ON_THE_WAY' ? 'DISPATCHED' : 'ACKNOWLEDGED'),
};

/** Who answered it, or was sent to it, works there no longer. */
export const LEAVING = 'the leaving of a colleague';
alertLifecycle.follows(LEAVING, {
  from: answered,
  to: {
    description: 'as those who are left have it; RAISED where nobody answers it and nobody is out',
    of: (from, facts) => (facts.unanswered && facts.left === 'NOBODY' ? 'RAISED' : byWhoIsLeft.of(from, facts)),
  },
});

/** Who answers it, or is out, is accused in the case that came of it. */
alertLifecycle.follows('accuseColleague', {
  from: answered,
  to: {
    description: 'where who is left of those who were sent has it; RAISED where who is accused answered it alone',
    of: (from, facts) => (facts.left === 'NOBODY' ? 'RAISED' : byWhoIsLeft.of(from, facts)),
  },
});

export const concerned: Guard<AlertFacts> = {
  description:
    'by who answers it, was sent to it or supervises (before anybody answers it: by who raised it, or supervises)',
  isKnown: (facts) => facts.concerned !== undefined,
  against: (facts) =>
    facts.concerned
      ? undefined
      : {
          code: 'NOT_ANSWERING',
          text: {
            en: 'You neither answer this alert nor were sent to it. Acknowledge it or take it over first, or ask who answers it.',
            pt: 'Não é quem responde a este alerta nem foi enviado. Assuma-o primeiro, ou fale com quem lhe responde.',
          },
        },
};

export const notMine: Guard<AlertFacts> = {
  description: 'somebody else answers it',
  isKnown: (facts) => facts.mine !== undefined,
  against: (facts) =>
    facts.mine
      ? {
          code: 'ANSWERED_ALREADY',
          text: {
            en: 'You answer this alert already. Hand it over, if a colleague is to answer it.',
            pt: 'Já é quem responde a este alerta. Entregue-o, se for um colega a responder.',
          },
        }
      : undefined,
};

/** Nobody is helped who was not spoken with. */
export const spokenWith: Guard<AlertFacts> = {
  description: 'somebody is on site, or first-line support is among the help that was given',
  isKnown: (facts) => facts.spokenWith !== undefined,
  against: (facts) =>
    facts.spokenWith
      ? undefined
      : {
          code: 'NOT_SPOKEN_WITH',
          text: {
            en: 'Nobody is on site. If it was resolved by telephone, add first-line support; else record who arrived.',
            pt: 'Ninguém está no local. Se se resolveu por telefone, acrescente o apoio de primeira linha; se não, registe quem chegou.',
          },
          path: ['responses'],
        },
};

/** A shift on call stands until it is cancelled, or over. */
export const onCallLifecycle = new Lifecycle<OnCallStatus, ShiftFacts>('OnCallShift', OnCallStatus);

onCallLifecycle.follows(LEAVING, { from: ['PLANNED'], to: 'CANCELLED' });

export interface ShiftFacts {
  /** It has ended: who was on call is not changed afterwards. */
  readonly over: boolean;
}

export const notOver: Guard<ShiftFacts> = {
  description: 'it has not ended',
  against: ({ over }) =>
    over
      ? {
          code: 'SHIFT_OVER',
          text: {
            en: 'This shift has ended: who was on call then stays as it is. Plan a new one.',
            pt: 'Este turno já terminou: quem esteve de piquete fica como está. Planeie um novo.',
          },
        }
      : undefined,
};

export const shiftStays: Course<OnCallStatus, ShiftFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};
