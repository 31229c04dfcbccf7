/** Code lists of what a country gives the region of its cases. */
import { codeList, type CodeOf } from '../../model/codelist';

const own = { source: 'Hands Off' } as const;

/** The age in the bands that indicators use, and in wider ones where a narrow one would show few people. */
export const ReleasedAgeBand = codeList(
  'ReleasedAgeBand',
  {
    en: 'Age in years, in a band as narrow as is safe to tell.',
    pt: 'Idade em anos, na faixa mais estreita que se pode dizer com segurança.',
  },
  {
    AGE_18_24: { en: '18–24', pt: '18–24 anos', ...own },
    AGE_25_34: { en: '25–34', pt: '25–34 anos', ...own },
    AGE_35_49: { en: '35–49', pt: '35–49 anos', ...own },
    AGE_50_PLUS: { en: '50 and over', pt: '50 anos ou mais', ...own },
    AGE_18_34: { en: '18–34', pt: '18–34 anos', ...own },
    AGE_35_PLUS: { en: '35 and over', pt: '35 anos ou mais', ...own },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', ...own },
  },
);
export type ReleasedAgeBand = CodeOf<typeof ReleasedAgeBand>;

/** The groups of alleged perpetrators, with clients apart, and what an incident with several of them is told as. */
export const ReleasedPerpetratorGroup = codeList(
  'ReleasedPerpetratorGroup',
  {
    en: 'What the alleged perpetrators of an incident are, in groups of categories.',
    pt: 'O que os alegados agressores de um incidente são, em grupos de categorias.',
  },
  {
    LAW_ENFORCEMENT: {
      en: 'Police, military and other law enforcement',
      pt: 'Polícia, militares e outras forças da lei e ordem',
      ...own,
    },
    STATE_OR_SERVICES: { en: 'Other state body or service', pt: 'Outra entidade do Estado ou serviço', ...own },
    CLIENT: { en: 'Client', pt: 'Cliente', ...own },
    SEX_WORK: {
      en: 'Others met through sex work',
      pt: 'Outras pessoas do meio do trabalho de sexo',
      ...own,
    },
    PARTNER_OR_FAMILY: { en: 'Partner or family', pt: 'Parceiro ou família', ...own },
    COMMUNITY: { en: 'Community and public', pt: 'Comunidade e público', ...own },
    SEVERAL: { en: 'Several of these', pt: 'Vários destes', ...own },
    UNKNOWN: { en: 'Unknown or another', pt: 'Desconhecido ou outro', ...own },
  },
);
export type ReleasedPerpetratorGroup = CodeOf<typeof ReleasedPerpetratorGroup>;

/** What of a released row is told more coarsely than it is known, or not at all. */
export const ReleasedColumn = codeList(
  'ReleasedColumn',
  {
    en: 'A column of a row that was released.',
    pt: 'Uma coluna de uma linha que foi publicada.',
  },
  {
    PLACE: { en: 'Place', pt: 'Lugar', ...own },
    GENDER_IDENTITY: { en: 'Gender', pt: 'Género', ...own },
    AGE_BAND: { en: 'Age', pt: 'Idade', ...own },
    GBVIMS_TYPE: { en: 'Type of violence', pt: 'Tipo de violência', ...own },
    PERPETRATOR_GROUP: { en: 'Alleged perpetrators', pt: 'Alegados agressores', ...own },
  },
);
export type ReleasedColumn = CodeOf<typeof ReleasedColumn>;
