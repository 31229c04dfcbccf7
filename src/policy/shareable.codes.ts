import { codeList, type CodeOf } from '../model/codelist';
import { dataClasses, type DataClass } from './table';

/**
 * The data classes that a consent can cover, and a case that is handed over or a referral can carry: those that the policy
 * marks `shareable`. A referral carries those alone that a receiver reads (`isReadByReceivers`).
 * A class that becomes shareable there needs its labels here; the module refuses to load without them.
 */
export const ShareableClass = codeList(
  'ShareableClass',
  {
    en: 'A group of fields that a survivor can agree to share.',
    pt: 'Um grupo de campos que uma pessoa sobrevivente pode aceitar partilhar.',
  },
  {
    IDENTITY: { en: 'Identity', pt: 'Identidade' },
    SAFE_CONTACT: { en: 'Safe contact', pt: 'Contacto seguro' },
    DEMOGRAPHICS: { en: 'Demographics', pt: 'Dados demográficos' },
    INCIDENT: { en: 'Coded incident', pt: 'Incidente codificado' },
    INCIDENT_DETAIL: { en: 'Incident in detail', pt: 'Incidente em pormenor' },
    NARRATIVE: { en: 'Account of the incident', pt: 'Relato do incidente' },
    HEALTH: { en: 'Health', pt: 'Saúde' },
    PERPETRATOR: { en: 'Kind of alleged perpetrator', pt: 'Tipo de alegado agressor' },
    PERPETRATOR_IDENTITY: { en: 'Identity of the alleged perpetrator', pt: 'Identidade do alegado agressor' },
    COMPLAINT: { en: 'Complaint', pt: 'Queixa' },
    COMPLAINT_IDENTITY: { en: 'Number and names of the complaint', pt: 'Número e nomes da queixa' },
    EVIDENCE: { en: 'Evidence', pt: 'Provas' },
  },
);
export type ShareableClass = CodeOf<typeof ShareableClass>;

const marked = (Object.keys(dataClasses) as DataClass[]).filter((name) => dataClasses[name].shareable);
if (marked.join() !== ShareableClass.codes.join()) {
  throw new Error(`ShareableClass lists ${ShareableClass.codes.join()}, the policy marks ${marked.join()}`);
}
