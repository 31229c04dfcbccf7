/** What is released of cases and of incidents, how it is told more coarsely, and how many people have to look alike. */
import { untold, type LadderStep, type ReleaseRules } from '../../disclosure/release-rules';
import type { PerpetratorCategory } from '../casework/incident/perpetrator.codes';
import { groupOfCategory } from '../casework/incident/perpetrator-group.codes';
import type { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import type { ReleasedAgeBand, ReleasedColumn, ReleasedPerpetratorGroup } from './release.codes';

/** Of a country, from its data protection profile. */
export interface ReleaseProfile {
  readonly k: number;
  readonly l: number;
}

/** People who have to look alike where police, trans or non-binary people are seen (`docs/design.md`). */
const OF_FEW = 10;
const few: readonly GenderIdentity[] = ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER'];
const police: ReleasedPerpetratorGroup = 'LAW_ENFORCEMENT';

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
  isOfFew: ([, gender, , , perpetrators]) => perpetrators === police || few.some((one) => one === gender),
});

const groupOfOne = (category: PerpetratorCategory): ReleasedPerpetratorGroup =>
  category === 'CLIENT' ? category : (groupOfCategory[category] ?? 'UNKNOWN');

/** Of an incident: the one group of all its alleged perpetrators. */
export function groupOf(categories: readonly PerpetratorCategory[]): ReleasedPerpetratorGroup {
  const [one = 'UNKNOWN', another] = [...new Set(categories.map(groupOfOne))];
  return another ? 'SEVERAL' : one;
}
