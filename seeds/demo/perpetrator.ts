/** Those alleged to have done it: of which kind, and sealed apart what is known of who. None of them exists. */
import { relationshipOfCategory } from '../../src/domain/casework/incident/incident.codes';
import { LocationType } from '../../src/domain/casework/incident/location-type.codes';
import type {
  PerpetratorActorKind,
  PerpetratorAgeGroup,
  PerpetratorCategory,
  PerpetratorSex,
} from '../../src/domain/casework/incident/incident.codes';
import { AllegedPerpetrator, PerpetratorIdentity } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import { label } from '../../src/model/codelist';
import type { NarrativeText } from '../text';
import { made, type Row } from './batch';
import type { Setting } from './incident-detail';
import type { Random, Weights } from './random';
import type { Story } from './story';

export type ToldPerpetrators = readonly Row<AllegedPerpetrator>[];

const ages: Weights<PerpetratorAgeGroup> = { AGE_26_40: 48, AGE_18_25: 18, AGE_41_60: 24, UNKNOWN: 8, AGE_61_PLUS: 2 };
const sexes: Weights<PerpetratorSex> = { MALE: 87, FEMALE: 9, UNKNOWN: 4 };
const sexesOfGroup: Weights<PerpetratorSex> = { MALE: 84, FEMALE: 6, BOTH: 6, UNKNOWN: 4 };
const uniformed: ReadonlySet<string> = new Set([
  'POLICE_OFFICER',
  'MILITARY',
  'BORDER_OR_PRISON_GUARD',
  'MUNICIPAL_ENFORCEMENT',
]);
const institutions: Readonly<Partial<Record<PerpetratorCategory, PerpetratorActorKind>>> = {
  GOVERNMENT_BODY: 'GOVERNMENT',
  JUDICIARY: 'GOVERNMENT',
  MEDIA: 'INSTITUTION',
};
/** Whom the survivor knows by name. */
const known: ReadonlySet<string> = new Set([
  'INTIMATE_PARTNER',
  'FAMILY_MEMBER',
  'LANDLORD',
  'THIRD_PARTY_MANAGER',
  'VENUE_OWNER_OR_STAFF',
  'OTHER_SEX_WORKER',
]);
/** Who else is sometimes there. */
const companions: Weights<PerpetratorCategory> = {
  CLIENT: 30,
  POLICE_OFFICER: 25,
  GENERAL_PUBLIC_NEIGHBOUR: 15,
  CRIMINAL_OR_GANG: 10,
  VENUE_OWNER_OR_STAFF: 10,
  UNKNOWN: 10,
};

export function addPerpetrators(story: Story, setting: Setting): ToldPerpetrators {
  const primary = addPerpetrator(story, setting, setting.told.perpetratorCategory, true);
  if (!story.random.chance(0.14)) return [primary];
  return [primary, addPerpetrator(story, setting, story.random.weighted(companions), false)];
}

function addPerpetrator(
  story: Story,
  setting: Setting,
  category: PerpetratorCategory,
  primary: boolean,
): Row<AllegedPerpetrator> {
  const { random, batch } = story;
  const { caseId, incidentId, told, by, reportedAt } = setting;
  const several =
    category === 'CRIMINAL_OR_GANG' ||
    told.violationTypes.includes('GANG_RAPE') ||
    (uniformed.has(category) && random.chance(0.6));
  const body = institutions[category];
  const drawn = body ? 1 : several ? random.int(2, 4) : 1;
  const said: Pick<NarrativeText, 'count' | 'sex'> = primary ? told : {};
  const count = said.count ?? drawn;
  const row = batch.add(AllegedPerpetrator, {
    caseId,
    incidentId,
    actorKind: body ?? (count > 1 ? 'GROUP' : 'PERSON'),
    category,
    relationship: relationshipOfCategory[category],
    rank: primary ? 'PRIMARY' : 'SECONDARY',
    sex: body ? null : sexOf(random, said.sex, count),
    ageGroup: body ? null : random.weighted(ages),
    uniformed: body ? null : uniformed.has(category) ? random.chance(0.85) : false,
    count,
    ...made(random, reportedAt, by.id),
  });
  if (primary && random.chance(0.6)) addIdentity(story, setting, row);
  return row;
}

/** As the account says; else by chance. */
function sexOf(random: Random, said: PerpetratorSex | undefined, count: number): PerpetratorSex {
  const drawn = random.weighted(count > 1 ? sexesOfGroup : sexes);
  return said ?? drawn;
}

function addIdentity(
  { random, batch, world }: Story,
  setting: Setting,
  { id, category, uniformed: inUniform }: Row<AllegedPerpetrator>,
): void {
  const { text, country } = world;
  const descriptions = text.perpetrators.filter((told) => told.category === category);
  const named = known.has(category) && random.chance(0.7);
  const driving: LocationType[] = ['VEHICLE', 'TRUCK_STOP', 'STREET_HOTSPOT'];
  const station = `${label(LocationType, 'POLICE_STATION_OR_CELL', country.defaultLocale)}, ${setting.place.name}`;
  const identity = {
    name: named ? `${random.pick(text.givenNames)} ${random.pick(text.surnames)}` : null,
    badgeNumber: inUniform && random.chance(0.3) ? `X${random.digits(6)}` : null,
    plateNumber:
      category === 'CLIENT' && driving.includes(setting.told.locationType) && random.chance(0.4)
        ? `XX ${random.digits(3)}`
        : null,
    institution: category === 'POLICE_OFFICER' && random.chance(0.7) ? station : null,
    description: descriptions.length > 0 && random.chance(0.6) ? random.pick(descriptions).text : null,
  };
  if (Object.values(identity).every((value) => value === null)) return;
  batch.add(PerpetratorIdentity, {
    caseId: setting.caseId,
    allegedPerpetratorId: id,
    dataKeyId: setting.dataKeyId,
    ...identity,
    ...made(random, setting.reportedAt, setting.by.id),
  });
}
