/** The demonstration data hold nothing that stands in a state which the rules forbid. */
import { END, instant } from '../../seeds/demo/calendar';
import type { Row } from '../../seeds/demo/batch';
import { AccessGrant } from '../../src/domain/casework/access/access-grant.entity';
import { CaseMember } from '../../src/domain/casework/case/case-member.entity';
import { CaseTransfer } from '../../src/domain/casework/transfer/case-transfer.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { open as worked, stageOf } from '../../src/domain/casework/case/case.lifecycle';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { Incident, IncidentDetail } from '../../src/domain/casework/incident/incident.entity';
import { Notice } from '../../src/domain/casework/notice/notice.entity';
import { nothingGiven, type ReferralOutcome } from '../../src/domain/casework/referral/referral.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ReferralIncident } from '../../src/domain/casework/referral/referral-incident.entity';
import { ReferralLetter } from '../../src/domain/casework/letter/referral-letter.entity';
import { ReferralAnswer, ServiceRecord } from '../../src/domain/casework/referral/service-record.entity';
import { categoryOfService } from '../../src/domain/casework/referral/service-type.codes';
import { ageBandOf } from '../../src/domain/casework/survivor/survivor.age';
import { SurvivorIdentity } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from '../../src/domain/casework/survivor/survivor.entity';
import { Organisation } from '../../src/domain/organisation/organisation.entity';
import { codesOf, isList, thingOf, type Constructor } from '../../src/model/thing';
import type { ThingRecord } from '../../src/model/record';
import { countryThings } from '../../src/domain/all';
import { breaking, inOrder } from './keeping';
import { by, countries, tell } from './told';

