/** By what a service was reached, and used. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const AccessBasis = codeList(
  'AccessBasis',
  {
    en: 'By what it counts that a survivor had access to a service, or used it.',
    pt: 'Por que motivo se conta que uma pessoa sobrevivente teve acesso a um serviço, ou o usou.',
  },
  {
    RECEIVED_ELSEWHERE: { en: 'It was received elsewhere', pt: 'Foi recebido noutro lado', source },
    PROVIDED_HERE: { en: 'It was provided here', pt: 'Foi prestado aqui', source },
    SESSION_OFFERED: {
      en: 'The first session was offered in time',
      pt: 'A primeira sessão foi oferecida a tempo',
      source,
    },
    SESSION_ATTENDED: { en: 'A session was attended', pt: 'Realizou-se uma sessão', source },
    SEEN: {
      en: 'The provider saw the survivor',
      pt: 'O prestador atendeu a pessoa sobrevivente',
      description: {
        en: 'Of health: whoever treats; of legal aid: a paralegal or a lawyer.',
        pt: 'Na saúde: quem trata; na assistência jurídica: um paralegal ou um advogado.',
      },
      source,
    },
    PLACE_OFFERED: { en: 'A place was offered', pt: 'Ofereceu-se um lugar', source },
    SERVICE_GIVEN: {
      en: 'A service was given',
      pt: 'Prestou-se um serviço',
      description: {
        en: 'Of PEP: the first dose, not known to be later than 72 hours after the incident.',
        pt: 'Na PPE: a primeira dose, que não se saiba ter sido mais de 72 horas após o incidente.',
      },
      source,
    },
  },
);
export type AccessBasis = CodeOf<typeof AccessBasis>;
