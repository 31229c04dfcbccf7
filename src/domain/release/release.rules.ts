/** What is released of cases and of incidents, how it is told more coarsely, and how many people have to look alike. */
import { untold, type LadderStep, type ReleaseRules } from '../../disclosure/release-rules';
import type { PerpetratorCategory } from '../casework/incident/perpetrator.codes';
import type { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import type { PerpetratorGroup, ReleasedAgeBand, ReleasedColumn } from './release.codes';

/** Of a country, from its data protection profile. */
export interface ReleaseProfile {
  readonly k: number;
  readonly l: number;
}

/** People who have to look alike where police, trans or non-binary people are seen (`docs/design.md`). */
const OF_FEW = 10;
const few: readonly GenderIdentity[] = ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER'];
const state: PerpetratorGroup = 'STATE';

const wider: Readonly<Partial<Record<string, ReleasedAgeBand>>> = {
  AGE_18_24: 'AGE_18_34',
  AGE_25_34: 'AGE_18_34',
  AGE_35_49: 'AGE_35_PLUS',
  AGE_50_PLUS: 'AGE_35_PLUS',
} satisfies Partial<Record<AgeBand, ReleasedAgeBand>>;

const inWiderBand: LadderStep = { loss: 0.3, tell: (band) => wider[band] ?? band };

const common = [
  { name: 'PLACE', steps: [untold(0.8)] },
  { name: 'GENDER_IDENTITY', steps: [untold(0.5)] },
  { name: 'AGE_BAND', steps: [inWiderBand, untold(0.6)] },
] as const;

const violence = [
  { name: 'GBVIMS_TYPE', steps: [untold(1)], sensitive: true },
  { name: 'PERPETRATOR_GROUP', steps: [untold(0.9)], sensitive: true },
] as const;

/** Columns: place, gender, age. */
export const caseRules = ({ k, l }: ReleaseProfile): ReleaseRules<ReleasedColumn> => ({
  columns: common,
  ...{ k, l, kOfFew: OF_FEW },
  isOfFew: ([, gender]) => few.some((one) => one === gender),
});

/** Columns: place, gender, age, type, perpetrators. */
export const incidentRules = (profile: ReleaseProfile): ReleaseRules<ReleasedColumn> => ({
  ...caseRules(profile),
  columns: [...common, ...violence],
  isOfFew: ([, gender, , , perpetrators]) => perpetrators === state || few.some((one) => one === gender),
});

const groups: Readonly<Record<PerpetratorCategory, PerpetratorGroup>> = {
  CLIENT: 'CLIENT',
  POLICE_OFFICER: 'STATE',
  MILITARY: 'STATE',
  BORDER_OR_PRISON_GUARD: 'STATE',
  MUNICIPAL_ENFORCEMENT: 'STATE',
  INTIMATE_PARTNER: 'PARTNER_OR_FAMILY',
  FAMILY_MEMBER: 'PARTNER_OR_FAMILY',
  THIRD_PARTY_MANAGER: 'AT_WORK',
  VENUE_OWNER_OR_STAFF: 'AT_WORK',
  CRIMINAL_OR_GANG: 'COMMUNITY',
  GENERAL_PUBLIC_NEIGHBOUR: 'COMMUNITY',
  HEALTH_CARE_WORKER: 'COMMUNITY',
  NGO_WORKER: 'COMMUNITY',
  OTHER_SEX_WORKER: 'AT_WORK',
  RELIGIOUS_ACTOR: 'COMMUNITY',
  TRADITIONAL_LEADER: 'COMMUNITY',
  LANDLORD: 'AT_WORK',
  MEDIA: 'COMMUNITY',
  GOVERNMENT_BODY: 'STATE',
  JUDICIARY: 'STATE',
  UNKNOWN: 'UNKNOWN',
  OTHER: 'UNKNOWN',
};

/** Of an incident: the one group of all its alleged perpetrators. */
export function groupOf(categories: readonly PerpetratorCategory[]): PerpetratorGroup {
  const [one = 'UNKNOWN', another] = [...new Set(categories.map((category) => groups[category]))];
  return another ? 'SEVERAL' : one;
}
