import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Province } from '../../country/place.entity';
import { GbvimsType, HarmKind, ViolenceForm } from '../incident/incident.codes';
import { ViolationType } from '../incident/violation-type.codes';
import { PerpetratorCategory } from '../incident/perpetrator.codes';
import { AgeBand, GenderIdentity } from '../survivor/survivor.codes';
import { CaseSource, CaseStatus } from './case.codes';

/**
 * What a country shares of a case: codes, month instead of date, province instead of district. Its id is a keyed
 * pseudonym, and its timestamps are cut to the month, so that it cannot be tied to the case it was made from.
 */
@Thing({
  label: { en: 'Shared case', pt: 'Caso partilhado' },
  description: 'A de-identified case that a country shares with the region.',
  dataClass: 'CASE_SHARE',
  plural: 'sharedCases',
  reach: {},
  order: { field: 'openedMonth', direction: 'DESC' },
  derived: true,
  ofSharing: true,
  uncounted: true,
})
export class SharedCase extends ThingRecord {
  @Attribute({ type: 'date', sort: true, description: 'First day of the month in which the case was opened.' })
  openedMonth: string;

  @Link(() => Province, { nullable: true, description: 'Province of the first incident.' })
  provinceId: string | null;

  @Attribute({ type: CaseStatus, description: 'Where the case stands.' })
  status: CaseStatus;

  @Attribute({ type: CaseSource, description: 'How the case came to the programme.' })
  source: CaseSource;

  @Attribute({ type: GenderIdentity, nullable: true, description: 'Gender that the survivor identifies with.' })
  genderIdentity: GenderIdentity | null;

  @Attribute({ type: AgeBand, nullable: true, description: 'Age band of the survivor.' })
  ageBand: AgeBand | null;
}

@Thing({
  label: { en: 'Shared incident', pt: 'Incidente partilhado' },
  description: 'A de-identified incident of a shared case; only with consent to reporting.',
  dataClass: 'CASE_SHARE',
  plural: 'sharedIncidents',
  reach: {},
  order: { field: 'month', direction: 'DESC' },
  derived: true,
  ofSharing: true,
  uncounted: true,
})
export class SharedIncident extends ThingRecord {
  @Link(() => SharedCase, {
    description: 'The shared case.',
    many: { name: 'incidents', description: 'Its incidents with consent to reporting.' },
  })
  sharedCaseId: string;

  @Attribute({ type: 'date', sort: true, description: 'First day of the month in which it happened.' })
  month: string;

  @Link(() => Province, { nullable: true, description: 'Province where it happened.' })
  provinceId: string | null;

  @Attribute({ type: GbvimsType, description: 'GBVIMS type.' })
  gbvimsType: GbvimsType;

  @Attribute({ type: [ViolationType], description: 'Violations.' })
  violationTypes: ViolationType[];

  @Attribute({ type: [ViolenceForm], description: 'Forms of violence in the programme’s definition.' })
  violenceForms: ViolenceForm[];

  @Attribute({ type: [HarmKind], description: 'Kinds of harm.' })
  harmKinds: HarmKind[];

  @Attribute({ type: [PerpetratorCategory], description: 'Categories of alleged perpetrators.' })
  perpetratorCategories: PerpetratorCategory[];
}
