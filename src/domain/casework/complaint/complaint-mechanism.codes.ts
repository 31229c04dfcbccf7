/** Before whom a complaint can be brought. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const ComplaintMechanismKind = codeList(
  'ComplaintMechanismKind',
  { en: 'Before whom a complaint is brought.', pt: 'Perante quem se apresenta uma queixa.' },
  {
    POLICE_STATION: { en: 'Police station', pt: 'Esquadra ou posto da polícia', source },
    VIOLENCE_OFFICE: {
      en: 'Office for families and victims of violence',
      pt: 'Gabinete ou secção de atendimento à família e vítimas de violência',
      description: {
        en: 'The unit of the police or the state that takes cases of violence: of families, children or sexual violence.',
        pt: 'A unidade da polícia ou do Estado que recebe casos de violência: de famílias, crianças ou violência sexual.',
      },
      source,
    },
    POLICE_OVERSIGHT: { en: 'Oversight of the police', pt: 'Fiscalização da polícia', source },
    HUMAN_RIGHTS: {
      en: 'Ombudsman or human rights commission',
      pt: 'Provedor de Justiça ou comissão de direitos humanos',
      source,
      sourceCode: 'OMBUDSMAN_HUMAN_RIGHTS_COMMISSION',
    },
    HEALTH: { en: 'Complaints of health services', pt: 'Reclamações nos serviços de saúde', source },
    LABOUR: { en: 'Labour disputes', pt: 'Conflitos laborais', source, sourceCode: 'LABOUR_CCMA' },
    COURT: { en: 'Court', pt: 'Tribunal', source },
    PLATFORM: { en: 'Platform of sex workers', pt: 'Plataforma de trabalhadoras do sexo', source },
    COMMUNITY_LEADER: { en: 'Community leader', pt: 'Líder comunitário', source },
    OTHER: { en: 'Other', pt: 'Outro', source },
  },
);
export type ComplaintMechanismKind = CodeOf<typeof ComplaintMechanismKind>;