const unanswered = ['DRAFT', 'REQUESTED'];
const running = ['ACCEPTED', 'IN_SERVICE'];

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);
  const index = <T extends ThingRecord>(target: Constructor<T>) => new Map(told.of(target).map((row) => [row.id, row]));
  const [cases, referrals, incidents, survivors] = [index(Case), index(Referral), index(Incident), index(Survivor)];
  const [consents, organisations] = [index(Consent), index(Organisation)];
  const referralsOf = by(told.of(Referral), 'caseId');
  const caseOf = ({ caseId }: { readonly caseId: string }): Row<Case> => cases.get(caseId) as Row<Case>;

  it('no code is one that is not given any more', () => {
    for (const target of countryThings as readonly Constructor<ThingRecord>[]) {
      for (const { name, type } of thingOf(target).attributes.values()) {
        const list = codesOf(isList(type) ? type[0] : type);
        const over = list?.codes.filter((one) => list.of[one as never]?.['deprecated']) ?? [];
        if (over.length === 0) continue;
        const codes = (row: object): unknown[] => [(row as Record<string, unknown>)[name]].flat();
        expect(breaking(told.of(target), (row) => !codes(row).some((one) => over.includes(one as never)))).toEqual([]);
      }
    }
  });

  it('a case is at the stage that its status brings', () => {
    const rule = ({ status, workflowStage }: Row<Case>): boolean =>
      stageOf[status] === undefined || stageOf[status] === workflowStage;
    expect(breaking(cases.values(), rule)).toEqual([]);
  });

  it('a withdrawn case is closed off, and nothing of it waits or runs, inside the system or outside', () => {
    const withdrawn = told.of(Case).filter(({ status }) => status === 'WITHDRAWN');
    expect(withdrawn.length).toBeGreaterThan(0);
    const rule = ({ id, closedOffAt, withdrawnAt }: Row<Case>): boolean =>
      closedOffAt !== null &&
      closedOffAt === withdrawnAt &&
      !(referralsOf.get(id) ?? []).some(({ status }) => ['REQUESTED', ...running].includes(status));
    expect(breaking(withdrawn, rule)).toEqual([]);
  });

  it('nothing of a closed case or of a duplicate waits for an answer, nor does it run in one that is a duplicate', () => {
    const over = told.of(Referral).filter((one) => ['CLOSED', 'DUPLICATE'].includes(caseOf(one).status));
    expect(over.length).toBeGreaterThan(0);
    const rule = (one: Row<Referral>): boolean =>
      !unanswered.includes(one.status) && (caseOf(one).status === 'CLOSED' || !running.includes(one.status));
    expect(breaking(over, rule)).toEqual([]);
  });

  it('a draft has no consent, no referral and nobody else who works on it', () => {
    const drafts = new Set(told.of(Case).flatMap(({ id, status }) => (status === 'DRAFT' ? [id] : [])));
    expect(drafts.size).toBeGreaterThan(0);
    expect(breaking(referrals.values(), ({ caseId }) => !drafts.has(caseId))).toEqual([]);
    expect(breaking(told.of(CaseTransfer), ({ caseId }) => !drafts.has(caseId))).toEqual([]);
  });

  it('a case waits for another organisation only while it is worked on, and no restricted one is offered to any', () => {
    const rule = (transfer: Row<CaseTransfer>): boolean => {
      const { status, restrictedAt } = caseOf(transfer);
      const isOffered = restrictedAt === null || transfer.requestedAt < restrictedAt;
      return isOffered && (transfer.status !== 'REQUESTED' || worked.includes(status));
    };
    expect(breaking(told.of(CaseTransfer), rule)).toEqual([]);
  });

  it('who approved a closure is not who asked for it', () => {
    const rule = ({ status, closureRequestedById, closureReason, supervisorReviewed }: Row<Case>): boolean =>
      (status !== 'CLOSED' && status !== 'CLOSURE_REQUESTED') ||
      (closureRequestedById !== null && closureReason !== null && supervisorReviewed === (status === 'CLOSED'));
    expect(breaking(cases.values(), rule)).toEqual([]);
  });

  it('no decision was taken after it was received, and what it withdraws was given before', () => {
    const rule = ({ takenAt, createdAt, withdrawsId, validUntil, decision }: Row<Consent>): boolean =>
      inOrder(takenAt, createdAt) &&
      (withdrawsId === null || inOrder(consents.get(withdrawsId)?.takenAt ?? null, takenAt)) &&
      (decision !== 'GIVEN' || inOrder(takenAt, validUntil));
    expect(breaking(consents.values(), rule)).toEqual([]);
  });

  it('a service is not before its referral without a reason, and none is where nothing was given', () => {
    const rule = ({ referralId, serviceProvidedAt, earlierReason, ...row }: Row<ServiceRecord>): boolean => {
      const { requestedAt = '', outcome } = referrals.get(referralId) ?? {};
      const isGiven = !nothingGiven.includes(outcome as ReferralOutcome);
      return (
        isGiven === (serviceProvidedAt !== null) &&
        (isGiven || (row.providerNote === null && row.feedbackFromSurvivor === null)) &&
        (earlierReason !== null || inOrder(requestedAt, serviceProvidedAt))
      );
    };
    expect(told.of(ServiceRecord).length).toBeGreaterThan(0);
    expect(breaking(told.of(ServiceRecord), rule)).toEqual([]);
  });

  it('a referral has the result that its state brings, and no other', () => {
    const records = by(told.of(ServiceRecord), 'referralId');
    const answers = by(told.of(ReferralAnswer), 'referralId');
    const rule = (row: Row<Referral>): boolean => {
      const isRefused = row.status === 'REJECTED' || row.status === 'RETURNED';
      return (
        (row.outcome !== null) === (row.status === 'COMPLETED') &&
        (records.get(row.id) ?? []).length === (row.status === 'COMPLETED' ? 1 : 0) &&
        (row.rejectedReason !== null) === isRefused &&
        (isRefused || !answers.has(row.id)) &&
        (row.revokedReason !== null) === (row.status === 'REVOKED') &&
        (row.respondedAt !== null || !['REJECTED', 'RETURNED', 'COMPLETED', ...running].includes(row.status)) &&
        (row.respondedAt === null || !['EXPIRED', 'CANCELLED', ...unanswered].includes(row.status))
      );
    };
    expect(breaking(referrals.values(), rule)).toEqual([]);
  });

  it('a referral goes to who offers the service, and never to the organisation of the case', () => {
    const rule = (row: Row<Referral>): boolean => {
      const receiver = organisations.get(row.toOrganisationId ?? '');
      return (
        (receiver === undefined) === (row.remoteProvider !== null) &&
        (receiver?.services.includes(row.category) ?? true) &&
        row.toOrganisationId !== row.fromOrganisationId &&
        (row.serviceType === null || categoryOfService[row.serviceType] === row.category)
      );
    };
    expect(breaking(referrals.values(), rule)).toEqual([]);
  });

  it('a referral covers incidents of its own case that were recorded when it was sent', () => {
    const rule = ({ referralId, incidentId }: Row<ReferralIncident>): boolean => {
      const [referral, incident] = [referrals.get(referralId), incidents.get(incidentId)];
      return (
        referral?.caseId === incident?.caseId &&
        incident?.voidedAt === null &&
        inOrder(incident.createdAt, referral?.requestedAt ?? null)
      );
    };
    expect(told.of(ReferralIncident).length).toBeGreaterThan(0);
    expect(breaking(told.of(ReferralIncident), rule)).toEqual([]);
  });

  it('the ages of a survivor agree', () => {
    const born = by(told.of(SurvivorIdentity), 'survivorId');
    const rule = ({ survivorId, birthYear, createdAt }: Row<SurvivorDemographics>): boolean => {
      const band = survivors.get(survivorId)?.ageBand;
      const days = (born.get(survivorId) ?? []).flatMap(({ dateOfBirth }) => dateOfBirth ?? []);
      return (
        (birthYear === null || band === ageBandOf(birthYear, Number(createdAt.slice(0, 4)))) &&
        days.every((day) => day.startsWith(String(birthYear)))
      );
    };
    expect(breaking(told.of(SurvivorDemographics), rule)).toEqual([]);
  });

  it('nobody was held who was not arrested', () => {
    const rule = ({ arrested, detainedHours, charged }: Row<IncidentDetail>): boolean =>
      arrested === true || (detainedHours === null && charged === null);
    expect(breaking(told.of(IncidentDetail), rule)).toEqual([]);
  });

  it('nobody hears of a restricted case to whom it is not open', () => {
    const members = by(told.of(CaseMember), 'caseId');
    const isOpenTo = (caseId: string, memberId: string | null): boolean =>
      cases.get(caseId)?.restrictedAt === null || (members.get(caseId) ?? []).some((one) => one.memberId === memberId);
    expect(
      breaking(told.of(Notice), ({ caseId, addresseeId }) => caseId === null || isOpenTo(caseId, addresseeId)),
    ).toEqual([]);
    expect(
      breaking(told.of(AccessGrant), ({ caseId, granteeId }) => caseId === null || isOpenTo(caseId, granteeId)),
    ).toEqual([]);
  });

  it('a letter can be used only while its referral waits or runs', () => {
    const rule = ({ referralId, status, seen, repliedOn, createdAt }: Row<ReferralLetter>): boolean => {
      const referral = referrals.get(referralId);
      const isOver = ['COMPLETED', 'REJECTED', 'NO_SHOW', 'CANCELLED', 'REVOKED'].includes(referral?.status ?? '');
      return (
        (status !== 'ISSUED' || !isOver) &&
        (status === 'ANSWERED') === (seen !== null && repliedOn !== null) &&
        inOrder(referral?.requestedAt ?? null, createdAt) &&
        inOrder(createdAt.slice(0, 10), repliedOn, instant(END).slice(0, 10))
      );
    };
    expect(breaking(told.of(ReferralLetter), rule)).toEqual([]);
    const used = by(
      told.of(ReferralLetter).filter(({ status }) => status === 'ISSUED'),
      'referralId',
    );
    expect([...used.values()].filter(({ length }) => length > 1)).toEqual([]);
  });
});
