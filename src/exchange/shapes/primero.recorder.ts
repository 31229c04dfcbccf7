/** The 42 columns of the GBVIMS incident recorder, in their order, with their labels in English and Portuguese. */
import type { Left, Rule } from '../mapping/mapping';
import * as rules from './primero.rules';

/** A column as the exporter calls it, by the language of whoever exports. */
export interface RecorderColumn {
  readonly en: string;
  readonly pt: string;
  readonly rule: Rule | Left;
}

const column = (en: string, pt: string, rule: Rule | Left): RecorderColumn => ({ en, pt, rule });
/** The incident's own number: what the row is called. */
const id: Rule = { paths: [] };
const both: Rule = {
  paths: [...rules.relationship.paths, ...rules.categoryOfRelationship.paths],
  values: { ...rules.relationship.values, ...rules.categoryOfRelationship.values },
  lenient: true,
  fallback: 1,
};
const GBV = 'GBV (VIOLÊNCIA BASEADA NO GÊNERO)';

export const recorderColumns: readonly RecorderColumn[] = [
  column('INCIDENT ID', 'IDENTIFICAÇÃO DO INCIDENTE', id),
  column('SURVIVOR CODE', 'CÓDIGO DE SOBREVIVENTE', rules.survivorCode),
  column('CASE MANAGER CODE', 'CÓDIGO DO GERENTE DO CASO', rules.caseManager),
  column('DATE OF INTERVIEW', 'DATA DA ENTREVISTA', rules.interviewedOn),
  column('DATE OF INCIDENT', 'DATA DO INCIDENTE', rules.occurredOn),
  column('DATE OF BIRTH', 'DATA DE NASCIMENTO', rules.birth),
  column('SEX', 'SEXO', rules.sex),
  column('ETHNICITY', 'ETNIA', rules.ethnicity),
  column('COUNTRY OF ORIGIN', 'PAÍS DE ORIGEM', rules.origin),
  column('CIVIL / MARITAL STATUS', 'ESTADO CIVIL', rules.maritalStatus),
  column('DISPLACEMENT STATUS AT REPORT', 'ESTADO DE DESLOCAMENTO NO RELATÓRIO', rules.displacement),
  column('PERSON WITH DISABILITY?', 'PESSOA COM DEFICIÊNCIA?', rules.disability),
  column('UNACCOMPANIED OR SEPARATED CHILD?', 'CRIANÇA DESACOMPANHADA OU SEPARADA?', rules.child),
  column('STAGE OF DISPLACEMENT AT INCIDENT', 'FASE DE DESLOCAMENTO NO INCIDENTE', rules.displacement),
  column('INCIDENT TIME OF DAY', 'HORA DO INCIDENTE', rules.timeOfDay),
  column('INCIDENT LOCATION', 'LOCALIZAÇÃO DO INCIDENTE', rules.place),
  column('INCIDENT COUNTY', 'ESTADO ONDE OCORREU O INCIDENTE', rules.province),
  column('INCIDENT DISTRICT', 'DISTRITO ONDE OCORREU O INCIDENTE', rules.district),
  column('INCIDENT CAMP / TOWN', 'CIDADE ONDE OCORREU O INCIDENTE', rules.exactPlace),
  column('GBV TYPE', `TIPO DE ${GBV}`, rules.gbvType),
  column('HARMFUL TRADITIONAL PRACTICE', 'PRÁTICA USUAL NOCIVA', rules.practice),
  column(
    'MONEY, GOODS, BENEFITS AND / OR SERVICES EXCHANGED ?',
    'DINHEIRO, BENS, BENEFÍCIOS E / OU SERVIÇOS TROCADOS?',
    rules.exchanged,
  ),
  column('TYPE OF ABDUCTION', 'TIPO DE SEQUESTRO', rules.abduction),
  column('PREVIOUSLY REPORTED THIS INCIDENT?', 'ESTE INCIDENTE JÁ FOI REPORTADO ANTERIORMENTE?', rules.reportedBefore),
  column('PREVIOUS GBV INCIDENTS?', `OCORREU INCIDENTES ANTERIORES DE ${GBV}?`, rules.earlierIncidents),
  column('No. ALLEGED PRIMARY PERPETRATOR(S)', 'Não. SUPOSTO(S) INFRATOR(ES) PRIMÁRIO(S)', rules.perpetrators),
  column('ALLEGED PERPETRATOR SEX', 'SEXO ALEGADO PELO INFRATOR', rules.perpetratorSex),
  column(
    'PREVIOUS INCIDENT WITH THIS PERPETRATOR',
    'INCIDENTES ANTERIORES COM O MESMO INFRATOR',
    rules.samePerpetrator,
  ),
  column('ALLEGED PERPETRATOR AGE GROUP', 'GRUPO DE IDADE DO SUPOSTO INFRATOR', rules.perpetratorAge),
  column('ALLEGED PERPETRATOR - SURVIVOR RELATIONSHIP', 'RELAÇÃO DO SOBREVIVENTE COM O SUPOSTO INFRATOR', both),
  column('ALLEGED PERPETRATOR OCCUPATION', 'OCUPAÇÃO DO SUPOSTO INFRATOR', rules.occupation),
  column('REFERRED TO YOU FROM?', 'REFERIDO À VOCÊ DE?', rules.door),
  column('SAFE HOUSE / SHELTER', 'CASA SEGURA/ ABRIGO', rules.services),
  column('HEALTH / MEDICAL SERVICES', 'SAÚDE / SERVIÇOS MÉDICOS', rules.services),
  column('PSYCHOSOCIAL SERVICES', 'SERVIÇO PSICOSSOCIAIS', rules.services),
  column('WANTS LEGAL ACTION?', 'QUER UMA AÇÃO JURÍDICA?', rules.legalAction),
  column('LEGAL ASSISTANCE SERVICES', 'SERVIÇO DE ASSISTÊNCIA JURÍDICA', rules.services),
  column('POLICE / OTHER SECURITY ACTOR', 'POLÍCIA / OUTRO AUTOR DE SEGURANÇA', rules.services),
  column('LIVELIHOODS PROGRAM', 'PROGRAMA DE SUBSISTÊNCIA', rules.services),
  column(
    'CHILD PROTECTION SERVICES / EDUCATION SERVICES',
    'serviço de proteção a criança / serviço de educação',
    rules.services,
  ),
  column('CONSENT GIVEN', 'CONSENTIMENTO DADO', rules.reporting),
  column('REPORTING AGENCY CODE', 'CÓDIGO DA AGÊNCIA DE REPORTE', rules.agency),
];

/** What stands in place of the age group where an installation asks for no more than that. */
export const ageTypeColumn = column(
  'ALLEGED PERPETRATOR AGE TYPE',
  'TIPO DE IDADE DO SUPOSTO INFRATOR',
  rules.perpetratorAgeType,
);

export { primeroGiven } from './primero.rules';
