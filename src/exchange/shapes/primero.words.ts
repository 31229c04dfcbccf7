/** The words of GBVIMS that are none of our labels, in English and Portuguese, folded; null says nothing that is known. */
import type { Meaning } from '../mapping/mapping';

type Words = Readonly<Record<string, Meaning>>;

export const sexes: Words = {
  ...{ f: 'WOMAN', female: 'WOMAN', feminino: 'WOMAN', mulher: 'WOMAN' },
  ...{ m: 'MAN', male: 'MAN', masculino: 'MAN', homem: 'MAN' },
};

export const perpetratorSexes: Words = {
  ...{ f: 'FEMALE', m: 'MALE', 'm and f': 'BOTH', 'f and m': 'BOTH', 'm e f': 'BOTH', 'f e m': 'BOTH', both: 'BOTH' },
};

/** After “Age” or “Idade”, which stands before the younger ones. */
export const perpetratorAges: Words = {
  ...{ '61 & older': 'AGE_61_PLUS', '61 ou mais': 'AGE_61_PLUS', desconhecido: 'UNKNOWN' },
};

export const disabilities: Words = {
  ...{ no: 'NONE', nao: 'NONE', false: 'NONE', none: 'NONE' },
  // That there is one does not say which.
  ...{ yes: null, sim: null, true: null },
  ...{ mental: 'MENTAL', 'mental disability': 'MENTAL', 'deficiencia mental': 'MENTAL' },
  ...{ physical: 'PHYSICAL', 'physical disability': 'PHYSICAL', 'deficiencia fisica': 'PHYSICAL' },
  ...{
    both: 'BOTH',
    'both mental & physical disability': 'BOTH',
    ambas: 'BOTH',
    mental_and_physical_disability: 'BOTH',
  },
};

export const timesOfDay: Words = {
  ...{ morning: 'MORNING', 'morning (sunrise to noon)': 'MORNING', manha: 'MORNING' },
  'manha (do nascer do sol ao meio-dia)': 'MORNING',
  ...{ afternoon: 'AFTERNOON', 'afternoon (noon to sunset)': 'AFTERNOON', tarde: 'AFTERNOON' },
  ...{ evening: 'EVENING_NIGHT', night: 'EVENING_NIGHT', noite: 'EVENING_NIGHT' },
  ...{ 'evening/night': 'EVENING_NIGHT', 'evening/night (sunset to sunrise)': 'EVENING_NIGHT' },
  ...{ 'unknown/not applicable': 'UNKNOWN', 'desconhecido/nao aplicavel': 'UNKNOWN' },
};

export const places: Words = {
  ...{ "client's home": 'CLIENT_S_HOME', 'client’s home': 'CLIENT_S_HOME', 'casa do cliente': 'CLIENT_S_HOME' },
  ...{ "perpetrator's home": 'PERPETRATOR_S_HOME', "perpetrator's friend's home": 'PERPETRATOR_S_FRIEND_S_HOME' },
  ...{
    'street/road': 'ROAD',
    street: 'ROAD',
    rua: 'ROAD',
    'mato/floresta': 'BUSH_FOREST',
    other: 'OTHER',
    outro: 'OTHER',
  },
};

export const types: Words = {
  ...{ 'non-gbv': 'NON_GBV', 'nao-gbv': 'NON_GBV', 'nao gbv': 'NON_GBV', 'non-gbvims': 'NON_GBV' },
  ...{
    violacao: 'RAPE',
    estupro: 'RAPE',
    'casamento forcado': 'FORCED_MARRIAGE',
    'agressao fisica': 'PHYSICAL_ASSAULT',
  },
  ...{ 'abuso psicologico / emocional': 'PSYCHOLOGICAL_EMOTIONAL_ABUSE' },
};

/** The violation that a type of GBVIMS tells of; the others tell of none in particular. */
export const violations: Words = {
  ...{ rape: 'RAPE', violacao: 'RAPE', 'violacao sexual': 'RAPE', estupro: 'RAPE' },
  ...{ 'sexual assault': 'SEXUAL_ASSAULT', sexual_assault: 'SEXUAL_ASSAULT', 'agressao sexual': 'SEXUAL_ASSAULT' },
  ...{ 'physical assault': 'BEATING', physical_assault: 'BEATING', 'agressao fisica': 'BEATING' },
};

export const abductions: Words = {
  ...{ trafficked: 'TRAFFICKING_OR_FORCED_LABOUR', traficado: 'TRAFFICKING_OR_FORCED_LABOUR' },
  trafficked_abducted: 'TRAFFICKING_OR_FORCED_LABOUR',
  ...{ 'forced conscription': 'RESTRAINT_OR_ABDUCTION', forced_conscription: 'RESTRAINT_OR_ABDUCTION' },
  ...{
    'other abduction / kidnapping': 'RESTRAINT_OR_ABDUCTION',
    'other abduction/kidnapping': 'RESTRAINT_OR_ABDUCTION',
  },
  other_abduction_kidnapping: 'RESTRAINT_OR_ABDUCTION',
};

export const yesOrNo: Words = {
  ...{ 'yes-gbvims org / agency': 'true', 'yes-non gbvims org / agency': 'true', gbvims_org: 'true' },
  ...{ 'non-gbvims_org': 'true', 'yes-gbvims org': 'true' },
};

