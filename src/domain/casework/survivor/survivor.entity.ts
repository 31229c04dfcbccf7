import { Index } from 'typeorm';
import { countryName } from '../../../base/nationality';
import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { District } from '../../country/place.entity';
import { survivorNumber } from '../case/number-forms';
import { sharedWithMe, underMyReferral } from '../referral/referral.reach';
import { SpokenLanguage } from './language.codes';
import {
  AgeBand,
  DisabilityKind,
  GenderIdentity,
  GenderModality,
  KeyPopulation,
  SelfIdentification,
} from './survivor.codes';

/** A person in one country, under a random code. Who they are stands elsewhere, sealed. */
@Thing({
  label: { en: 'Survivor', pt: 'Pessoa sobrevivente' },
  description: 'A survivor, pseudonymous and in generalised form.',
  dataClass: 'SURVIVOR',
  plural: 'survivors',
  subject: '',
  reach: {
    through: 'cases',
    referred: (alias, subject, dataClass) => underMyReferral(alias, 'id', 'survivor_id', subject, dataClass),
    follows: 'mergedInto',
  },
  erased: true,
})
export class Survivor extends ThingRecord {
  @Attribute({
    type: 'text',
    unique: true,
    description: 'Random code, not derived from name or date of birth.',
    sort: true,
    shortNumber: survivorNumber,
  })
  survivorCode: string;

  @Attribute({ type: AgeBand, description: 'Age band when last recorded.', write: ['newSurvivor?', 'updateSurvivor'] })
  ageBand: AgeBand;

  @Attribute({
    type: GenderIdentity,
    description: 'Gender that the person identifies with.',
    write: ['newSurvivor', 'updateSurvivor'],
  })
  genderIdentity: GenderIdentity;

  @Attribute({
    type: SpokenLanguage,
    nullable: true,
    description: 'Language that the person prefers.',
    write: ['newSurvivor', 'updateSurvivor'],
  })
  preferredLanguage: SpokenLanguage | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether the person is a member of a sex workers’ platform.',
    write: ['newSurvivor', 'updateSurvivor'],
  })
  platformMember: boolean | null;

  @Link(() => Survivor, {
    nullable: true,
    description: 'The record of the same person that this one was merged into: what there is of the person is there.',
    many: { name: 'mergedFrom', description: 'Records of the same person that were merged into this one.' },
  })
  mergedIntoId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When this record was last merged with another one of the same person, in UTC.',
  })
  mergedAt: string | null;
}

@Index(['homeDistrictId', 'birthYear'])
@Index(['toldCode'], { where: 'told_code IS NOT NULL' })
@Thing({
  label: { en: 'Demographics of a survivor', pt: 'Dados demográficos de uma pessoa sobrevivente' },
  description: 'Quasi-identifiers of a survivor.',
  dataClass: 'DEMOGRAPHICS',
  plural: 'demographics',
  subject: 'survivor',
  reach: {
    through: 'survivor.cases',
    referred: (alias, subject, dataClass) => sharedWithMe(alias, 'survivor_id', 'survivor_id', subject, dataClass),
  },
  erased: true,
})
export class SurvivorDemographics extends ThingRecord {
  @Link(() => Survivor, {
    description: 'The survivor.',
    one: { name: 'demographics', description: 'Quasi-identifiers, for those who need them.' },
  })
  survivorId: string;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1900,
    max: 2100,
    description: 'Year of birth.',
    write: ['newDemographics', 'demographics'],
  })
  birthYear: number | null;

  @Attribute({
    type: GenderModality,
    nullable: true,
    description: 'Whether gender is the one recorded at birth.',
    write: ['newDemographics', 'demographics'],
  })
  genderModality: GenderModality | null;

  @Attribute({
    type: [KeyPopulation],
    description: 'Key populations that the person counts themself among.',
    write: ['newDemographics', 'demographics'],
    initial: [],
  })
  keyPopulations: KeyPopulation[];

  @Attribute({
    type: 'text',
    nullable: true,
    labelled: countryName,
    description: 'Nationality (ISO 3166-1 alpha-2).',
    maxLength: 2,
    write: ['newDemographics', 'demographics'],
  })
  nationality: string | null;

  @Link(() => District, {
    nullable: true,
    description: 'District where the person lives.',
    write: ['newDemographics', 'demographics'],
  })
  homeDistrictId: string | null;

  @Attribute({
    type: DisabilityKind,
    nullable: true,
    description: 'Disability, as GBVIMS codes it.',
    write: ['newDemographics', 'demographics'],
  })
  disability: DisabilityKind | null;

  @Attribute({
    type: SelfIdentification,
    nullable: true,
    description: 'Whether the person calls themself a sex worker.',
    write: ['newDemographics', 'demographics'],
  })
  selfIdentifiesAsSexWorker: SelfIdentification | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether the person receives money or goods for sexual services.',
    write: ['newDemographics', 'demographics'],
  })
  exchangesSexForMoneyOrGoods: boolean;

  @Attribute({
    type: 'text',
    nullable: true,
    shortNumber: survivorNumber,
    description:
      'Code that the person says they were given before, in this organisation or another one: the only link between what two organisations have on record.',
    write: ['newDemographics', 'demographics'],
  })
  toldCode: string | null;
}
