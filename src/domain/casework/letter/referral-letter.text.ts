/** The text of a letter: the same on paper, on a screen and read aloud. */
import type { Locale, Text } from '../../../base/locale';
import { label } from '../../../model/codelist';
import { LetterService } from './referral-letter.codes';
import type { ReferralLetter } from './referral-letter.entity';
import type { ReferralUrgency } from '../referral/referral.codes';

/** What of a letter stands in its text. */
export type LetterContent = Pick<
  ReferralLetter,
  'number' | 'service' | 'urgency' | 'providerName' | 'place' | 'hours' | 'validUntil' | 'workTelephone'
>;

export interface LetterLine {
  readonly label: string;
  readonly value: string;
}

/** A letter in one language. */
export interface LetterText {
  readonly heading: string;
  readonly opening: string;
  readonly lines: readonly LetterLine[];
  readonly reply: {
    readonly heading: string;
    readonly hint: string;
    readonly number: LetterLine;
    readonly seen: string;
    readonly notSeen: string;
    readonly date: string;
  };
}

/** Seventy-two hours would tell what they are the limit of. */
const urgencies: Readonly<Record<ReferralUrgency, Text>> = {
  IMMEDIATE: { en: 'Today, without waiting', pt: 'Hoje, sem espera' },
  WITHIN_72H: { en: 'Today or tomorrow', pt: 'Hoje ou amanhã' },
  ROUTINE: { en: 'In the coming days', pt: 'Nos próximos dias' },
};

const words = {
  heading: { en: 'Letter of introduction', pt: 'Carta de apresentação' },
  opening: {
    en: 'Please receive the bearer of this letter.',
    pt: 'Pede-se que receba a pessoa portadora desta carta.',
  },
  number: { en: 'Number', pt: 'Número' },
  service: { en: 'For', pt: 'Assunto' },
  urgency: { en: 'When', pt: 'Quando' },
  place: { en: 'Where', pt: 'Onde' },
  hours: { en: 'Hours', pt: 'Horário' },
  validUntil: { en: 'Valid until', pt: 'Válida até' },
  telephone: { en: 'Work telephone', pt: 'Telefone de serviço' },
  reply: { en: 'Reply', pt: 'Resposta' },
  hint: {
    en: 'Tear off and give to the bearer, or call the telephone above with the number.',
    pt: 'Destacar e entregar à pessoa portadora, ou ligar para o telefone acima e dizer o número.',
  },
  seen: { en: 'Seen', pt: 'Recebida' },
  notSeen: { en: 'Not seen', pt: 'Não recebida' },
  date: { en: 'Date', pt: 'Data' },
} as const satisfies Record<string, Text>;

const regions: Readonly<Record<Locale, string>> = { en: 'en-GB', pt: 'pt-PT' };

const dayIn = (day: string, locale: Locale): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(regions[locale], { dateStyle: 'long', timeZone: 'UTC' });

/** A letter in a language; what stands in it as it was given is in the provider's. */
export function letterText(letter: LetterContent, locale: Locale): LetterText {
  const word = (name: keyof typeof words): string => words[name][locale];
  const number = { label: word('number'), value: letter.number };
  const line = (name: keyof typeof words, value: string | null): LetterLine[] =>
    value ? [{ label: word(name), value }] : [];
  return {
    heading: word('heading'),
    opening: word('opening'),
    lines: [
      number,
      ...line('service', label(LetterService, letter.service, locale)),
      ...line('urgency', urgencies[letter.urgency][locale]),
      ...line('place', `${letter.providerName}, ${letter.place}`),
      ...line('hours', letter.hours),
      ...line('validUntil', dayIn(letter.validUntil, locale)),
      ...line('telephone', letter.workTelephone),
    ],
    reply: {
      heading: word('reply'),
      hint: word('hint'),
      number,
      seen: word('seen'),
      notSeen: word('notSeen'),
      date: word('date'),
    },
  };
}

/** The same as plain text, to be read aloud or sent on. */
export function plainLetter(letter: LetterContent, locale: Locale): string {
  const { heading, opening, lines, reply } = letterText(letter, locale);
  return [
    heading,
    opening,
    ...lines.map(({ label: name, value }) => `${name}: ${value}`),
    `${reply.heading}: ${reply.seen} / ${reply.notSeen} / ${reply.date}. ${reply.hint}`,
  ].join('\n');
}
