/** The data classes as a code list: what each is called. A class of the policy that has no name here is a type error. */
import { codeList, label } from '../model/codelist';
import type { Labelling } from '../model/thing';
import type { DataClass } from './table';

export const DataClassCode = codeList<DataClass>(
  'DataClass',
  {
    en: 'Data of one kind, for which the policy says who may read and write it.',
    pt: 'Dados de um tipo, para os quais as regras dizem quem os pode ler e escrever.',
  },
  {
    IDENTITY: { en: 'Identity of survivors', pt: 'Identidade das pessoas sobreviventes' },
    SAFE_CONTACT: { en: 'Safe contact', pt: 'Contacto seguro' },
    DEMOGRAPHICS: { en: 'Demographics', pt: 'Dados demográficos' },
    SURVIVOR: { en: 'Survivors, generalised', pt: 'Pessoas sobreviventes, de forma geral' },
    INCIDENT: { en: 'Coded incidents', pt: 'Incidentes codificados' },
    INCIDENT_DETAIL: { en: 'Incidents in detail', pt: 'Incidentes em pormenor' },
    NARRATIVE: { en: 'Accounts of incidents', pt: 'Relatos de incidentes' },
    HEALTH: { en: 'Health', pt: 'Saúde' },
    PERPETRATOR: { en: 'Kind of alleged perpetrators', pt: 'Tipo de alegados agressores' },
    PERPETRATOR_IDENTITY: { en: 'Identity of alleged perpetrators', pt: 'Identidade de alegados agressores' },
    COMPLAINT: { en: 'Complaints', pt: 'Queixas' },
    COMPLAINT_IDENTITY: { en: 'Numbers and names of complaints', pt: 'Números e nomes de queixas' },
    COMPLAINT_WISH: { en: 'Wishes to complain', pt: 'Vontades de apresentar queixa' },
    COMPLAINT_MECHANISM: { en: 'Complaint mechanisms', pt: 'Mecanismos de queixa' },
    CASE_OPERATIONS: { en: 'Handling of cases', pt: 'Gestão de casos' },
    SERVICE_NEED: { en: 'Service needs', pt: 'Necessidades de serviços' },
    CASE_RESTRICTION: { en: 'Colleagues with restricted cases', pt: 'Colegas com casos restritos' },
    ACCUSED: { en: 'Accused colleagues', pt: 'Colegas acusados' },
    CASE_NOTES: { en: 'Notes of cases', pt: 'Notas de casos' },
    FOLLOW_UP: { en: 'Follow-ups', pt: 'Seguimentos' },
    REFERRAL_OPERATIONS: { en: 'Handling of referrals', pt: 'Gestão de encaminhamentos' },
    REFERRAL_REASON: { en: 'Reasons of referrals', pt: 'Motivos de encaminhamentos' },
    REFERRAL_ANSWER: { en: 'Answers to referrals', pt: 'Respostas a encaminhamentos' },
    TRANSFER_SUMMARY: { en: 'Summary of a transfer', pt: 'Resumo de uma transferência' },
    SERVICE_SESSION: { en: 'Sessions of services', pt: 'Sessões de serviços' },
    REFERRAL_LETTER: { en: 'Letters', pt: 'Cartas' },
    SERVICE_RECORD: { en: 'Records of services', pt: 'Registos de serviços' },
    CONSENT: { en: 'Consents', pt: 'Consentimentos' },
    EMERGENCY_ALERT: { en: 'Emergency alerts', pt: 'Alertas de emergência' },
    ALERT_PLACE: { en: 'Places and numbers of alerts', pt: 'Locais e números de alertas' },
    ROSTER: { en: 'Roster', pt: 'Escala de piquete' },
    ATTACHMENT: { en: 'Attachments', pt: 'Anexos' },
    EVIDENCE: { en: 'Evidence', pt: 'Provas' },
    REFERENCE: { en: 'Reference data', pt: 'Dados de referência' },
    DIRECTORY: { en: 'Service directory', pt: 'Directório de serviços' },
    STAFF: { en: 'Colleagues', pt: 'Colegas' },
    ACTIVITY: { en: 'Activities', pt: 'Actividades' },
    PARTICIPANT: { en: 'Named participants', pt: 'Participantes nomeados' },
    INDICATOR: { en: 'Indicators', pt: 'Indicadores' },
    CASE_SHARE: { en: 'Cases shared with the region', pt: 'Casos partilhados com a região' },
    ACCESS_GRANT: { en: 'Accesses that were taken', pt: 'Acessos tomados' },
    WORK_LIST: { en: 'Work lists', pt: 'Listas de trabalho' },
    NOTICE: { en: 'Notices', pt: 'Avisos' },
    VOIDING: { en: 'Records taken out', pt: 'Registos retirados' },
    ERASURE: { en: 'Erasures', pt: 'Apagamentos' },
    HISTORY: { en: 'Histories', pt: 'Históricos' },
    ACCESS_LOG: { en: 'Access log', pt: 'Registo de acessos' },
  },
);

/** What a data class is called. */
export const dataClassLabel: Labelling = (name, locale) => label(DataClassCode, name, locale);
