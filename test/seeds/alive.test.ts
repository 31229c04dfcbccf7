/** The demonstration data are of the day on which they are made: what is due in them is due, and some of it is overdue. */
import { DAY, END, HOUR, instant } from '../../seeds/demo/calendar';
import { knownCountry } from '../../src/installation/country-definition';
import { CaseTransfer } from '../../src/domain/casework/transfer/case-transfer.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ReferralLetter } from '../../src/domain/casework/letter/referral-letter.entity';
import { Training } from '../../src/domain/training/training.entity';
import { countryPlaces } from '../support/places';
import type * as CaseEntity from '../../src/domain/casework/case/case.entity';
import type * as Telling from './told';
import { countries, tell } from './told';

/** They end on the afternoon before the day on which they are made. */
const [madeFrom, madeUntil] = [END + 8 * HOUR, END + 32 * HOUR];
const time = (moment: string | null): number => Date.parse(moment ?? '');

describe.each(countries)('the demonstration data of %s', (code) => {
  const told = tell(code);
  const referrals = told.of(Referral);

  it('have drafts young and old, and none that would have been erased', () => {
    const drafts = told.of(Case).filter(({ status }) => status === 'DRAFT');
    const ages = drafts.map(({ createdAt }) => (madeUntil - time(createdAt)) / DAY);
    const days = knownCountry(code)!.country.draftDays;
    expect(days).toBe(code === 'MZ' ? 7 : 14);
    expect(ages.filter((age) => age >= days)).toEqual([]);
    expect(ages.filter((age) => age > days - 3).length).toBeGreaterThan(0);
    expect(ages.filter((age) => age < days - 3).length).toBeGreaterThan(0);
    for (const { openedAt, createdAt, draftUntil } of drafts) {
      expect(createdAt).toBe(openedAt);
      expect(time(draftUntil) - time(openedAt)).toBe(days * DAY);
    }
    expect(told.of(Case).filter(({ status, draftUntil }) => status !== 'DRAFT' && draftUntil !== null)).toEqual([]);
  });

  it('have referrals that wait, some of them not for long', () => {
    const waiting = referrals.filter(({ status, expiresAt }) => status === 'REQUESTED' && expiresAt !== null);
    const left = waiting.map(({ expiresAt }) => (time(expiresAt) - madeUntil) / DAY);
    expect(left.filter((days) => days > 0 && days < 7).length).toBeGreaterThan(0);
    expect(left.filter((days) => days >= 7).length).toBeGreaterThan(0);
  });

  it('have appointments to come, and some that have passed without a service', () => {
    const accepted = referrals.filter(({ status, appointmentAt }) => status === 'ACCEPTED' && appointmentAt !== null);
    const at = accepted.map(({ appointmentAt }) => time(appointmentAt));
    expect(at.filter((moment) => moment > madeUntil).length).toBeGreaterThan(0);
    expect(at.filter((moment) => moment < madeFrom).length).toBeGreaterThan(0);
    for (const { respondedAt, appointmentAt } of accepted)
      expect(time(appointmentAt)).toBeGreaterThan(time(respondedAt) - DAY);
  });

  it('have a case that waits for another organisation, where cases are handed over at all', () => {
    const waiting = told.of(CaseTransfer).filter(({ status }) => status === 'REQUESTED');
    const inTime = waiting.filter(({ expiresAt }) => time(expiresAt) > madeUntil);
    const crosses = countryPlaces[code]?.country.crossOrganisationSharing !== 'NONE';
    expect(inTime.length > 0).toBe(crosses);
  });

  it('have closures to approve, trainings to come and to report, and letters that can be used and that have run out', () => {
    expect(told.of(Case).filter(({ status }) => status === 'CLOSURE_REQUESTED').length).toBeGreaterThan(0);
    const trainings = new Set(told.of(Training).map(({ status }) => status));
    for (const status of ['PLANNED', 'CONFIRMED', 'HELD', 'REPORTED'] as const) expect(trainings).toContain(status);
    const issued = told.of(ReferralLetter).filter(({ status }) => status === 'ISSUED');
    const today = instant(madeUntil).slice(0, 10);
    expect(issued.filter(({ validUntil }) => validUntil >= today).length).toBeGreaterThan(0);
    expect(issued.filter(({ validUntil }) => validUntil < today).length).toBeGreaterThan(0);
  });
});

test.each(['ZA', 'MZ'])('those of %s move with the day that they are made on', (code) => {
  const later = END + 200 * DAY;
  const { DEMO_UNTIL } = process.env;
  process.env['DEMO_UNTIL'] = instant(later).slice(0, 10);
  try {
    jest.isolateModules(() => {
      const anew = jest.requireActual<typeof Telling>('./told');
      const { Case: CaseAnew } = jest.requireActual<typeof CaseEntity>('../../src/domain/casework/case/case.entity');
      const opened = anew
        .tell(code)
        .of(CaseAnew)
        .map(({ openedAt }) => time(openedAt));
      expect(later - Math.max(...opened)).toBeLessThan(7 * DAY);
      expect(later - Math.max(...opened)).toBeGreaterThan(0);
      expect(later - Math.min(...opened)).toBeLessThan(735 * DAY);
    });
  } finally {
    process.env['DEMO_UNTIL'] = DEMO_UNTIL;
  }
});
