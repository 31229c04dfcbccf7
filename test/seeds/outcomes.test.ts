/** The demonstration data show what comes of things: letters, referrals outside the system, results of advocacy, children. */
import { countryTexts } from '../../seeds/text';
import type { Row } from '../../seeds/demo/batch';
import { AdvocacyActivity, AdvocacyStageReached } from '../../src/domain/advocacy/advocacy-activity.entity';
import { CaseMember } from '../../src/domain/casework/case/case-member.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { nothingGiven } from '../../src/domain/casework/referral/referral.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ReferralLetter } from '../../src/domain/casework/letter/referral-letter.entity';
import { ServiceRecord } from '../../src/domain/casework/referral/service-record.entity';
import { Survivor } from '../../src/domain/casework/survivor/survivor.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import { Training, TrainingParticipation } from '../../src/domain/training/training.entity';
import { countryPlaces } from '../support/places';
import { breaking, inOrder } from './keeping';
import { by, countries, tell } from './told';

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code);
  const referrals = new Map(told.of(Referral).map((row) => [row.id, row]));
  const staff = new Map(told.of(StaffMember).map((member) => [member.id, member]));

  it('referrals outside the system have come to something, as their sender records it', () => {
    const outside = told.of(Referral).filter(({ remoteProvider }) => remoteProvider !== null);
    const statuses = new Set(outside.map(({ status }) => status));
    for (const status of ['REQUESTED', 'COMPLETED'] as const) expect(statuses).toContain(status);
    const records = by(told.of(ServiceRecord), 'referralId');
    const rule = (one: Row<Referral>): boolean => {
      const [record] = records.get(one.id) ?? [];
      if (one.status !== 'COMPLETED') return record === undefined;
      const recorder = staff.get(record?.createdById ?? '');
      return (
        one.outcome !== null &&
        record?.providerId === null &&
        recorder?.organisationId === one.fromOrganisationId &&
        nothingGiven.includes(one.outcome) === (record.serviceProvidedAt === null)
      );
    };
    expect(breaking(outside, rule)).toEqual([]);
  });

  it('letters say what came of them, and carry anonymous survivors and who goes outside', () => {
    const letters = told.of(ReferralLetter);
    const crosses = countryPlaces[code]?.country.crossOrganisationSharing !== 'NONE';
    const of = ({ referralId }: Row<ReferralLetter>): Row<Referral> => referrals.get(referralId) as Row<Referral>;
    expect(letters.length).toBeGreaterThan(crosses ? 20 : 60);
    expect(letters.filter((letter) => of(letter).remoteProvider !== null).length).toBeGreaterThan(0);
    const answered = letters.filter(({ status }) => status === 'ANSWERED');
    expect(answered.length).toBeGreaterThan(0);
    expect(breaking(answered, (letter) => letter.seen === (of(letter).status === 'COMPLETED'))).toEqual([]);
  });

  it('the case of a child is open to named colleagues, and decided on with a guardian or a reason', () => {
    const children = new Set(told.of(Survivor).flatMap(({ id, ageBand }) => (ageBand === 'UNDER_18' ? [id] : [])));
    const cases = told.of(Case).filter(({ survivorId }) => children.has(survivorId ?? ''));
    expect(cases.length).toBeGreaterThan(0);
    const members = by(told.of(CaseMember), 'caseId');
    const rule = ({ id, restrictedAt, restrictionReason, organisationId }: Row<Case>): boolean => {
      const roles = (members.get(id) ?? []).map(({ memberId }) => staff.get(memberId));
      const isSupervised = roles.some((one) => one?.role === 'SUPERVISOR' && one.organisationId === organisationId);
      return restrictedAt !== null && restrictionReason === 'MINOR' && isSupervised;
    };
    expect(breaking(cases, rule)).toEqual([]);
    const given = told
      .of(Consent)
      .filter(({ decision, survivorId }) => decision === 'GIVEN' && children.has(survivorId));
    expect(given.length).toBeGreaterThan(0);
    const isSound = ({ mode, guardianAbsence }: Row<Consent>): boolean =>
      (mode === 'GUARDIAN') !== (guardianAbsence !== null);
    expect(breaking(given, isSound)).toEqual([]);
  });

  it('results of advocacy fit the stage that they are told of, and stages follow one another', () => {
    const results = countryTexts[code]?.results ?? {};
    const fits = ({ stage, resultNote }: Pick<AdvocacyActivity, 'stage' | 'resultNote'>): boolean =>
      resultNote === null || (results[stage]?.includes(resultNote) ?? false);
    expect(breaking(told.of(AdvocacyActivity), fits)).toEqual([]);
    expect(breaking(told.of(AdvocacyStageReached), fits)).toEqual([]);
    const stages = by(told.of(AdvocacyStageReached), 'activityId');
    const rule = ({ id, stage, resultNote }: Row<AdvocacyActivity>): boolean => {
      const reached = stages.get(id) ?? [];
      return (
        reached.at(-1)?.stage === stage &&
        reached.at(-1)?.resultNote === resultNote &&
        new Set(reached.map((one) => one.stage)).size === reached.length &&
        inOrder(...reached.map(({ reachedOn }) => reachedOn))
      );
    };
    expect(breaking(told.of(AdvocacyActivity), rule)).toEqual([]);
    expect(told.of(AdvocacyStageReached).filter(({ resultNote }) => resultNote !== null).length).toBeGreaterThan(10);
  });

  it('results of trainings are counted where they were reported, and by somebody', () => {
    const counted = new Set(told.of(TrainingParticipation).map(({ trainingId }) => trainingId));
    const rule = ({ id, status, reportedById }: Row<Training>): boolean => {
      const isReported = status === 'REPORTED' || status === 'VERIFIED';
      return counted.has(id) === isReported && (reportedById !== null) === isReported;
    };
    expect(breaking(told.of(Training), rule)).toEqual([]);
  });
});
