/** The groups that alleged perpetrators are told in. */
import { belongsTo, codeList, type CodeOf } from '../../../model/codelist';
import { PerpetratorCategory } from './perpetrator.codes';

const own = { source: 'Hands Off' } as const;

/** Into which group a category of perpetrators is put; law enforcement is one that indicators count. */
export const PerpetratorGroup = codeList(
  'PerpetratorGroup',
  {
    en: 'A group of categories of alleged perpetrators.',
    pt: 'Um grupo de categorias de alegados agressores.',
  },
  {
    LAW_ENFORCEMENT: {
      en: 'Police, military and other law enforcement',
      pt: 'Polícia, militares e outras forças da lei e ordem',
      description: {
        en: 'Counted on its own in the indicators of the programme.',
        pt: 'Contado à parte nos indicadores do programa.',
      },
      ...own,
    },
    STATE_OR_SERVICES: { en: 'Other state body or service', pt: 'Outra entidade do Estado ou serviço', ...own },
    SEX_WORK: {
      en: 'People met through sex work',
      pt: 'Pessoas do meio do trabalho de sexo',
      description: {
        en: 'Clients, managers, venues, other sex workers.',
        pt: 'Clientes, gerentes, estabelecimentos, outras trabalhadoras de sexo.',
      },
      ...own,
    },
    PARTNER_OR_FAMILY: { en: 'Partner or family', pt: 'Parceiro ou família', ...own },
    COMMUNITY: { en: 'Community and public', pt: 'Comunidade e público', ...own },
  },
);
export type PerpetratorGroup = CodeOf<typeof PerpetratorGroup>;

/** The group of each category; what is unknown, or none of the list, has none. */
export const groupOfCategory: Readonly<Record<PerpetratorCategory, PerpetratorGroup | null>> = {
  CLIENT: 'SEX_WORK',
  POLICE_OFFICER: 'LAW_ENFORCEMENT',
  MILITARY: 'LAW_ENFORCEMENT',
  BORDER_OR_PRISON_GUARD: 'LAW_ENFORCEMENT',
  MUNICIPAL_ENFORCEMENT: 'LAW_ENFORCEMENT',
  INTIMATE_PARTNER: 'PARTNER_OR_FAMILY',
  FAMILY_MEMBER: 'PARTNER_OR_FAMILY',
  THIRD_PARTY_MANAGER: 'SEX_WORK',
  VENUE_OWNER_OR_STAFF: 'SEX_WORK',
  CRIMINAL_OR_GANG: 'COMMUNITY',
  GENERAL_PUBLIC_NEIGHBOUR: 'COMMUNITY',
  HEALTH_CARE_WORKER: 'STATE_OR_SERVICES',
  NGO_WORKER: 'STATE_OR_SERVICES',
  OTHER_SEX_WORKER: 'SEX_WORK',
  RELIGIOUS_ACTOR: 'COMMUNITY',
  TRADITIONAL_LEADER: 'COMMUNITY',
  LANDLORD: 'COMMUNITY',
  MEDIA: 'COMMUNITY',
  GOVERNMENT_BODY: 'STATE_OR_SERVICES',
  JUDICIARY: 'STATE_OR_SERVICES',
  UNKNOWN: null,
  OTHER: null,
};
belongsTo(PerpetratorCategory, { list: PerpetratorGroup, of: groupOfCategory });
