/** By what values of indicators can be told apart, each with the codes that there are. */
import { codeList, type CodeList, type CodeOf } from '../../model/codelist';
import { AllyType } from '../ally/ally.codes';
import { AdvocacyKind } from '../advocacy/advocacy.codes';
import { ActivityLevel } from '../activity/activity.codes';
import { CaseSource } from '../casework/case/case-source.codes';
import { ClosureReason } from '../casework/case/closure-reason.codes';
import { ComplaintMechanismKind } from '../casework/complaint/complaint-mechanism.codes';
import { ComplaintConclusion, ComplaintWishReason } from '../casework/complaint/complaint.codes';
import { FollowUpType } from '../casework/follow-up/follow-up.codes';
import { GbvimsType } from '../casework/incident/incident.codes';
import { ServiceCategory, ReferralUrgency } from '../casework/referral/referral.codes';
import { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import { MediaTone } from '../media/media-piece.codes';
import { CapacityDomain } from '../movement/movement.codes';
import { OutreachType, ReachKind } from '../outreach/outreach.codes';
import { ReleasedPerpetratorGroup } from '../release/release.codes';
import { TrainingAudience, TrainingTopic } from '../training/training.codes';
import { DistrictKind, ReportingDelay } from './indicator.codes';

const own = { source: 'Hands Off' } as const;

export const IndicatorDimension = codeList(
  'IndicatorDimension',
  {
    en: 'By what values of indicators are told apart.',
    pt: 'Aquilo por que se distinguem os valores dos indicadores.',
  },
  {
    PROVINCE: { en: 'Province', pt: 'Província', ...own },
    ORGANISATION: { en: 'Organisation', pt: 'Organização', ...own },
    GENDER: { en: 'Gender', pt: 'Género', ...own },
    AGE_BAND: { en: 'Age', pt: 'Idade', ...own },
    VIOLENCE_TYPE: { en: 'Type of violence', pt: 'Tipo de violência', ...own },
    PERPETRATOR: { en: 'Alleged perpetrators', pt: 'Alegados agressores', ...own },
    REPORTING_DELAY: { en: 'Time until the report', pt: 'Tempo até à comunicação', ...own },
    CASE_SOURCE: { en: 'How it came', pt: 'Como chegou', ...own },
    CLOSURE_REASON: { en: 'Reason of the closure', pt: 'Motivo do encerramento', ...own },
    SERVICE_CATEGORY: { en: 'Category of service', pt: 'Categoria de serviço', ...own },
    URGENCY: { en: 'Urgency', pt: 'Urgência', ...own },
    FOLLOW_UP_TYPE: { en: 'Kind of follow-up', pt: 'Tipo de seguimento', ...own },
    DISTRICT_KIND: { en: 'Town or elsewhere', pt: 'Urbano ou rural', ...own },
    MECHANISM: { en: 'Where one complained', pt: 'Onde se apresentou a queixa', ...own },
    CONCLUSION: { en: 'How the complaint ended', pt: 'Como terminou a queixa', ...own },
    WISH_REASON: { en: 'Why not to complain', pt: 'Porque não apresentar queixa', ...own },
    TOPIC: { en: 'Topic', pt: 'Tema', ...own },
    AUDIENCE: { en: 'Audience', pt: 'Público', ...own },
    MODALITY: { en: 'Kind of outreach', pt: 'Tipo de actividade de proximidade', ...own },
    REACH_KIND: { en: 'New or repeat', pt: 'Primeira vez ou repetição', ...own },
    CAPACITY_DOMAIN: { en: 'Domain of capacity', pt: 'Domínio de capacidade', ...own },
    LEVEL: { en: 'Level', pt: 'Nível', ...own },
    ADVOCACY_KIND: { en: 'Kind of advocacy', pt: 'Tipo de advocacia', ...own },
    ALLY_TYPE: { en: 'Kind of ally', pt: 'Tipo de aliado', ...own },
    TONE: { en: 'Tone', pt: 'Tom', ...own },
  },
);
export type IndicatorDimension = CodeOf<typeof IndicatorDimension>;

/** What is not a list of codes, but records of the country. */
export type Places = 'provinces' | 'organisations';

/** The codes of each dimension. */
export const codesOfDimension: Readonly<Record<IndicatorDimension, CodeList | Places>> = {
  PROVINCE: 'provinces',
  ORGANISATION: 'organisations',
  GENDER: GenderIdentity,
  AGE_BAND: AgeBand,
  VIOLENCE_TYPE: GbvimsType,
  PERPETRATOR: ReleasedPerpetratorGroup,
  REPORTING_DELAY: ReportingDelay,
  CASE_SOURCE: CaseSource,
  CLOSURE_REASON: ClosureReason,
  SERVICE_CATEGORY: ServiceCategory,
  URGENCY: ReferralUrgency,
  FOLLOW_UP_TYPE: FollowUpType,
  DISTRICT_KIND: DistrictKind,
  MECHANISM: ComplaintMechanismKind,
  CONCLUSION: ComplaintConclusion,
  WISH_REASON: ComplaintWishReason,
  TOPIC: TrainingTopic,
  AUDIENCE: TrainingAudience,
  MODALITY: OutreachType,
  REACH_KIND: ReachKind,
  CAPACITY_DOMAIN: CapacityDomain,
  LEVEL: ActivityLevel,
  ADVOCACY_KIND: AdvocacyKind,
  ALLY_TYPE: AllyType,
  TONE: MediaTone,
};
