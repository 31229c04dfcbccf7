import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { ThingRecord, voided } from '../../../model/record';
import { Province } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { FundingStream } from '../../programme/funding-stream.entity';

const told = ['setIndicatorTarget', 'updateIndicatorTarget'];

/** What is to be reached, not what was: it says nothing of a person, and stands open. */
@Thing({
  label: { en: 'Target of an indicator', pt: 'Meta de um indicador' },
  description:
    'What an indicator is to reach in a period: of the whole country, of a province or of an organisation; of the programme itself, or of who funds it.',
  dataClass: 'TARGET',
  plural: 'indicatorTargets',
  few: true,
  reach: { organisation: ['organisationId'] },
  order: { field: 'startsOn', direction: 'DESC' },
})
export class IndicatorTarget extends ThingRecord {
  @Attribute({
    type: 'text',
    maxLength: 10,
    sort: true,
    found: false,
    description: 'Code of the indicator, as the query `indicators` has it: I03.',
    write: told,
  })
  indicatorCode: string;

  @Attribute({
    type: 'text',
    maxLength: 9,
    description: 'The period, as DHIS2 names it: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.',
    write: told,
  })
  period: string;

  @Attribute({ type: 'date', sort: true, description: 'First day of the period.' })
  startsOn: string;

  @Attribute({ type: 'date', description: 'Last day of the period, which belongs to it.' })
  endsOn: string;

  @Attribute({
    type: 'int',
    min: 0,
    max: 2000000000,
    description:
      'What is to be reached, in hundredths of what the indicator is told in: 42.50 % is 4250, a number of 500 is 50000.',
    write: told,
  })
  valueHundredths: number;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Whose target it is; null: of the whole country, or of the province.',
    write: ['setIndicatorTarget'],
  })
  organisationId: string | null;

  @Link(() => Province, {
    nullable: true,
    description: 'Province that it is of; null: of all of them.',
    write: told,
  })
  provinceId: string | null;

  @Link(() => FundingStream, {
    nullable: true,
    description:
      'Funds of whoever set it as theirs; null: it is the programme’s own, or of a donor whom the account does not see.',
    many: { name: 'targets', description: 'What the donor is to be told of: targets of indicators.' },
    write: told,
  })
  fundingStreamId: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 500,
    description: 'Where it comes from: the page of a plan, a meeting.',
    write: told,
  })
  note: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who set it, or corrected it, last.' })
  setById: string | null;

  @Attribute({ type: 'dateTime', description: 'When it was set, or corrected, last, in UTC.' })
  setAt: string;

  /** Of what it is, while it stands: no two are of the same. */
  @Hidden({ type: 'text', nullable: true, unique: true })
  standsFor: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
