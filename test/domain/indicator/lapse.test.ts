/** Whoever agreed to be counted for a time is counted for that time, in every country. */
import { adminRows } from '../../support/admin';
import { dayFromNow } from '../../support/days';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done } from '../acting';
import { services, uuidOf, type CaseShown } from '../case/acts';
import type { CountryName, World } from '../world';
import * as counting from './counting';
import { report, somebody } from './recording';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'WRITTEN' };
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const thisMonth = (): string => dayFromNow(0).slice(0, 7).replace('-', '');

/** Until yesterday is what was until tomorrow. */
const letLapse = (country: CountryName, { survivor }: CaseShown): Promise<unknown> =>
  adminRows(
    world.database,
    `UPDATE ${country}.consent SET valid_until = now() - interval '1 day' WHERE survivor_id = $1 AND valid_until IS NOT NULL`,
    [uuidOf(survivor?.id ?? '')],
  );

test.each(['za', 'bw', 'mz'] as const)('in %s until yesterday is over, and until tomorrow is not', async (country) => {
  const [worker, officer] = [await world.as('field-worker', country), await world.as('me-officer', country)];
  const counted = async (): Promise<counting.Figure | undefined> => {
    await counting.count(world, country);
    expect(await counting.wrong(world, country)).toEqual([]);
    return (await counting.told(officer, thisMonth(), ['I03'])).I03;
  };
  const agreed = () =>
    report(worker, [{ districtId: world.district[country] }], {
      ...somebody(),
      consents: [services, { ...reporting, validUntil: tomorrow() }],
    });
  const [over, lasting, renewed] = [await agreed(), await agreed(), await agreed()];
  const again = { ...reporting, survivorId: renewed.survivor?.id };
  done(await actor('consent', 'id')(worker, 'recordConsent', again));
  await sweepNow(world, country, 'endLapsedConsents');
  expect(await counted()).toEqual([3, null, 3]);
  await letLapse(country, over);
  await letLapse(country, renewed);
  expect(await sweepNow(world, country, 'endLapsedConsents')).toBe(2);
  expect(await counted()).toEqual([2, null, 2]);
  await letLapse(country, lasting);
  await sweepNow(world, country, 'endLapsedConsents');
  expect(await counted()).toEqual([1, null, 1]);
});
