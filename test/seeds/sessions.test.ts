/** The sessions and service records of the demonstration data keep the rules that the API keeps. */
import { AccessBasis } from '../../src/domain/casework/need/service-need-access.codes';
import { ServiceNeed } from '../../src/domain/casework/need/service-need.entity';
import { nothingGiven } from '../../src/domain/casework/referral/referral.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { categoryOfService } from '../../src/domain/casework/referral/service-type.codes';
import { ServiceResult } from '../../src/domain/casework/session/service-delivery.codes';
import { ServiceDelivery } from '../../src/domain/casework/session/service-delivery.entity';
import { ServiceSessionStatus } from '../../src/domain/casework/session/service-session.codes';
import { ServiceSession } from '../../src/domain/casework/session/service-session.entity';
import { countries, tell } from './told';
import { breaking } from './keeping';

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);
  const sessions = told.of(ServiceSession);
  const deliveries = told.of(ServiceDelivery);
  const referrals = new Map(told.of(Referral).map((row) => [row.id, row]));
  const needs = new Map(told.of(ServiceNeed).map((row) => [row.id, row]));
  const of = ({ referralId, needId }: { referralId: string | null; needId: string | null }) =>
    referrals.get(referralId ?? '') ?? needs.get(needId ?? '');

  it('every state and result is there, and every way to access and use', () => {
    expect(new Set(sessions.map(({ status }) => status))).toEqual(new Set(ServiceSessionStatus.codes));
    expect(new Set(deliveries.map(({ result }) => result))).toEqual(new Set(ServiceResult.codes));
    const bases = [...needs.values()].flatMap(({ accessBasis, useBasis }) =>
      [accessBasis ?? [], useBasis ?? []].flat(),
    );
    expect(new Set(bases)).toEqual(new Set(AccessBasis.codes));
    expect(sessions.some(({ overdueToldAt }) => overdueToldAt !== null)).toBe(true);
    expect(sessions.some(({ needId }) => needId !== null)).toBe(true);
    expect(sessions.some(({ insteadOfId }) => insteadOfId !== null)).toBe(true);
  });

  it('each session says what its state is', () => {
    const rule = (row: ServiceSession): boolean =>
      (row.heldAt !== null) === (row.status === 'ATTENDED') &&
      (row.endReason !== null) === ['MOVED', 'CANCELLED'].includes(row.status) &&
      (row.status !== 'PLANNED' || ['ACCEPTED', 'IN_SERVICE'].includes(referrals.get(row.referralId ?? '')!.status)) &&
      (row.referralId === null) !== (row.needId === null) &&
      (row.toldBy === null || row.providerId === null);
    expect(breaking(sessions, rule)).toEqual([]);
  });

  it('each service is one of what was asked for', () => {
    const rule = (row: ServiceDelivery): boolean =>
      of(row)?.category === categoryOfService[row.serviceType] &&
      (row.completedAt === null || (row.serviceType === 'PEP' && row.completedAt >= row.givenAt));
    expect(breaking(deliveries, rule)).toEqual([]);
  });

  it('a series that ended says how, and one that is done was attended as planned', () => {
    const rule = ({ id, seriesEnd, plannedSessions, outcome, status }: Referral): boolean => {
      const attended = sessions.filter((one) => one.referralId === id && one.status === 'ATTENDED').length;
      const isGiven = outcome !== null && !nothingGiven.includes(outcome);
      const isOver = status === 'COMPLETED' && isGiven && plannedSessions !== null;
      return (seriesEnd !== null) === isOver && (seriesEnd !== 'PLAN_DONE' || attended >= (plannedSessions ?? 0));
    };
    expect(breaking([...referrals.values()], rule)).toEqual([]);
  });
});
