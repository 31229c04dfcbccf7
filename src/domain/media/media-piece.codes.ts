/** Code lists of media pieces: how they speak, who wrote them, and whether whom they show agreed. */
import { codeList, type CodeOf } from '../../model/codelist';

/** How a piece speaks of sex workers. */
export const MediaTone = codeList(
  'MediaTone',
  {
    en: 'How a piece in the media speaks of sex workers.',
    pt: 'Como uma peça na comunicação social fala dos trabalhadores de sexo.',
  },
  {
    SUPPORTIVE: { en: 'Supportive', pt: 'Favorável', source: 'Hands Off' },
    NEUTRAL: { en: 'Neutral', pt: 'Neutra', source: 'Hands Off' },
    HARMFUL: {
      en: 'Harmful',
      pt: 'Prejudicial',
      description: {
        en: 'It outs, insults or endangers sex workers.',
        pt: 'Expõe, insulta ou põe em perigo trabalhadores de sexo.',
      },
      source: 'Hands Off',
    },
  },
);
export type MediaTone = CodeOf<typeof MediaTone>;

/** Whether a journalist took part in a training of the programme. */
export const TrainedJournalist = codeList(
  'TrainedJournalist',
  {
    en: 'Whether whoever made a piece took part in a training of the programme.',
    pt: 'Se quem fez uma peça participou numa formação do programa.',
  },
  {
    YES: { en: 'Yes', pt: 'Sim', source: 'Hands Off' },
    NO: { en: 'No', pt: 'Não', source: 'Hands Off' },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecido', source: 'Hands Off' },
  },
);
export type TrainedJournalist = CodeOf<typeof TrainedJournalist>;

/** Whether those whom a piece shows agreed to it. */
export const ConsentOfShown = codeList(
  'ConsentOfShown',
  {
    en: 'Whether the people whom a piece shows agreed to being shown.',
    pt: 'Se as pessoas que uma peça mostra concordaram em ser mostradas.',
  },
  {
    GIVEN: { en: 'All agreed', pt: 'Todas concordaram', source: 'Hands Off' },
    NOT_NEEDED: {
      en: 'Not needed',
      pt: 'Não é necessário',
      description: {
        en: 'It shows nobody who can be recognised, or nobody but people in their public office.',
        pt: 'Não mostra ninguém que se possa reconhecer, ou só pessoas no seu cargo público.',
      },
      source: 'Hands Off',
    },
    NOT_GIVEN: { en: 'Somebody did not agree', pt: 'Alguém não concordou', source: 'Hands Off' },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecido', source: 'Hands Off' },
  },
);
export type ConsentOfShown = CodeOf<typeof ConsentOfShown>;
