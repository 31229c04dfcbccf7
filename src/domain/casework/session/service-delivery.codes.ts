/** Code lists of what a provider gave: what came of each service, and how a series of sessions ended. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

/** What came of a service, in the record of its provider. */
export const ServiceResult = codeList(
  'ServiceResult',
  { en: 'What came of a service that was asked for.', pt: 'O que resultou de um serviço pedido.' },
  {
    PROVIDED: { en: 'Provided', pt: 'Prestado', source },
    PARTLY_PROVIDED: {
      en: 'Partly provided',
      pt: 'Prestado em parte',
      description: { en: 'More of it is to come, or was not to be had.', pt: 'Falta ainda parte, ou não a havia.' },
      source,
    },
    OFFERED: {
      en: 'Offered',
      pt: 'Oferecido',
      description: {
        en: 'A place or a time was offered and is not taken up yet.',
        pt: 'Ofereceu-se um lugar ou uma hora, que ainda não foi aproveitado.',
      },
      source,
    },
    DECLINED: {
      en: 'Declined by the survivor',
      pt: 'Recusado pela pessoa sobrevivente',
      source,
    },
    NOT_GIVEN: {
      en: 'Not given',
      pt: 'Não prestado',
      description: {
        en: 'The provider saw the survivor and could not or would not give it.',
        pt: 'O prestador atendeu a pessoa sobrevivente e não o pôde ou não o quis prestar.',
      },
      source,
    },
    REFERRED_ONWARD: { en: 'Referred onward', pt: 'Reencaminhado', source },
  },
);
export type ServiceResult = CodeOf<typeof ServiceResult>;

/** Results that say that something was given. */
export const servedBy: readonly ServiceResult[] = ['PROVIDED', 'PARTLY_PROVIDED'];

/** How a series of sessions came to its end. */
export const SeriesEnd = codeList(
  'SeriesEnd',
  { en: 'How a series of sessions came to its end.', pt: 'Como terminou uma série de sessões.' },
  {
    PLAN_DONE: {
      en: 'The plan is done',
      pt: 'O plano está cumprido',
      description: {
        en: 'As many sessions were attended as were planned.',
        pt: 'Realizaram-se tantas sessões quantas estavam planeadas.',
      },
      source,
    },
    ENDED_BY_AGREEMENT: {
      en: 'Ended by agreement',
      pt: 'Terminada por acordo',
      description: {
        en: 'Survivor and provider agreed that it is enough.',
        pt: 'A pessoa sobrevivente e o prestador concordaram que é suficiente.',
      },
      source,
    },
  },
);
export type SeriesEnd = CodeOf<typeof SeriesEnd>;
