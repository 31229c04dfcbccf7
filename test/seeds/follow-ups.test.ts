/** The follow-ups of the demonstration data keep the rules that the API keeps. */
import { open } from '../../src/domain/casework/case/case.lifecycle';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { FollowUpDue } from '../../src/domain/casework/follow-up/follow-up-due.entity';
import { FollowUp } from '../../src/domain/casework/follow-up/follow-up.entity';
import { FollowUpOutcome, FollowUpStatus, FollowUpType } from '../../src/domain/casework/follow-up/follow-up.codes';
import { safeFor } from '../../src/domain/casework/follow-up/follow-up.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ServiceRecord } from '../../src/domain/casework/referral/service-record.entity';
import { SafeContact } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { by, countries, tell } from './told';
import { breaking } from './keeping';

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);
  const cases = new Map(told.of(Case).map((row) => [row.id, row]));
  const all = told.of(FollowUp);
  const dues = told.of(FollowUpDue);

  it('every type, state and outcome is there, and one that is overdue', () => {
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(FollowUpType.codes));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(FollowUpStatus.codes));
    expect(new Set(all.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(FollowUpOutcome.codes));
    expect(all.some(({ overdueToldAt }) => overdueToldAt !== null)).toBe(true);
    expect(new Set(dues.map(({ rule }) => rule)).size).toBe(2);
  });

  it('each says what its state is', () => {
    const rule = (row: FollowUp): boolean =>
      (row.doneAt !== null) === ['DONE', 'NOT_REACHED'].includes(row.status) &&
      (row.outcome !== null) === (row.doneAt !== null) &&
      (row.outcome === 'NO_CONTACT') === (row.status === 'NOT_REACHED') &&
      (row.cancelledReason !== null) === (row.status === 'CANCELLED') &&
      (row.status !== 'PLANNED' || (row.dueAt !== null && open.includes(cases.get(row.caseId)!.status))) &&
      (row.feedback === null || row.referralId !== null);
    expect(breaking(all, rule)).toEqual([]);
  });

  it('nobody is contacted who did not agree, or in a way that is not safe', () => {
    const agreed = new Set(
      told
        .of(Consent)
        .flatMap(({ purpose, decision, survivorId }) =>
          purpose === 'CONTACT_FOLLOW_UP' && decision === 'GIVEN' ? [survivorId] : [],
        ),
    );
    const safe = new Map(told.of(SafeContact).map(({ survivorId, method }) => [survivorId, method]));
    const rule = ({ caseId, type }: FollowUp): boolean => {
      const { survivorId } = cases.get(caseId)!;
      const fitting = safeFor[type];
      if (!fitting) return true;
      return survivorId !== null && agreed.has(survivorId) && fitting.includes(safe.get(survivorId)!);
    };
    expect(breaking(all, rule)).toEqual([]);
  });

  it('what is due by rule is due of open cases without a plan, and of each of them', () => {
    const plans = by(
      all.filter(({ status }) => status === 'PLANNED'),
      'caseId',
    );
    const ofCases = dues.filter(({ referralId }) => referralId === null).map(({ caseId }) => caseId);
    const wanted = [...cases.values()].filter(({ id, status }) => open.includes(status) && !plans.has(id));
    expect([...ofCases].sort()).toEqual(wanted.map(({ id }) => id).sort());
    const running = told
      .of(Referral)
      .filter(({ category, status }) => category === 'PSYCHOSOCIAL' && ['ACCEPTED', 'IN_SERVICE'].includes(status))
      .filter(({ caseId }) => open.includes(cases.get(caseId)!.status));
    const ofReferrals = dues.flatMap(({ referralId }) => referralId ?? []);
    expect([...ofReferrals].sort()).toEqual(running.map(({ id }) => id).sort());
  });

  it('no provider has recorded its own marks, and some senders have asked', () => {
    const marks = told.of(ServiceRecord).filter((row) => row.providerId !== null && row.feedbackFromSurvivor !== null);
    expect(marks).toEqual([]);
    expect(all.some(({ feedback }) => feedback !== null)).toBe(true);
  });
});
