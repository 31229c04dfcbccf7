/** What happened below a case since it was registered, as the API writes it down. */
import type { CaseActivityKind } from '../../src/domain/casework/case/case-activity.codes';
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import { CaseNote } from '../../src/domain/casework/case/case-note.entity';
import { CaseTransfer } from '../../src/domain/casework/transfer/case-transfer.entity';
import type { Case } from '../../src/domain/casework/case/case.entity';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import type { ThingRecord } from '../../src/model/record';
import type { Constructor } from '../../src/model/thing';
import { made, type Row } from './batch';
import type { Story } from './story';

type OfCase = ThingRecord & { readonly caseId: string };

/** The case shows when something below it was made last. */
export function addActivity({ batch, random }: Story, row: Row<Case>): void {
  const of = <T extends OfCase>(target: Constructor<T>, kind: CaseActivityKind, when = (_: Row<T>) => true) =>
    batch
      .of(target)
      .filter((one) => one.caseId === row.id && when(one))
      .map(({ createdAt, createdById }) => ({ kind, createdAt, createdById }));
  const happened = [
    ...of(Incident, 'INCIDENT_ADDED', ({ createdAt }) => createdAt > row.createdAt),
    ...of(CaseNote, 'NOTE_ADDED', ({ kind }) => kind !== 'STEP_REASON'),
    ...of(Referral, 'REFERRAL_ADDED'),
    ...of(CaseTransfer, 'TRANSFER_CHANGED'),
  ];
  for (const { kind, createdAt, createdById: byId } of happened) {
    batch.add(CaseActivity, { caseId: row.id, kind, byId, ...made(random, Date.parse(createdAt), byId) });
    if (createdAt > row.updatedAt) Object.assign(row, { updatedAt: createdAt });
  }
}
