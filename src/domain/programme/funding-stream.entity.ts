import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import type { YearTypeCode } from '../../base/period/type';
import { FinancialYear } from '../indicator/indicator.codes';
import { Organisation } from '../organisation/organisation.entity';
import { ProgrammePhase } from './programme-phase.entity';

const told = ['recordFundingStream', 'updateFundingStream'];

/** Who pays for what, without amounts: budgets are kept where accounts are. */
@Thing({
  label: { en: 'Funding stream', pt: 'Fonte de financiamento' },
  description: 'Who funds an organisation in a phase of the programme, through whom and when; without amounts.',
  dataClass: 'ACTIVITY',
  plural: 'fundingStreams',
  few: true,
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'startsOn', direction: 'DESC' },
})
export class FundingStream extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who is funded.',
    write: ['recordFundingStream?'],
  })
  organisationId: string;

  @Attribute({ type: 'text', sort: true, description: 'Institution that gives the funds.', write: told })
  donor: string;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Institution through which they come; null: from the donor itself.',
    write: told,
  })
  conduit: string | null;

  @Link(() => ProgrammePhase, {
    description: 'Phase of the programme that they are for.',
    many: { name: 'fundingStreams', description: 'Who funds which organisation in it.' },
    write: told,
  })
  phaseId: string;

  @Attribute({ type: 'date', sort: true, description: 'First day.', write: told })
  startsOn: string;

  @Attribute({ type: 'date', nullable: true, description: 'Last day; null: not fixed.', write: told })
  endsOn: string | null;

  @Attribute({
    type: FinancialYear,
    nullable: true,
    description: 'When the financial year begins by which the donor counts; null: it is not known.',
    write: told,
  })
  financialYear: YearTypeCode | null;

  @Attribute(voided)
  voidedAt: string | null;
}
