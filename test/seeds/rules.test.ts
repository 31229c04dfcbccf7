/** The demonstration data keep the rules that the API keeps. */
import { countryPlaces } from '../support/places';
import { END, instant } from '../../seeds/demo/calendar';
import type { Row } from '../../seeds/demo/batch';
import { AccusedColleague, CaseMember } from '../../src/domain/casework/case/case-member.entity';
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import { CaseNote } from '../../src/domain/casework/case/case-note.entity';
import { ComplaintWish } from '../../src/domain/casework/complaint/complaint-wish.entity';
import { CaseTransfer } from '../../src/domain/casework/transfer/case-transfer.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { open as worked } from '../../src/domain/casework/case/case.lifecycle';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { countryThings } from '../../src/domain/all';
import { IncidentInjury, IncidentNarrative } from '../../src/domain/casework/incident/incident-narrative.entity';
import { Incident, IncidentDetail } from '../../src/domain/casework/incident/incident.entity';
import { purposeOfCategory } from '../../src/domain/casework/referral/referral.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ServiceRecord } from '../../src/domain/casework/referral/service-record.entity';
import { SafeContact, SurvivorIdentity } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { Survivor } from '../../src/domain/casework/survivor/survivor.entity';
import { Training, TrainingParticipation } from '../../src/domain/training/training.entity';
import type { ThingRecord } from '../../src/model/record';
import type { Constructor } from '../../src/model/thing';
import { agrees, breaking, inOrder } from './keeping';
import { by, countries, tell } from './told';

const end = instant(END);
const open = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];

