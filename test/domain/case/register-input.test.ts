/** Registering a case: what is wrong with the input is told, wherever it stands. */
import { randomUUID } from 'node:crypto';
import { globalId } from '../../../src/base/global-id';
import type { Client } from '../../support/app';
import { told } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { act, incident, register, registration, services, uuidOf } from './acts';

let world: World;
let fieldWorker: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
});
afterAll(() => world.close());

const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString();

test('every mistake of an input is told at once, with its path', async () => {
  const input = {
    source: 'HELPLINE',
    openedAt: tomorrow,
    survivorId: randomUUID(),
    survivor: {
      genderIdentity: 'WOMAN',
      demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 2099, nationality: 'zaf' },
      identity: { dateOfBirth: '2098-01-01' },
    },
    consents: [
      { ...services, decision: 'WITHDRAWN' },
      { ...services, purpose: 'RELEASE_TO_LEGAL', validUntil: '2020-01-01T00:00:00Z' },
    ],
    incidents: [
      { violationTypes: [], consentReporting: false, reportedElsewhereTo: 'x'.repeat(300) },
      { ...incident, reportedAt: tomorrow, detail: { datePrecision: 'DAY' } },
      { ...incident, reportedAt: '2026-01-01T00:00:00Z', detail: { occurredOn: '2026-02-01' } },
      { ...incident, detail: { occurredOn: '2026-02-01', datePrecision: 'UNKNOWN' } },
    ],
  };
  expect(told(await act(fieldWorker, 'registerCase', input)).sort()).toEqual(
    [
      'openedAt',
      'survivor',
      'survivor.demographics.nationality',
      'survivor.identity.dateOfBirth',
      'consents.0.decision',
      'consents.1.recipientId',
      'consents.1.validUntil',
      'incidents.0.violationTypes',
      'incidents.0.reportedElsewhereTo',
      'incidents.1.reportedAt',
      'incidents.1.detail.occurredOn',
      'incidents.2.detail.occurredOn',
      'incidents.3.detail.datePrecision',
    ]
      .map((path) => `INVALID_INPUT ${path}`)
      .sort(),
  );
});

test('what is no id hides nothing of what else is wrong, nor does one mistake of a link hide another', async () => {
  const input = registration({
    openedAt: tomorrow,
    consents: [{ ...services, id: '§', validUntil: '2020-01-01T00:00:00Z' }],
    incidents: [
      { ...incident, districtId: globalId('Survivor', 'ZA', randomUUID()) },
      { ...incident, id: 'x' },
    ],
  });
  expect(told(await act(fieldWorker, 'registerCase', input)).sort()).toEqual(
    ['openedAt', 'consents.0.id', 'consents.0.validUntil', 'incidents.0.districtId', 'incidents.1.id']
      .map((path) => `INVALID_INPUT ${path}`)
      .sort(),
  );
  const nowhere = randomUUID();
  const links = registration({
    consents: [
      { ...services, id: 'x' },
      { ...services, recipientId: nowhere },
    ],
    incidents: [
      { ...incident, districtId: nowhere },
      { ...incident, districtId: nowhere },
    ],
  });
  expect(told(await act(fieldWorker, 'registerCase', links)).sort()).toEqual([
    'INVALID_INPUT consents.0.id',
    'NOT_FOUND consents.1.recipientId',
    'NOT_FOUND incidents.0.districtId',
    'NOT_FOUND incidents.1.districtId',
  ]);
});

test('one UUID for the case and for what comes with it: told is that which is taken', async () => {
  const { survivor } = await register(fieldWorker);
  const id = uuidOf(survivor!.id);
  const named = registration({ survivor: { genderIdentity: 'WOMAN', id } });
  for (const input of [
    { id, ...named },
    { ...named, id },
  ])
    expect(told(await act(fieldWorker, 'registerCase', input))).toEqual(['ALREADY_EXISTS survivor.id']);
  const twice = registration({ incidents: [incident, { ...incident, id }, { ...incident, id }] });
  expect(told(await act(fieldWorker, 'registerCase', twice))).toEqual(['ALREADY_EXISTS incidents.2.id']);
});

test('nobody is named in an anonymous case', async () => {
  const input = registration({ anonymous: true });
  expect(told(await act(fieldWorker, 'registerCase', input))).toEqual(['INVALID_INPUT survivor']);
  const consents = { source: 'HELPLINE', anonymous: true, consents: [services] };
  expect(told(await act(fieldWorker, 'registerCase', consents))).toEqual(['INVALID_INPUT consents']);
});

test('links of the parts must lead somewhere: to places and organisations of the country', async () => {
  const districtId = world.district.bw;
  const demographics = { exchangesSexForMoneyOrGoods: true, homeDistrictId: districtId };
  const expected = [
    [{ incidents: [incident, { ...incident, districtId }] }, 'NOT_FOUND incidents.1.districtId'],
    [{ survivor: { genderIdentity: 'WOMAN', demographics } }, 'NOT_FOUND survivor.demographics.homeDistrictId'],
    [
      { consents: [services, { ...services, recipientId: world.organisation.bw.clinic }] },
      'NOT_FOUND consents.1.recipientId',
    ],
  ] as const;
  for (const [values, problem] of expected) {
    expect(told(await act(fieldWorker, 'registerCase', registration(values)))).toEqual([problem]);
  }
});

test('an incident cannot count in reports against what the survivor decided in the same breath', async () => {
  const refused = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'REFUSED', mode: 'WRITTEN' };
  const input = registration({
    consents: [services, refused],
    incidents: [{ ...incident, consentReporting: false }, incident],
  });
  expect(told(await act(fieldWorker, 'registerCase', input))).toEqual(['CONSENT_MISSING incidents.1.consentReporting']);
});
