/** Code lists of material: what it is, how it is spread, and to whom. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

/** What material is. */
export const MaterialKind = codeList(
  'MaterialKind',
  { en: 'What material is.', pt: 'Que tipo de material é.' },
  {
    POLICE_TRAINERS_MANUAL: { en: 'Police Trainer’s Manual', pt: 'Manual do Formador da Polícia', source },
    POLICE_PROCEDURE_KEY_POPULATIONS: {
      en: 'Police procedure for key populations',
      pt: 'Procedimento policial para populações-chave',
      source,
    },
    CODE_OF_CONDUCT: { en: 'Code of conduct', pt: 'Código de conduta', source },
    TRAINING_CURRICULUM: { en: 'Training curriculum', pt: 'Currículo de formação', source },
    OTHER: { en: 'Other material', pt: 'Outro material', source },
  },
);
export type MaterialKind = CodeOf<typeof MaterialKind>;

/** What kind of unit or institution something is for. */
export const RecipientKind = codeList(
  'RecipientKind',
  { en: 'What kind of unit or institution received it.', pt: 'Que tipo de unidade ou instituição o recebeu.' },
  {
    POLICE_STATION: { en: 'Police station', pt: 'Esquadra ou posto policial', source },
    POLICE_COLLEGE: { en: 'Police college or academy', pt: 'Escola ou academia da polícia', source },
    VIOLENCE_OFFICE: {
      en: 'Office for victims of violence',
      pt: 'Gabinete de atendimento a vítimas de violência',
      source,
    },
    HEALTH_FACILITY: { en: 'Health facility', pt: 'Unidade sanitária', source },
    OTHER: { en: 'Other institution', pt: 'Outra instituição', source },
  },
);
export type RecipientKind = CodeOf<typeof RecipientKind>;

/** How material reaches those it is for. */
export const DisseminationChannel = codeList(
  'DisseminationChannel',
  { en: 'How material reaches those it is for.', pt: 'Como o material chega a quem se destina.' },
  {
    PRINT: { en: 'In print', pt: 'Em papel', source },
    DIGITAL: { en: 'As a file or a page', pt: 'Em ficheiro ou página', source },
    TRAINING: { en: 'In a training', pt: 'Numa formação', source },
    RADIO: { en: 'On the radio', pt: 'Na rádio', source },
    OTHER: { en: 'In another way', pt: 'De outra forma', source },
  },
);
export type DisseminationChannel = CodeOf<typeof DisseminationChannel>;
