/** What demonstration data say of complaints, by language; all invented. */
import type { Locale } from '../../src/base/locale';

export interface ComplaintTexts {
  /** What was noted with a step. */
  readonly notes: readonly string[];
  /** Why an organisation no longer pursues one. */
  readonly givenUp: readonly string[];
  /** Name of a station, with `{district}`. */
  readonly station: string;
}

export const complaintTexts: Readonly<Record<Locale, ComplaintTexts>> = {
  en: {
    notes: [
      'Went there with her. The officer took the statement at the open counter; asked for a room of its own next time.',
      'Called the desk twice. They say that the docket is with the detective, who is on leave until Monday.',
      'She wants to hear from us first, and not from them. We ask every second week.',
      'They asked for the number of her identity document. She has none; the paralegal explained that none is needed.',
      'The investigator wants to see the medical form. The clinic hands it out on her request.',
    ],
    givenUp: [
      'The by-law was repealed meanwhile.',
      'The station commander was moved; the talks go on without a complaint.',
    ],
    station: 'Police station, {district}',
  },
  pt: {
    notes: [
      'Fomos com ela. O agente tomou a declaração ao balcão, diante de todos; pedimos uma sala para a próxima vez.',
      'Telefonámos duas vezes. Dizem que o processo está com o investigador, de férias até segunda-feira.',
      'Ela quer saber por nós, e não por eles. Perguntamos de duas em duas semanas.',
      'Pediram o número do bilhete de identidade. Ela não tem; a paralegal explicou que não é preciso.',
      'O investigador quer ver a ficha médica. O centro de saúde entrega-a a pedido dela.',
    ],
    givenUp: [
      'A postura foi entretanto revogada.',
      'O comandante foi transferido; as conversações continuam sem queixa.',
    ],
    station: 'Esquadra da PRM, {district}',
  },
};