/** It is written also where nothing is known of it. */
export const yesOrUnknown: Words = { no: null, nao: null, false: null };

export const counts: Words = { 'more than 3': null, 'mais de 3': null, more_than_3: null };

export const relationships: Words = {
  ...{ 'intimate partner / former partner': 'INTIMATE_PARTNER_FORMER_PARTNER' },
  ...{ 'parceiro intimo / ex-parceiro': 'INTIMATE_PARTNER_FORMER_PARTNER' },
  ...{ 'family friend / neighbor': 'FAMILY_FRIEND_NEIGHBOR', 'cotenant / housemate': 'COTENANT_HOUSEMATE' },
  'other refugee / idp / returnee': 'OTHER_REFUGEE_IDP_RETURNEE',
  ...{ outro: 'OTHER', 'sem relacao': 'NO_RELATION', desconhecido: 'UNKNOWN' },
};

/** What a relationship tells of the place in the survivor's life and work. */
export const categoriesOfRelationships: Words = {
  ...{ 'intimate partner / former partner': 'INTIMATE_PARTNER', 'parceiro intimo / ex-parceiro': 'INTIMATE_PARTNER' },
  intimate_partner_former_partner: 'INTIMATE_PARTNER',
  ...{
    'primary caregiver': 'FAMILY_MEMBER',
    primary_caregiver: 'FAMILY_MEMBER',
    'cuidador principal': 'FAMILY_MEMBER',
  },
  'family other than spouse or caregiver': 'FAMILY_MEMBER',
  family_other_than_spouse_or_caregiver: 'FAMILY_MEMBER',
  ...{ 'supervisor / employer': 'THIRD_PARTY_MANAGER', supervisor_employer: 'THIRD_PARTY_MANAGER' },
  ...{ 'family friend / neighbor': 'GENERAL_PUBLIC_NEIGHBOUR', family_friend_neighbor: 'GENERAL_PUBLIC_NEIGHBOUR' },
  'other resident community member': 'GENERAL_PUBLIC_NEIGHBOUR',
  other_resident_community_member: 'GENERAL_PUBLIC_NEIGHBOUR',
};

export const occupations: Words = {
  ...{ police: 'POLICE_OFFICER', policia: 'POLICE_OFFICER', 'police officer': 'POLICE_OFFICER' },
  ...{
    soldier: 'MILITARY',
    military: 'MILITARY',
    militar: 'MILITARY',
    'national army': 'MILITARY',
    soldado: 'MILITARY',
  },
  'armed force/military': 'MILITARY',
  ...{
    'security official': 'OTHER',
    'camp or community leader': 'TRADITIONAL_LEADER',
    'lider comunitario': 'TRADITIONAL_LEADER',
  },
  ...{ 'religious leader': 'RELIGIOUS_ACTOR', 'lider religioso': 'RELIGIOUS_ACTOR' },
  ...{ 'health worker': 'HEALTH_CARE_WORKER', 'profissional de saude': 'HEALTH_CARE_WORKER' },
  ...{ 'humanitarian or development worker': 'NGO_WORKER', 'ngo staff': 'NGO_WORKER', 'un staff': 'NGO_WORKER' },
  ...{ 'sex worker': 'OTHER_SEX_WORKER', 'trabalhadora de sexo': 'OTHER_SEX_WORKER', landlord: 'LANDLORD' },
  ...{ client: 'CLIENT', cliente: 'CLIENT', 'government official': 'GOVERNMENT_BODY' },
};

export const doors: Words = {
  ...{
    'police/other service': 'POLICE_OTHER_SECURITY_ACTOR',
    'police/other security actor': 'POLICE_OTHER_SECURITY_ACTOR',
  },
  ...{ 'health/medical service': 'HEALTH_MEDICAL_SERVICES', 'health/medical services': 'HEALTH_MEDICAL_SERVICES' },
  ...{ 'psychosocial/counseling services': 'PSYCHOSOCIAL_COUNSELING_SERVICES' },
  ...{ 'psychosocial/counseling service': 'PSYCHOSOCIAL_COUNSELING_SERVICES' },
  ...{ 'safe house/shelter': 'SAFE_HOUSE_SHELTER', 'livelihoods program': 'LIVELIHOODS_PROGRAM' },
  ...{
    'legal assistance service': 'LEGAL_ASSISTANCE_SERVICES',
    'legal assistance services': 'LEGAL_ASSISTANCE_SERVICES',
  },
  ...{ 'self referral/first point of contact': 'SELF_REFERRAL_FIRST_POINT_OF_CONTACT' },
  ...{ 'self-referral/first point of contact': 'SELF_REFERRAL_FIRST_POINT_OF_CONTACT' },
  ...{ 'community or camp leader': 'COMMUNITY_OR_CAMP_LEADER', 'teacher/school official': 'TEACHER_SCHOOL_OFFICIAL' },
  'other humanitarian or development actor': 'OTHER_HUMANITARIAN_OR_DEVELOPMENT_ACTOR',
  ...{ 'other government service': 'OTHER_GOVERNMENT_SERVICE' },
};
