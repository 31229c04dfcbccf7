import { column, FALSE, sql, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';
import { SealedRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { District } from '../../country/place.entity';
import { RiskLevel } from '../case/case.codes';
import { CaseTransfer } from './case-transfer.entity';
import { SpokenLanguage } from '../survivor/language.codes';
import { ServiceCategory } from '../referral/referral.codes';
import { AgeBand } from '../survivor/survivor.codes';

/** While it waits, it is for both; then for whoever has the case. */
function isForMe(alias: string, { organisationId }: Subject): Sql {
  if (organisationId === null) return FALSE;
  return sql`EXISTS (SELECT 1 FROM case_transfer ts WHERE ts.id = ${column(alias, 'transfer_id')} AND (ts.status = 'REQUESTED'
    OR CASE ts.status WHEN 'ACCEPTED' THEN ts.to_organisation_id ELSE ts.from_organisation_id END = ${organisationId}))`;
}

/** All that the receiver has to decide by: it sees nothing of the case before it accepts. */
@Thing({
  label: { en: 'Summary of a transfer', pt: 'Resumo de uma transferência' },
  description:
    'What an organisation that is asked to take a case over is told to decide by. Sealed; every read is logged.',
  dataClass: 'TRANSFER_SUMMARY',
  plural: 'transferSummaries',
  subject: 'transfer.case.survivor',
  reach: { through: 'transfer', open: isForMe },
})
export class TransferSummary extends SealedRecord {
  @Link(() => CaseTransfer, {
    description: 'The transfer.',
    one: { name: 'summary', description: 'What there is to decide by. Every read is logged.' },
  })
  transferId: string;

  @Attribute({
    type: [ServiceCategory],
    description: 'Services that are needed: as the sender says, else those that are being referred to.',
    write: ['transferCase'],
    initial: [],
  })
  needs: ServiceCategory[];

  @Attribute({ type: RiskLevel, nullable: true, description: 'How much danger the survivor is in.' })
  riskLevel: RiskLevel | null;

  @Attribute({ type: AgeBand, nullable: true, description: 'Age band of the survivor.' })
  ageBand: AgeBand | null;

  @Attribute({ type: SpokenLanguage, nullable: true, description: 'Language that the survivor prefers.' })
  preferredLanguage: SpokenLanguage | null;

  @Link(() => District, { nullable: true, description: 'District where the newest incident happened.' })
  districtId: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 5000,
    description: 'Why the case is to be handed over; null where words do not cross between organisations.',
  })
  reason: string | null;
}
