/** What is known of a survivor's age: date, year and band follow from each other, and must agree. */
import { ageBandOf } from '../../../src/domain/casework/survivor/survivor.age';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import { register, services, uuidOf } from '../case/acts';
import type { World } from '../world';

interface SurvivorShown {
  readonly id: string;
  readonly version: number;
  readonly ageBand: string;
}

let world: World;
let fieldWorker: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
});
afterAll(() => world.close());

const act = actor<SurvivorShown>('survivor', 'id version ageBand');
const update = (client: Client, id: string, version: number, values: object) =>
  act(client, 'updateSurvivor', { id, expectedVersion: version, ...values });

async function newSurvivor(client = fieldWorker, survivor: object = {}): Promise<string> {
  const record = await register(client, { survivor: { genderIdentity: 'WOMAN', ...survivor } });
  return uuidOf(record.survivor?.id ?? '');
}

test('the age band follows the year of birth, or what is told without one', async () => {
  const id = await newSurvivor(fieldWorker, { ageBand: 'AGE_35_49' });
  const bands: string[] = [];
  let version = 1;
  for (const values of [
    {},
    { demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 1960 } },
    { demographics: { birthYear: null } },
    { ageBand: 'AGE_18_24' },
    { identity: { workingName: 'Bongi' } },
  ]) {
    bands.push(done(await update(fieldWorker, id, version++, values)).ageBand);
  }
  expect(bands).toEqual(['AGE_35_49', 'AGE_50_PLUS', 'UNKNOWN', 'AGE_18_24', 'AGE_18_24']);
});

describe('date of birth, year and band', () => {
  const years = (age: number): string => `${new Date().getUTCFullYear() - age}-01-01`;
  const yearOf = (day: string): number => Number(day.slice(0, 4));
  const whole = { exchangesSexForMoneyOrGoods: true };

  test('follow from the date, and from what it is corrected to', async () => {
    const id = await newSurvivor(fieldWorker, { demographics: whole });
    const steps = [years(16), years(40), null];
    const found: unknown[] = [];
    for (const [at, dateOfBirth] of steps.entries()) {
      const acted = await update(fieldWorker, id, at + 1, { identity: { dateOfBirth } });
      const { data } = await fieldWorker.query(
        'query ($id: ID!) { survivor(id: $id) { demographics { birthYear } } }',
        {
          id,
        },
      );
      found.push([done(acted).ageBand, data.survivor.demographics.birthYear]);
    }
    expect(found).toEqual([
      ['UNDER_18', yearOf(years(16))],
      ['AGE_35_49', yearOf(years(40))],
      ['AGE_35_49', yearOf(years(40))],
    ]);
  });

  test.each([
    ['ageBand', { ageBand: 'AGE_25_34', identity: { dateOfBirth: years(16) } }],
    ['ageBand', { ageBand: 'AGE_25_34', demographics: { ...whole, birthYear: yearOf(years(60)) } }],
    ['demographics.birthYear', { demographics: { ...whole, birthYear: 1990 }, identity: { dateOfBirth: years(16) } }],
  ])('that contradict each other are told at %s', async (path, values) => {
    expect(told(await update(fieldWorker, await newSurvivor(), 1, values))).toEqual([`INVALID_INPUT ${path}`]);
  });

  test.each([
    ['ageBand', { ageBand: 'AGE_25_34' }],
    ['demographics.birthYear', { demographics: { ...whole, birthYear: 1990 } }],
  ])('that contradict what is known already are told at %s', async (path, values) => {
    const survivor = { genderIdentity: 'WOMAN', identity: { dateOfBirth: years(16) } };
    const record = await register(fieldWorker, { survivor, consents: [{ ...services, mode: 'GUARDIAN' }] });
    const id = uuidOf(record.survivor?.id ?? '');
    expect(told(await update(fieldWorker, id, 1, values))).toEqual([`INVALID_INPUT ${path}`]);
    const same = { ageBand: 'UNDER_18', demographics: { ...whole, birthYear: yearOf(years(16)) } };
    expect(done(await update(fieldWorker, id, 1, same)).ageBand).toBe('UNDER_18');
  });

  test('of a year leave two bands possible: the one that is told, but never an adult where it may be a child', async () => {
    const birthYear = (age: number): number => yearOf(years(age));
    const bandOf = async (age: number, ageBand: string): Promise<string> => {
      const values = { ageBand, demographics: { ...whole, birthYear: birthYear(age) } };
      return done(await update(fieldWorker, await newSurvivor(), 1, values)).ageBand;
    };
    expect(await bandOf(25, 'AGE_25_34')).toBe('AGE_25_34');
    expect(await bandOf(25, 'AGE_18_24')).toBe('AGE_18_24');
    expect(await bandOf(18, 'AGE_18_24')).toBe('UNDER_18');
  });
});

test.each([
  [2008, 'UNDER_18'],
  [2007, 'AGE_18_24'],
  [2001, 'AGE_18_24'],
  [2000, 'AGE_25_34'],
  [1990, 'AGE_35_49'],
  [1976, 'AGE_35_49'],
  [1975, 'AGE_50_PLUS'],
  [2026, 'UNDER_18'],
])('born in %s is %s in 2026: who may be a child is treated as one', (year, band) => {
  expect(ageBandOf(year, 2026)).toBe(band);
});
