/** What is odd in what is told of a case, its consents and its referrals. */
import { yearsBetween } from '../../../base/calendar';
import { odd } from '../../../model/warning';
import { Case } from './case.entity';
import { Consent } from '../consent/consent.entity';
import { Referral } from '../referral/referral.entity';

odd(Case, {
  code: 'UNLIKELY',
  at: 'openedAt',
  when: ({ openedAt }, today) => Boolean(openedAt) && yearsBetween((openedAt as string).slice(0, 10), today) >= 10,
  text: {
    en: 'The case would have been opened more than ten years ago. Check the year.',
    pt: 'O caso teria sido aberto há mais de dez anos. Verifique o ano.',
  },
});

odd(
  Consent,
  {
    code: 'UNLIKELY',
    at: 'takenAt',
    when: ({ takenAt }, today) => Boolean(takenAt) && yearsBetween((takenAt as string).slice(0, 10), today) >= 10,
    text: {
      en: 'The decision would be more than ten years old. Check the year.',
      pt: 'A decisão teria mais de dez anos. Verifique o ano.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'validUntil',
    when: ({ validUntil }, today) =>
      Boolean(validUntil) && yearsBetween(today, (validUntil as string).slice(0, 10)) >= 20,
    text: {
      en: 'The consent would stand for more than twenty years. Check the year.',
      pt: 'O consentimento valeria mais de vinte anos. Verifique o ano.',
    },
  },
);

/** What works only within hours or days of the violence. */
const pressing: readonly string[] = ['PEP', 'EMERGENCY_CONTRACEPTION', 'FORENSIC_EXAM'];

odd(
  Referral,
  {
    code: 'UNLIKELY',
    at: 'urgency',
    with: ['serviceType'],
    when: ({ serviceType, urgency }) => urgency === 'ROUTINE' && pressing.includes(serviceType ?? ''),
    text: {
      en: 'This service works only within a few days of the violence. Choose a greater urgency unless that time is over.',
      pt: 'Este serviço só funciona nos poucos dias depois da violência. Escolha maior urgência, a não ser que esse prazo já tenha passado.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'serviceType',
    reckoned: true,
    // Due before it was asked for: so it is only where what happened lies too far back.
    when: ({ status, requestedAt, serviceDueAt }) =>
      status === 'REQUESTED' &&
      Boolean(requestedAt && serviceDueAt) &&
      Date.parse(serviceDueAt as string) <= Date.parse(requestedAt as string),
    text: {
      en: 'So long after the violence this service hardly helps any more. Check the day and hour of the incident. If they are right, send the survivor all the same to what still helps.',
      pt: 'Tanto tempo depois da violência, este serviço dificilmente ainda ajuda. Verifique o dia e a hora do incidente. Se estiverem certos, encaminhe na mesma a pessoa para o que ainda ajuda.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'appointmentAt',
    when: ({ appointmentAt }, today, dayOf) => Boolean(appointmentAt) && dayOf(appointmentAt) < today,
    text: {
      en: 'The appointment lies in the past. Check the day.',
      pt: 'A marcação está no passado. Verifique o dia.',
    },
  },
);
