/** Erasing a draft for good: the case, whatever hangs on it, a survivor who has no other, and the keys that sealed it. */
import { sql } from '../../../base/sql';
import type { ThingRecord } from '../../../model/record';
import type { Constructor } from '../../../model/thing';
import { asSystem, type SystemWrite } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { AccessGrant } from '../access/access-grant.entity';
import { unlink, unlinking } from '../alert/emergency-alert.case';
import { AllegedPerpetrator, PerpetratorIdentity } from '../incident/alleged-perpetrator.entity';
import { CaseActivity } from './case-activity.entity';
import { AccusedColleague, CaseMember } from './case-member.entity';
import { CaseNote } from './case-note.entity';
import { Case } from './case.entity';
import { accusedIn } from './case.members';
import { Consent } from '../consent/consent.entity';
import type { ErasureReason } from '../erasure/erasure.codes';
import { Attachment, AttachmentContent } from '../attachment/attachment.entity';
import { PossibleDuplicate } from '../duplicate/possible-duplicate.entity';
import { Erasure } from '../erasure/erasure.entity';
import { Incident, IncidentDetail } from '../incident/incident.entity';
import { IncidentInjury, IncidentNarrative } from '../incident/incident-narrative.entity';
import { ServiceNeed, ServiceNeedText } from '../need/service-need.entity';
import { Notice } from '../notice/notice.entity';
import { PlannedAction, PlannedActionText } from '../plan/planned-action.entity';
import { SafeContact, SurvivorIdentity } from '../survivor/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from '../survivor/survivor.entity';
import { WorkItem } from '../work-list/work-item.entity';
import { forgotten } from '../../work-list/work-source';
import { Voiding } from '../erasure/voiding.entity';

/** What hangs on something goes before it. */
const ofCase: readonly Constructor<ThingRecord & { readonly caseId: string | null }>[] = [
  ...[PerpetratorIdentity, AllegedPerpetrator, IncidentNarrative, IncidentInjury, IncidentDetail, Incident],
  ...[AttachmentContent, Attachment],
  ...[PlannedActionText, PlannedAction, ServiceNeedText, ServiceNeed],
  ...[CaseNote, CaseActivity, CaseMember, AccusedColleague, Voiding],
];
const ofSurvivor: readonly Constructor<ThingRecord & { readonly survivorId: string }>[] = [
  ...[SurvivorDemographics, SurvivorIdentity, SafeContact, Consent],
];
const pairs: readonly (keyof PossibleDuplicate)[] = ['survivorId', 'otherId'];

const reason = 'A draft that is discarded, or whose time is over, is erased with whatever belongs to it.';
const writes = new Map<Constructor, SystemWrite>(
  [...ofCase, Case, ...ofSurvivor, PossibleDuplicate, Survivor].map((target) => [target, asSystem(target, reason)]),
);
const noted = asSystem(Erasure, 'What is erased is noted, whoever does it.');
const outliving = asSystem(
  AccessGrant,
  'That somebody took access stays to be looked at, when what it was to is erased.',
);
const told = asSystem(Notice, 'Whoever was told of an access stays told, when what it was to is erased.');
const untold = asSystem(Notice, reason);

/** What is written where a draft is erased by itself. */
export const erasingWrites: readonly SystemWrite[] = [...writes.values(), noted, outliving, told, untold, unlinking];

/** Everything that goes. */
export const erasedWithDraft: ReadonlySet<Constructor> = new Set([...writes.keys(), Notice, WorkItem]);

/** Erases a draft that is held. @returns the id of what notes it */
export async function eraseDraft(work: Work, record: Case, why: ErasureReason, id?: string | null): Promise<string> {
  // Whatever is just being added to it comes before, or finds nothing.
  await work.query(sql`SELECT FROM "case" WHERE id = ${record.id} FOR UPDATE`);
  const parts = await Promise.all(ofCase.map((target) => work.find(target, { caseId: record.id }, true)));
  const shutOut = [...(await accusedIn(work, record.id))];
  await unlink(work, record.id);
  const kept = await keepAccess(work, record.id, shutOut);
  const survivor = await onlySurvivor(work, record);
  const ofWhom = survivor
    ? await Promise.all(ofSurvivor.map((target) => work.find(target, { survivorId: survivor.id }, true)))
    : [];
  const alike = survivor
    ? (await Promise.all(pairs.map((name) => work.find(PossibleDuplicate, { [name]: survivor.id }, true)))).flat()
    : [];
  const all: readonly { target: Constructor<ThingRecord>; records: readonly ThingRecord[] }[] = [
    ...ofCase.map((target, at) => ({ target, records: parts[at] ?? [] })),
    { target: Case, records: [record] },
    ...ofSurvivor.map((target, at) => ({ target, records: ofWhom[at] ?? [] })),
    { target: PossibleDuplicate, records: alike },
    { target: Survivor, records: survivor ? [survivor] : [] },
  ];
  work.write(forgotten(record.id));
  for (const { target, records } of all) {
    work.erase(target, records, { as: writes.get(target) as SystemWrite });
  }
  const keys = new Set(all.flatMap(({ records }) => records).flatMap(keyOf));
  // All that is sealed of a person is sealed with one key: it stays with the person.
  if (record.survivorId && !survivor) keys.delete(record.dataKeyId);
  // Accesses of before are sealed with the key of the case.
  for (const { dataKeyId } of kept) keys.delete(dataKeyId);
  work.destroyKeys([...keys]);
  const { survivorId, createdById: makerId } = record;
  const trail = { entity: 'Case', recordId: record.id, reason: why, makerId, survivorId, shutOut };
  return work.insert(Erasure, { id, ...trail }, { as: noted });
}

/**
 * Accesses that somebody took outlive the draft, and so does that others were told: they are looked at afterwards. What is
 * told otherwise goes, and all that was told whoever is accused in it.
 */
async function keepAccess(work: Work, caseId: string, shutOut: string[]): Promise<AccessGrant[]> {
  const grants = await work.find(AccessGrant, { caseId }, true);
  for (const grant of grants) await work.update(AccessGrant, grant, { caseId: null, shutOut }, { as: outliving });
  const notices = await work.find(Notice, { caseId }, true);
  const stays = ({ kind, addresseeId }: Notice): boolean => kind === 'ACCESS_TAKEN' && !shutOut.includes(addresseeId);
  for (const notice of notices.filter(stays)) await work.update(Notice, notice, { caseId: null }, { as: told });
  work.erase(
    Notice,
    notices.filter((notice) => !stays(notice)),
    { as: untold },
  );
  return grants;
}

const keyOf = (record: ThingRecord): string[] => {
  const { dataKeyId } = record as ThingRecord & { readonly dataKeyId?: string };
  return dataKeyId === undefined ? [] : [dataKeyId];
};

/** The survivor, where the draft is all that there is of them. */
async function onlySurvivor(work: Work, { id, survivorId }: Case): Promise<Survivor | undefined> {
  if (survivorId === null) return undefined;
  const [[survivor], cases] = await Promise.all([
    work.find(Survivor, { id: survivorId }, true),
    work.find(Case, { survivorId }),
  ]);
  return cases.every((one) => one.id === id) ? survivor : undefined;
}
