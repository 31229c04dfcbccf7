/** Records that were recorded in error and taken out: marked, with who found it and why, and all of it in the history. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import type { CaseActivityKind } from '../../src/domain/casework/case/case-activity.codes';
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import { CaseNote } from '../../src/domain/casework/case/case-note.entity';
import { Voiding } from '../../src/domain/casework/erasure/voiding.entity';
import type { ThingRecord } from '../../src/model/record';
import { thingOf, type Constructor } from '../../src/model/thing';
import { made, type Row } from './batch';
import { instant } from './calendar';
import { tellChange, tellMaking, type Doing } from './history';
import { addNote } from './note';
import type { Random } from './random';

type Voidable = ThingRecord & { readonly caseId: string; readonly voidedAt: string | null };

/** Why, and the chance that it is drawn by. */
interface Why {
  readonly random: Random;
  readonly reasons: readonly string[];
}

/** Takes out a record of the case, for one of the reasons. */
export function takeOut<T extends Voidable>(
  did: Doing,
  target: Constructor<T>,
  row: Row<T>,
  of: Row<Case>,
  { random, reasons }: Why,
): void {
  const { batch, by, at, action } = did;
  Object.assign(row, { voidedAt: instant(at) });
  tellChange<Voidable>(did, target, row, { voidedAt: null });
  const { name: entity } = thingOf(target);
  const voiding = batch.add(Voiding, {
    ...{ caseId: of.id, organisationId: null, entity, recordId: row.id, makerId: row.createdById, restoredAt: null },
    ...made(random, at, by.id),
  });
  tellMaking(did, Voiding, voiding);
  const note = addNote({ random, batch }, of, by, at, 'STEP_REASON', random.pick(reasons), action);
  tellMaking(did, CaseNote, note);
  showOn(did, of, entity === 'CaseNote' ? 'NOTE_CHANGED' : 'INCIDENT_CHANGED');
}

/** What was put right or taken out shows on the case. */
export function showOn({ random, batch, by, at }: Doing, of: Row<Case>, kind: CaseActivityKind): void {
  const entry = batch.add(CaseActivity, { caseId: of.id, kind, byId: by.id, ...made(random, at, by.id) });
  if (entry.createdAt > of.updatedAt) Object.assign(of, { updatedAt: entry.createdAt });
}
