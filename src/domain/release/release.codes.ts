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

/** What the alleged perpetrators of an incident are, in groups of categories. */
export const PerpetratorGroup = codeList(
  'PerpetratorGroup',
  {
    en: 'What the alleged perpetrators of an incident are, in groups of categories.',
    pt: 'O que os alegados agressores de um incidente são, em grupos de categorias.',
  },
  {
    STATE: {
      en: 'Police, military, guards, officials, courts',
      pt: 'Polícia, militares, guardas, funcionários, tribunais',
      ...own,
    },
    CLIENT: { en: 'Client', pt: 'Cliente', ...own },
    PARTNER_OR_FAMILY: { en: 'Partner or family', pt: 'Parceiro ou familiar', ...own },
    AT_WORK: {
      en: 'Managers, venues, landlords, other sex workers',
      pt: 'Gerentes, estabelecimentos, senhorios, outras trabalhadoras de sexo',
      ...own,
    },
    COMMUNITY: {
      en: 'Neighbours, criminals, leaders, services, media',
      pt: 'Vizinhos, criminosos, líderes, serviços, comunicação social',
      ...own,
    },
    SEVERAL: { en: 'Several of these', pt: 'Vários destes', ...own },
    UNKNOWN: { en: 'Unknown or another', pt: 'Desconhecido ou outro', ...own },
  },
);
export type PerpetratorGroup = CodeOf<typeof PerpetratorGroup>;

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
