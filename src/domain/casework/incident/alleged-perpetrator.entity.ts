import { SealedRecord, ThingRecord, voided } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { column, sql } from '../../../base/sql';
import { Case } from '../case/case.entity';
import { coveredForMe } from '../referral/referral.reach';
import { Incident, ofCase } from './incident.entity';
import {
  PerpetratorActorKind,
  PerpetratorAgeGroup,
  PerpetratorCategory,
  PerpetratorRank,
  PerpetratorRelationship,
  PerpetratorSex,
} from './perpetrator.codes';

@Thing({
  label: { en: 'Alleged perpetrator', pt: 'Alegado agressor' },
  description: 'What kind of person, group or institution is alleged to have done it.',
  dataClass: 'PERPETRATOR',
  plural: 'allegedPerpetrators',
  subject: 'case.survivor',
  reach: ofCase('incident_id'),
  erased: true,
})
export class AllegedPerpetrator extends ThingRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => Incident, {
    description: 'The incident.',
    many: { name: 'allegedPerpetrators', description: 'Those alleged to have done it, by kind.' },
  })
  incidentId: string;

  @Attribute({
    type: PerpetratorActorKind,
    description: 'Person, group, institution or government.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
  })
  actorKind: PerpetratorActorKind;

  @Attribute({
    type: PerpetratorCategory,
    description: 'Category.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
  })
  category: PerpetratorCategory;

  @Attribute({
    type: PerpetratorRelationship,
    description: 'Relationship to the survivor, as GBVIMS codes it.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
  })
  relationship: PerpetratorRelationship;

  @Attribute({
    type: PerpetratorRank,
    description: 'Primary or secondary.',
    write: ['newAllegedPerpetrator?', 'updateAllegedPerpetrator'],
  })
  rank: PerpetratorRank;

  @Attribute({
    type: PerpetratorSex,
    nullable: true,
    description: 'Sex, as far as known.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
  })
  sex: PerpetratorSex | null;

  @Attribute({
    type: PerpetratorAgeGroup,
    nullable: true,
    description: 'Age group, as far as known.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
  })
  ageGroup: PerpetratorAgeGroup | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether in uniform.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
  })
  uniformed: boolean | null;

  @Attribute({
    type: 'int',
    min: 1,
    max: 1000,
    description: 'How many, if this entry stands for several.',
    write: ['newAllegedPerpetrator', 'updateAllegedPerpetrator'],
    initial: 1,
  })
  count: number;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Identity of an alleged perpetrator', pt: 'Identidade de um alegado agressor' },
  description: 'Who is alleged to have done it. Sealed; every read is logged.',
  dataClass: 'PERPETRATOR_IDENTITY',
  plural: 'perpetratorIdentities',
  subject: 'case.survivor',
  reach: {
    through: 'case',
    referred: (alias, subject, dataClass) => sql`EXISTS (SELECT 1 FROM alleged_perpetrator ap
      WHERE ap.id = ${column(alias, 'alleged_perpetrator_id')} AND ${coveredForMe('ap', 'incident_id', subject, dataClass)})`,
  },
  erased: true,
})
export class PerpetratorIdentity extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => AllegedPerpetrator, {
    description: 'The entry of the incident.',
    one: { name: 'identity', description: 'Who it is alleged to be. Sealed; every read is logged.' },
  })
  allegedPerpetratorId: string;

  @Attribute({ type: 'text', nullable: true, sealed: true, description: 'Name.', write: ['perpetratorIdentity'] })
  name: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Badge number.',
    write: ['perpetratorIdentity'],
  })
  badgeNumber: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Number plate.',
    write: ['perpetratorIdentity'],
  })
  plateNumber: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Police station or other institution.',
    write: ['perpetratorIdentity'],
  })
  institution: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'Description.',
    write: ['perpetratorIdentity'],
  })
  description: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