type OfCase = ThingRecord & { readonly caseId: string; readonly dataKeyId: string };

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);
  const index = <T extends ThingRecord>(target: Constructor<T>) => new Map(told.of(target).map((row) => [row.id, row]));
  const [cases, referrals, incidents, consents] = [index(Case), index(Referral), index(Incident), index(Consent)];
  const ledgers = by(told.of(Consent), 'survivorId');
  const caseOf = ({ caseId }: { readonly caseId: string }): Row<Case> => cases.get(caseId) as Row<Case>;
  const ledgerOf = (survivorId: string): readonly Row<Consent>[] => ledgers.get(survivorId) ?? [];

  const ends = (entry: Row<Consent>, given: Row<Consent>): boolean =>
    entry.withdrawsId === given.id ||
    (entry.decision !== 'GIVEN' &&
      entry.purpose === given.purpose &&
      entry.takenAt > given.takenAt &&
      (entry.recipientId === null || entry.recipientId === given.recipientId) &&
      (entry.recipientCategory === null || entry.recipientCategory === given.recipientCategory));
  const stands = (given: Row<Consent>): boolean =>
    given.decision === 'GIVEN' &&
    given.validUntil === null &&
    !ledgerOf(given.survivorId).some((entry) => ends(entry, given));
  const servicesFor = (survivorId: string, organisationId: string): Row<Consent>[] =>
    ledgerOf(survivorId).filter(
      ({ purpose, decision, recipientId }) =>
        purpose === 'SERVICES' && decision === 'GIVEN' && recipientId === organisationId,
    );

  it('nothing happened after the end, or was changed before it was made', () => {
    for (const target of countryThings as readonly Constructor<ThingRecord>[]) {
      const rule = ({ createdAt, updatedAt, version }: ThingRecord): boolean =>
        inOrder(createdAt, updatedAt, end) && (target === Case || version > 1 || createdAt === updatedAt);
      expect(breaking(told.of(target), rule)).toEqual([]);
    }
  });

  it('the steps of a case follow one another', () => {
    const rule = (row: Row<Case>): boolean =>
      inOrder(row.openedAt, row.closureRequestedAt, row.closedAt, row.updatedAt) &&
      (row.closedAt !== null) === (row.status === 'CLOSED') &&
      (row.retentionUntil !== null) === (row.status === 'CLOSED' && row.concluded !== false) &&
      (row.duplicateOfId !== null) === (row.status === 'DUPLICATE') &&
      row.anonymous === (row.survivorId === null) &&
      (row.duplicateOfId === null || cases.get(row.duplicateOfId)?.survivorId === row.survivorId);
    expect(breaking(cases.values(), rule)).toEqual([]);
  });

  it('nothing of a case is older than the case', () => {
    for (const target of [CaseNote, Incident, Referral, CaseTransfer, CaseActivity, ComplaintWish]) {
      const rows = told.of<ThingRecord & OfCase>(target as never);
      expect(breaking(rows, (row) => inOrder(caseOf(row).openedAt, row.createdAt))).toEqual([]);
    }
  });

  it('a registered case has the consent to services of its survivor', () => {
    const rule = (row: Row<Case>): boolean =>
      row.status === 'DRAFT' ||
      row.survivorId === null ||
      servicesFor(row.survivorId, row.organisationId).some(
        (consent) => consent.takenAt <= row.updatedAt && (row.status === 'WITHDRAWN' || stands(consent)),
      );
    expect(breaking(cases.values(), rule)).toEqual([]);
  });

  it('whoever a case was handed over to was agreed to', () => {
    const rule = (transfer: Row<CaseTransfer>): boolean => {
      const { status, fromOrganisationId, toOrganisationId, requestedAt, respondedAt } = transfer;
      const { survivorId, organisationId, ...row } = caseOf(transfer);
      const agreed = (consent: Row<Consent>): boolean =>
        consent.takenAt <= requestedAt && (status !== 'REQUESTED' || stands(consent));
      return (
        inOrder(requestedAt, respondedAt) &&
        (status !== 'REQUESTED' || worked.includes(row.status)) &&
        inOrder(respondedAt, transfer.expiresAt) &&
        organisationId === (status === 'ACCEPTED' ? toOrganisationId : fromOrganisationId) &&
        (survivorId === null || servicesFor(survivorId, toOrganisationId).some(agreed))
      );
    };
    expect(breaking(told.of(CaseTransfer), rule)).toEqual([]);
  });

  it('nothing still waits for an answer whose time was over', () => {
    const rule = ({ status, expiresAt, endedAt, toOrganisationId }: Row<Referral>): boolean =>
      (status !== 'REQUESTED' || expiresAt === null || Date.parse(expiresAt) > END) &&
      (status !== 'EXPIRED' || toOrganisationId === null || Date.parse(endedAt ?? '') <= Date.parse(expiresAt ?? ''));
    expect(breaking(referrals.values(), rule)).toEqual([]);
    expect([...referrals.values()].filter(({ status }) => status === 'REQUESTED').length).toBeGreaterThan(10);
  });

  it('a withdrawn case says when and by which decision, and nothing of it is open', () => {
    const rule = (row: Row<Case>): boolean =>
      (row.status === 'WITHDRAWN') === (row.withdrawnAt !== null) &&
      (row.withdrawnAt === null || consents.get(row.endedByConsentId ?? '')?.purpose === 'SERVICES');
    expect(breaking(cases.values(), rule)).toEqual([]);
    const waits = ({ status }: Row<Referral>): boolean => ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'].includes(status);
    const isOpen = (row: Row<Referral>): boolean => waits(row) && row.toOrganisationId !== null;
    expect(breaking(referrals.values(), (row) => !isOpen(row) || caseOf(row).status !== 'WITHDRAWN')).toEqual([]);
  });

  it('every referral rests on a consent that covers it, and an open one on a consent that stands', () => {
    const rule = (referral: Row<Referral>): boolean => {
      const { survivorId, consentId, status, requestedAt, respondedAt, endedAt, sharedFields, toOrganisationId } =
        referral;
      if (!inOrder(requestedAt, respondedAt, endedAt)) return false;
      if ((endedAt === null) !== [...open, 'DRAFT'].includes(status)) return false;
      if (survivorId === null) return sharedFields.length === 0 && consentId === null;
      if (status === 'DRAFT') return true;
      const consent = consents.get(consentId ?? '');
      const purpose = purposeOfCategory[referral.category];
      return (
        consent !== undefined &&
        agrees(consent, {
          survivorId,
          decision: 'GIVEN',
          purpose,
          recipientId: toOrganisationId,
          validUntil: referral.consentValidUntil,
        }) &&
        consent.takenAt <= requestedAt &&
        sharedFields.every((field) => consent.scopes.includes(field)) &&
        (!open.includes(status) || stands(consent))
      );
    };
    expect(breaking(referrals.values(), rule)).toEqual([]);
  });

  it('no referral is open in a case that is over, unless a reason was given', () => {
    const reasoned = new Set(told.of(CaseNote).flatMap(({ kind, caseId }) => (kind === 'STEP_REASON' ? [caseId] : [])));
    const rule = (referral: Row<Referral>): boolean => {
      const { id, status } = caseOf(referral);
      const over = ['DRAFT', 'DUPLICATE', 'WITHDRAWN'].includes(status);
      const closing = status === 'CLOSED' || status === 'CLOSURE_REQUESTED';
      return !open.includes(referral.status) || (!over && (!closing || reasoned.has(id)));
    };
    expect(breaking(referrals.values(), rule)).toEqual([]);
  });

  it('a service is recorded when its referral is completed', () => {
    const rule = ({ referralId, caseId, providerId, serviceProvidedAt }: Row<ServiceRecord>): boolean => {
      const referral = referrals.get(referralId);
      return (
        agrees(referral, { status: 'COMPLETED', toOrganisationId: providerId, caseId }) &&
        inOrder(referral?.respondedAt ?? null, serviceProvidedAt, referral?.endedAt ?? null)
      );
    };
    expect(breaking(told.of(ServiceRecord), rule)).toEqual([]);
  });

  it('an incident counts in reports only as the survivor decided', () => {
    const rule = (incident: Row<Incident>): boolean => {
      const { survivorId, status } = caseOf(incident);
      if (survivorId === null) return true;
      const reporting = ledgerOf(survivorId).filter(({ purpose }) => purpose === 'REPORTING_NON_IDENTIFIABLE');
      return incident.consentReporting === (status !== 'DRAFT' && reporting.some(stands));
    };
    expect(breaking(incidents.values(), rule)).toEqual([]);
  });

  it('an incident happened before it was reported', () => {
    const rule = ({ incidentId, occurredOn, datePrecision }: Row<IncidentDetail>): boolean =>
      (occurredOn === null) === (datePrecision === 'UNKNOWN') &&
      inOrder(occurredOn, incidents.get(incidentId)?.reportedAt ?? null);
    expect(breaking(told.of(IncidentDetail), rule)).toEqual([]);
  });

  it('everything that is sealed of a survivor is sealed with one key', () => {
    const keyOf = new Map<string | null, string>();
    for (const { survivorId, dataKeyId } of cases.values()) keyOf.set(survivorId, dataKeyId);
    expect(
      breaking(cases.values(), (row) => row.survivorId === null || keyOf.get(row.survivorId) === row.dataKeyId),
    ).toEqual([]);
    const vaulted = [...told.of(SurvivorIdentity), ...told.of(SafeContact)];
    expect(breaking(vaulted, ({ survivorId, dataKeyId }) => keyOf.get(survivorId) === dataKeyId)).toEqual([]);
    const sealed = [IncidentNarrative, IncidentInjury, CaseNote].flatMap((target): readonly OfCase[] =>
      told.of<OfCase>(target as never),
    );
    expect(breaking(sealed, (row) => caseOf(row).dataKeyId === row.dataKeyId)).toEqual([]);
  });

  it('a child’s case is restricted, and a child decides with a guardian, or without one for a reason', () => {
    const children = new Set(told.of(Survivor).flatMap(({ id, ageBand }) => (ageBand === 'UNDER_18' ? [id] : [])));
    expect(children.size).toBeGreaterThan(0);
    const ofChildren = told.of(Case).filter(({ survivorId }) => children.has(survivorId ?? ''));
    expect(breaking(ofChildren, ({ restrictionReason }) => restrictionReason === 'MINOR')).toEqual([]);
    const decisions = told.of(Consent).filter(({ decision }) => decision === 'GIVEN');
    const withGuardian = decisions.filter(({ mode }) => mode === 'GUARDIAN');
    const isToldOf = ({ survivorId, mode, guardianAbsence }: Row<Consent>): boolean =>
      ((mode === 'GUARDIAN') !== (guardianAbsence !== null)) === children.has(survivorId);
    expect(breaking(decisions, isToldOf)).toEqual([]);
    expect(breaking(withGuardian, ({ survivorId }) => children.has(survivorId))).toEqual([]);
    expect(withGuardian.length).toBeGreaterThan(0);
  });

  it('a restricted case is open to its people and not to who is accused in it', () => {
    const members = by(told.of(CaseMember), 'caseId');
    const accused = by(told.of(AccusedColleague), 'caseId');
    const restricted = told.of(Case).filter(({ restrictedAt }) => restrictedAt !== null);
    const rule = ({ id, ownerId, createdById }: Row<Case>): boolean => {
      const open = (members.get(id) ?? []).map(({ memberId }) => memberId);
      const shut = (accused.get(id) ?? []).map(({ accusedId }) => accusedId);
      return (
        open.includes(ownerId ?? '') && open.includes(createdById ?? '') && !shut.some((one) => open.includes(one))
      );
    };
    expect(breaking(restricted, rule)).toEqual([]);
    expect(told.of(AccusedColleague).length).toBeGreaterThan(0);
  });

  it('no text keeps a gap', () => {
    expect(breaking(told.of(IncidentNarrative), ({ text }) => !/[{}]/.test(text))).toEqual([]);
    expect(breaking(told.of(SurvivorIdentity), ({ address }) => !/[{}]/.test(address ?? ''))).toEqual([]);
  });

  it('trainings lie where their state says, and are counted once they are reported', () => {
    const counted = by(told.of(TrainingParticipation), 'trainingId');
    const today = end.slice(0, 10);
    const rule = ({ id, status, startOn, endOn, createdAt }: Row<Training>): boolean => {
      const groups = (counted.get(id) ?? []).map((row) => `${row.genderIdentity} ${row.ageBand} ${row.audience}`);
      return (
        groups.length > 0 === ['REPORTED', 'VERIFIED'].includes(status) &&
        new Set(groups).size === groups.length &&
        inOrder(createdAt.slice(0, 10), startOn, endOn) &&
        (!['HELD', 'REPORTED', 'VERIFIED'].includes(status) || startOn <= today) &&
        (!['PLANNED', 'CONFIRMED'].includes(status) || startOn > today)
      );
    };
    expect(breaking(told.of(Training), rule)).toEqual([]);
    expect(breaking(told.of(TrainingParticipation), ({ enrolled, completed }) => completed <= enrolled)).toEqual([]);
  });

  it('the country’s profile holds', () => {
    const { identityVault } = countryPlaces[code]?.country ?? {};
    const inWords = told.of(SafeContact).filter(({ times, note }) => times !== null || note !== null);
    const identities = told.of(SurvivorIdentity).length + inWords.length;
    expect(told.of(SafeContact).length).toBeGreaterThan(0);
    expect(identities > 0).toBe(identityVault);
    const identifying = told
      .of(Referral)
      .filter(({ sharedFields }) => sharedFields.includes('IDENTITY') || sharedFields.includes('SAFE_CONTACT'));
    expect(identifying.length > 0).toBe(identityVault);
  });
});
