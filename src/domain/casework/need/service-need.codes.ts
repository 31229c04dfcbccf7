/** Code lists of service needs: what was decided on each, and why a service could not be had. */
import { codeList, type CodeOf } from '../../../model/codelist';

const primero = (sourceCode: string) => ({ source: 'Primero', sourceCode });

/** What was decided on a need, whether a referral follows or not. */
export const ServiceNeedStatus = codeList(
  'ServiceNeedStatus',
  {
    en: 'What was decided on a need for a service, whether a referral follows or not.',
    pt: 'O que se decidiu sobre a necessidade de um serviço, haja ou não encaminhamento.',
  },
  {
    OPEN: {
      en: 'Not decided yet',
      pt: 'Ainda não decidido',
      description: {
        en: 'It was named, or its referrals ended without a service.',
        pt: 'Foi indicada, ou os seus encaminhamentos terminaram sem serviço.',
      },
      source: 'Hands Off',
    },
    REFERRED: {
      en: 'Referred',
      pt: 'Encaminhada',
      description: {
        en: 'A referral of it runs, or brought a service.',
        pt: 'Há um encaminhamento em curso, ou que trouxe um serviço.',
      },
      ...primero('referred'),
    },
    PROVIDED_HERE: {
      en: 'Provided here',
      pt: 'Prestado aqui',
      description: {
        en: 'The organisation of the case gave the service itself.',
        pt: 'A própria organização do caso prestou o serviço.',
      },
      ...primero('service_provided_by_your_agency'),
    },
    RECEIVED_ELSEWHERE: {
      en: 'Already received elsewhere',
      pt: 'Já recebido noutro lado',
      ...primero('services_already_received_from_another_agency'),
    },
    NOT_APPLICABLE: {
      en: 'Not applicable',
      pt: 'Não se aplica',
      description: {
        en: 'It turned out that the service is not needed; left out of what is counted.',
        pt: 'Verificou-se que o serviço não é preciso; não entra na contagem.',
      },
      ...primero('service_not_applicable'),
    },
    DECLINED_BY_SURVIVOR: {
      en: 'Declined by the survivor',
      pt: 'Recusado pela pessoa sobrevivente',
      description: {
        en: 'The survivor does not want the service; left out of what is counted.',
        pt: 'A pessoa sobrevivente não quer o serviço; não entra na contagem.',
      },
      ...primero('referral_declined_by_survivor'),
    },
    UNAVAILABLE: {
      en: 'Service unavailable',
      pt: 'Serviço indisponível',
      description: { en: 'It could not be had; it is counted.', pt: 'Não se pôde obter; entra na contagem.' },
      ...primero('service_unavailable'),
    },
  },
);
export type ServiceNeedStatus = CodeOf<typeof ServiceNeedStatus>;

/** Why a service that is needed cannot be had. */
export const UnavailableReason = codeList(
  'UnavailableReason',
  {
    en: 'Why a service that is needed cannot be had.',
    pt: 'Por que não se pode obter um serviço que é preciso.',
  },
  {
    NO_PROVIDER: { en: 'Nobody provides it', pt: 'Ninguém o presta', source: 'Hands Off' },
    NO_CAPACITY: { en: 'No capacity', pt: 'Sem capacidade', source: 'Hands Off' },
    OUT_OF_STOCK: { en: 'Out of stock', pt: 'Sem stock', source: 'Hands Off' },
    TOO_FAR: { en: 'Too far away', pt: 'Demasiado longe', source: 'Hands Off' },
    COST: { en: 'It costs too much', pt: 'É demasiado caro', source: 'Hands Off' },
    NOT_ELIGIBLE: {
      en: 'The survivor is not eligible',
      pt: 'A pessoa sobrevivente não é elegível',
      source: 'Hands Off',
    },
    PROVIDER_REFUSED: { en: 'The provider refused', pt: 'O prestador recusou', source: 'Hands Off' },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
  },
);
export type UnavailableReason = CodeOf<typeof UnavailableReason>;
