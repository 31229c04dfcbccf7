/** What is odd is recorded as it is told: it is warned about, with its path, and stops nothing. */
import '../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { isObjectType } from 'graphql';
import { locales } from '../../src/base/locale';
import { allActions, writingsOf } from '../../src/model/action';
import type { Input } from '../../src/model/input';
import { oddThings } from '../../src/model/warning';
import { warningsOf } from '../../src/writing/warnings';
import type { Client } from '../support/app';
import { openWorld } from '../support/outside';
import { walkedSchema } from '../support/walk';
import { actor, done, told, warned } from './acting';
import { act, registration } from './case/acts';
import type { World } from './world';

let world: World;
let fieldWorker: Client;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const incident = actor<{ id: string; version: number }>('incident', 'id version');
const year = new Date().getUTCFullYear();

describe('whatever can be odd', () => {
  it('can be told in some mutation, and is asked about in both languages', () => {
    const all = [...oddThings].flatMap(([thing, oddities]) => oddities.map((each) => ({ thing, ...each })));
    expect(all.length).toBeGreaterThan(20);
    const untold = all.filter(({ thing, at }) => writingsOf(thing, at).length === 0);
    expect(untold.map(({ thing, at }) => `${thing.name}.${at}`)).toEqual([]);
    expect(all.filter(({ text }) => locales.some((locale) => !text[locale].trim()))).toEqual([]);
  });

  it.each(['1900-01-01', '1989-12-31', '2047-01-01'])('%s is asked about wherever a day is told', (day) => {
    const days = [...allActions.values()].flatMap(({ name, input }) =>
      [...input.fields.values()]
        .filter(({ of, attribute }) => of && attribute?.type === 'date')
        .map((field) => ({ name: `${name}.${field.name}`, input, field: field.name })),
    );
    expect(days.length).toBeGreaterThan(40);
    const asked = (input: Input, field: string, value: string): boolean =>
      warningsOf(
        input,
        { [field]: value },
        [],
        () => '2026-11-29',
        () => true,
      ).some(
        ({ code, path, text }) => code === 'UNLIKELY' && path?.[0] === field && locales.every((locale) => text[locale]),
      );
    expect(days.filter(({ input, field }) => !asked(input, field, day)).map(({ name }) => name)).toEqual([]);
    expect(days.filter(({ input, field }) => asked(input, field, '2026-11-01')).map(({ name }) => name)).toEqual([]);
  });

  it('stands beside the problems of every payload', () => {
    const payloads = Object.values(walkedSchema().getTypeMap()).filter(
      (type) => isObjectType(type) && type.getFields()['problems'],
    );
    expect(payloads.length).toBeGreaterThan(15);
    const bare = payloads.filter(
      (type) => isObjectType(type) && String(type.getFields()['warnings']?.type) !== '[Problem!]!',
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

const absurd = {
  violationTypes: ['BEATING'],
  gbvimsType: 'NON_GBV',
  consentReporting: false,
  reportedElsewhereTo: 'A clinic',
  detail: { arrested: false, detainedHours: 5, charged: true, occurredHour: 10, timeOfDay: 'EVENING_NIGHT' },
  allegedPerpetrators: [
    { actorKind: 'GROUP', category: 'CLIENT', relationship: 'OTHER', count: 2 },
    { actorKind: 'PERSON', category: 'POLICE_OFFICER', relationship: 'NO_RELATION', count: 2, ageGroup: 'AGE_0_11' },
  ],
};
const ofAbsurd = [
  'CONTRADICTORY gbvimsType',
  'CONTRADICTORY reportedElsewhereTo',
  'CONTRADICTORY detail.detainedHours',
  'CONTRADICTORY detail.charged',
  'CONTRADICTORY detail.occurredHour',
  'CONTRADICTORY allegedPerpetrators.1.count',
  'UNLIKELY allegedPerpetrators.1.ageGroup',
];
const below = (prefix: string): string[] => ofAbsurd.map((each) => each.replace(' ', ` ${prefix}.`));

it('a disclosure is recorded, and each oddity told with its path', async () => {
  const input = {
    ...registration(),
    idempotencyKey: randomUUID(),
    survivor: {
      genderIdentity: 'WOMAN',
      demographics: {
        exchangesSexForMoneyOrGoods: false,
        selfIdentifiesAsSexWorker: 'YES',
        birthYear: year + 3,
        nationality: 'XX',
      },
    },
    incidents: [{ violationTypes: ['RAPE'], consentReporting: false, detail: { arrested: true } }, absurd],
  };
  const acted = await act(fieldWorker, 'registerCase', input);
  expect([told(acted), acted.record?.status]).toEqual([[], 'REGISTERED']);
  const expected = [
    'CONTRADICTORY survivor.demographics.exchangesSexForMoneyOrGoods',
    'UNLIKELY survivor.demographics.birthYear',
    'UNLIKELY survivor.demographics.nationality',
    ...below('incidents.1'),
  ].sort();
  expect(warned(acted).sort()).toEqual(expected);

  const again = await act(fieldWorker, 'registerCase', input, { 'accept-language': 'pt' });
  expect(again.record?.id).toBe(acted.record?.id);
  expect(warned(again).sort()).toEqual(expected);
  const nationality = again.warnings.find(({ path }) => path.at(-1) === 'nationality');
  expect(nationality?.message).toMatch(/^Nenhum país tem este código/);
});

it('an ordinary disclosure is not asked about', async () => {
  expect(warned(await act(fieldWorker, 'registerCase', registration()))).toEqual([]);
});

it('a correction is held against what was recorded before, and asked about only where it touches that', async () => {
  const { id: caseId } = done(await act(fieldWorker, 'registerCase', registration()));
  const added = done(
    await incident(manager, 'addIncident', {
      caseId,
      violationTypes: ['ARBITRARY_ARREST'],
      consentReporting: false,
      detail: { arrested: true, detainedHours: 5 },
    }),
  );
  const correct = (version: number, values: object) =>
    incident(manager, 'updateIncident', { id: added.id, expectedVersion: version, ...values });
  const first = await correct(added.version, { detail: { arrested: false } });
  expect([told(first), warned(first)]).toEqual([[], ['CONTRADICTORY detail.detainedHours']]);
  const second = await correct(first.record?.version ?? 0, { locationType: 'ROAD' });
  expect([told(second), warned(second)]).toEqual([[], []]);
});

it('what cannot be recorded at all is told in one round, whichever part of the input it is in', async () => {
  const acted = await act(fieldWorker, 'registerCase', {
    ...registration(),
    openedAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    incidents: [{ violationTypes: [], consentReporting: false, detail: { hotspot: 'x'.repeat(300) } }],
  });
  expect(told(acted).sort()).toEqual([
    'INVALID_INPUT incidents.0.detail.hotspot',
    'INVALID_INPUT incidents.0.violationTypes',
    'INVALID_INPUT openedAt',
  ]);
});
