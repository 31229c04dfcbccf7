import { Index } from 'typeorm';
import { column, sql } from '../../../base/sql';
import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { closedOff } from '../access/access-grant.reach';
import { CaseTransferStatus } from './case-transfer.codes';
import { Case } from '../case/case.entity';
import { Consent } from '../consent/consent.entity';
import { caseNumber } from '../case/number-forms';

/** The stub that both organisations see: the receiver before it accepts, the sender after it has let go. */
@Index(['caseId'], { unique: true, where: `status = 'REQUESTED'` })
@Index(['expiresAt'], { where: `status = 'REQUESTED'` })
@Thing({
  label: { en: 'Transfer of a case', pt: 'Transferência de um caso' },
  description: 'A case on its way from one organisation to another.',
  dataClass: 'CASE_OPERATIONS',
  plural: 'caseTransfers',
  reach: {
    beside: 'case',
    own: ['createdById'],
    organisation: ['fromOrganisationId', 'toOrganisationId'],
    closedOff: (alias, subject) =>
      sql`EXISTS (SELECT 1 FROM "case" tc WHERE tc.id = ${column(alias, 'case_id')} AND ${closedOff('tc', subject)})`,
  },
  order: { field: 'requestedAt', direction: 'DESC' },
})
export class CaseTransfer extends ThingRecord {
  @Link(() => Case, {
    description: 'The case; null for those who may not see it (yet, or any longer).',
    many: { name: 'transfers', description: 'Transfers of the case, past and pending.' },
  })
  caseId: string;

  @Attribute({ type: 'text', description: 'Short number of the case.', shortNumber: caseNumber })
  displayId: string;

  @Link(() => Organisation, { description: 'Who hands the case over.' })
  fromOrganisationId: string;

  @Link(() => Organisation, { description: 'Who is asked to take it.' })
  toOrganisationId: string;

  @Attribute({ type: CaseTransferStatus, description: 'Whether it was accepted.' })
  status: CaseTransferStatus;

  @Attribute({ type: 'dateTime', sort: true, description: 'When it was asked for, in UTC.' })
  requestedAt: string;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When it ends if nobody answers, in UTC: after the country’s days, or hours where the risk is high.',
  })
  expiresAt: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it was answered, or ended, in UTC.' })
  respondedAt: string | null;

  @Link(() => Consent, {
    nullable: true,
    description: 'The decision of the survivor that ended it, where it was one.',
    many: { name: 'endedTransfers', description: 'Pending transfers that the decision ended.' },
  })
  endedByConsentId: string | null;
}
