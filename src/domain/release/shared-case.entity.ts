import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord } from '../../model/record';
import { Province } from '../country/place.entity';
import { GbvimsType } from '../casework/incident/incident.codes';
import { GenderIdentity } from '../casework/survivor/survivor.codes';
import { Zone } from '../country/release-profile.codes';
import { ReleasedAgeBand, ReleasedColumn, ReleasedPerpetratorGroup } from './release.codes';
import { Release } from './release.entity';

/** What is told of whoever a released row is about. */
export abstract class ReleasedRecord extends ThingRecord {
  @Link(() => Province, { nullable: true, description: 'Province of the first incident; null where it is not told.' })
  provinceId: string | null;

  @Attribute({ type: Zone, nullable: true, description: 'Zone, of a country that tells no provinces.' })
  zone: Zone | null;

  @Attribute({
    type: GenderIdentity,
    nullable: true,
    description: 'Gender that the survivor identifies with; null where it is not told.',
  })
  genderIdentity: GenderIdentity | null;

  @Attribute({
    type: ReleasedAgeBand,
    nullable: true,
    description: 'Age of the survivor; null where it is not told.',
  })
  ageBand: ReleasedAgeBand | null;

  @Attribute({
    type: [ReleasedColumn],
    description: 'What is told more coarsely than the country knows it, or not at all.',
  })
  generalised: ReleasedColumn[];
}

/** A case that was registered in the period of a release: nothing in it leads back to the case. */
@Thing({
  label: { en: 'Shared case', pt: 'Caso partilhado' },
  description: 'A case of a release, so told that enough people look alike.',
  dataClass: 'CASE_SHARE',
  plural: 'sharedCases',
  table: 'released_case',
  reach: {},
  order: { field: 'startsOn', direction: 'DESC' },
  derived: true,
  ofSharing: true,
})
export class SharedCase extends ReleasedRecord {
  @Link(() => Release, {
    description: 'The release.',
    many: { name: 'cases', description: 'Its cases.' },
  })
  releaseId: string;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'First day of the period in which it was registered, or released.',
  })
  startsOn: string;
}

/** An incident of such a case. Which case, is not told. */
@Thing({
  label: { en: 'Shared incident', pt: 'Incidente partilhado' },
  description: 'An incident of a release, so told that enough people look alike; only with consent to reporting.',
  dataClass: 'CASE_SHARE',
  plural: 'sharedIncidents',
  table: 'released_incident',
  reach: {},
  order: { field: 'startsOn', direction: 'DESC' },
  derived: true,
  ofSharing: true,
})
export class SharedIncident extends ReleasedRecord {
  @Link(() => Release, {
    description: 'The release.',
    many: { name: 'incidents', description: 'Its incidents.' },
  })
  releaseId: string;

  @Attribute({ type: 'date', sort: true, description: 'First day of the period of the release.' })
  startsOn: string;

  @Attribute({ type: GbvimsType, nullable: true, description: 'GBVIMS type; null where it is not told.' })
  gbvimsType: GbvimsType | null;

  @Attribute({
    type: ReleasedPerpetratorGroup,
    nullable: true,
    description: 'What the alleged perpetrators are; null where it is not told.',
  })
  perpetratorGroup: ReleasedPerpetratorGroup | null;
}
