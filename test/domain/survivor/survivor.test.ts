/** What is recorded of a survivor, each part by the right of its own class. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told, warned } from '../acting';
import { expectRoles, register, rowsOf, services, uuidOf } from '../case/acts';
import type { World } from '../world';
import { openWorld, Referral } from '../../support/outside';

interface SurvivorShown {
  readonly id: string;
  readonly version: number;
  readonly ageBand: string;
  readonly genderIdentity: string;
  readonly preferredLanguage: string | null;
  readonly platformMember: boolean | null;
}

let world: World;
let fieldWorker: Client;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const act = actor<SurvivorShown>('survivor', 'id version ageBand genderIdentity preferredLanguage platformMember');
const update = (client: Client, id: string, version: number, values: object) =>
  act(client, 'updateSurvivor', { id, expectedVersion: version, ...values });

async function newSurvivor(client = fieldWorker, survivor: object = {}): Promise<string> {
  const record = await register(client, { survivor: { genderIdentity: 'WOMAN', ...survivor } });
  return uuidOf(record.survivor?.id ?? '');
}

const whole = {
  preferredLanguage: 'ZULU',
  platformMember: true,
  demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 2000, keyPopulations: ['SW'], nationality: 'ZA' },
  identity: { legalName: 'Invented Name', phone: '+27 71 555 0000' },
  safeContact: { method: 'SMS', note: 'Never at home.' },
};

test('every part is added where there was none, and changed where there was', async () => {
  const id = await newSurvivor();
  expect(done(await update(fieldWorker, id, 1, whole))).toMatchObject({
    version: 2,
    ageBand: 'AGE_25_34',
    preferredLanguage: 'ZULU',
  });
  const changes = {
    platformMember: null,
    demographics: { disability: 'NONE', nationality: null },
    identity: { phone: '+27 71 555 0001' },
    safeContact: { method: 'CALL' },
  };
  expect(done(await update(fieldWorker, id, 2, changes))).toMatchObject({
    version: 3,
    platformMember: null,
    ageBand: 'AGE_25_34',
  });
  const { data } = await fieldWorker.query(
    `query ($id: ID!) { survivor(id: $id) { demographics { birthYear nationality disability keyPopulations version }
      identity { legalName phone version } safeContact { method note version } } }`,
    { id },
  );
  expect(data.survivor).toEqual({
    demographics: { birthYear: 2000, nationality: null, disability: 'NONE', keyPopulations: ['SW'], version: 2 },
    identity: { legalName: 'Invented Name', phone: '+27 71 555 0001', version: 2 },
    safeContact: { method: 'CALL', note: 'Never at home.', version: 2 },
  });
  const [identity] = await rowsOf(world, 'survivor_identity', 'survivor_id = $1', [id]);
  const [held] = await rowsOf(world, 'case', 'survivor_id = $1', [id]);
  expect(identity?.data_key_id).toBe(held?.data_key_id);
  expect((identity?.legal_name as Buffer).includes('Invented')).toBe(false);
});

test('a part cannot be begun without what it needs', async () => {
  const id = await newSurvivor();
  const demographics = { birthYear: 1990 };
  expect(told(await update(fieldWorker, id, 1, { demographics }))).toEqual([
    'INVALID_INPUT demographics.exchangesSexForMoneyOrGoods',
  ]);
  expect(told(await update(fieldWorker, id, 1, { safeContact: { note: 'x' } }))).toEqual([
    'INVALID_INPUT safeContact.method',
  ]);
});

test('wrong values are told with their paths, all at once', async () => {
  const id = await newSurvivor();
  const acted = await update(fieldWorker, id, 1, {
    demographics: { birthYear: 1890, nationality: 'ZAF' },
    identity: { phone: 'x'.repeat(300), legalName: 'two\nlines' },
  });
  expect(told(acted).sort()).toEqual([
    'INVALID_INPUT demographics.birthYear',
    'INVALID_INPUT demographics.nationality',
    'INVALID_INPUT identity.legalName',
    'INVALID_INPUT identity.phone',
  ]);
  const later = { identity: { dateOfBirth: '2099-01-01' } };
  expect(told(await update(fieldWorker, id, 1, later))).toEqual(['INVALID_INPUT identity.dateOfBirth']);
  // What is odd and can be kept is recorded as it was told.
  const odd = await update(fieldWorker, id, 1, {
    demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 2099, nationality: '12' },
  });
  expect([told(odd), warned(odd).sort()]).toEqual([
    [],
    ['UNLIKELY demographics.birthYear', 'UNLIKELY demographics.nationality'],
  ]);
});

test('null is refused for what cannot be empty, and empties what can', async () => {
  const id = await newSurvivor(fieldWorker, { platformMember: true });
  const values = { genderIdentity: null, platformMember: null, demographics: null };
  expect(told(await update(fieldWorker, id, 1, values)).sort()).toEqual([
    'INVALID_INPUT demographics',
    'INVALID_INPUT genderIdentity',
  ]);
  expect(done(await update(fieldWorker, id, 1, { platformMember: null })).version).toBe(2);
  const { data } = await fieldWorker.query('query ($id: ID!) { survivor(id: $id) { genderIdentity platformMember } }', {
    id,
  });
  expect(data.survivor).toEqual({ genderIdentity: expect.any(String), platformMember: null });
});

test('identity and safe contact are written by those whose case it is, not by their whole organisation', async () => {
  const id = await newSurvivor(fieldWorker, { identity: { workingName: 'A' } });
  expect(
    done(await update(manager, id, 1, { platformMember: true, demographics: { exchangesSexForMoneyOrGoods: true } }))
      .version,
  ).toBe(2);
  expect(told(await update(manager, id, 2, { identity: { workingName: 'B' } }))).toEqual(['NOT_FOUND identity']);
  expect(told(await update(manager, id, 2, { safeContact: { method: 'CALL' } }))).toEqual(['NOT_FOUND safeContact']);
  const own = await newSurvivor(manager);
  expect(done(await update(manager, own, 1, { identity: { workingName: 'B' } })).version).toBe(2);
});

test('where a country keeps no identities, none is taken', async () => {
  const client = await world.as('case-manager', 'mz');
  const id = await newSurvivor(client);
  expect(told(await update(client, id, 1, { identity: { workingName: 'X' } }))).toEqual([
    'IDENTITY_VAULT_OFF identity',
  ]);
  const inWords = { method: 'CALL', times: 'mornings', note: 'Never at home.' };
  expect(told(await update(client, id, 1, { safeContact: inWords }))).toEqual([
    'IDENTITY_VAULT_OFF safeContact.times',
    'IDENTITY_VAULT_OFF safeContact.note',
  ]);
});

test('where a country keeps no identities, how somebody is reached is told by its code, and corrected', async () => {
  const client = await world.as('case-manager', 'mz');
  const id = await newSurvivor(client);
  const reached = async (): Promise<object> => {
    const { data } = await client.query(
      'query ($id: ID!) { survivor(id: $id) { identity { id } safeContact { method times note } } }',
      { id },
    );
    return data.survivor as object;
  };
  done(await update(client, id, 1, { safeContact: { method: 'VIA_PEER' } }));
  expect(await reached()).toEqual({ identity: null, safeContact: { method: 'VIA_PEER', times: null, note: null } });
  done(await update(client, id, 2, { safeContact: { method: 'DO_NOT_CONTACT', times: null } }));
  expect(await reached()).toMatchObject({ safeContact: { method: 'DO_NOT_CONTACT' } });
});

test('a survivor out of reach, of another country and of nobody are refused alike', async () => {
  const other = await newSurvivor(await world.as('case-manager-2', 'za'));
  const foreign = await newSurvivor(await world.as('case-manager', 'bw'));
  const own = await newSurvivor(manager);
  const cases: [Client, string[]][] = [
    [manager, [other, foreign, randomUUID()]],
    [fieldWorker, [own, other, foreign, randomUUID()]],
  ];
  const texts = new Set<string>();
  for (const [client, ids] of cases) {
    for (const id of ids) {
      const acted = await update(client, id, 1, { platformMember: true });
      expect(told(acted)).toEqual(['NOT_FOUND id']);
      texts.add(acted.answer.text);
    }
  }
  expect(texts.size).toBe(1);
  const demographics = { homeDistrictId: world.district.bw };
  expect(told(await update(manager, own, 1, { demographics }))).toEqual(['NOT_FOUND demographics.homeDistrictId']);
});

test('it is for the roles that the policy names, and for the classes that they may write', async () => {
  await expectRoles(world, act, 'updateSurvivor', { id: randomUUID(), expectedVersion: 1 });
  const provider = await world.as('service-provider', 'za');
  expectForbidden(await update(provider, randomUUID(), 1, { identity: { workingName: 'X' } }));
});

test('of twenty changes of one version one is made, whatever part they change', async () => {
  const id = await newSurvivor(fieldWorker, { identity: { workingName: 'A' } });
  const changes = Array.from({ length: 20 }, (_, nth) =>
    update(fieldWorker, id, 1, { identity: { workingName: `Name ${nth}` } }),
  );
  const acted = await Promise.all(changes);
  expect(acted.filter(({ record }) => record !== null)).toHaveLength(1);
  expect(new Set(acted.flatMap(told))).toEqual(new Set(['VERSION_CONFLICT expectedVersion']));
  expect(await rowsOf(world, 'survivor_identity', 'survivor_id = $1', [id])).toMatchObject([{ version: 2 }]);
});

test('one key has one effect', async () => {
  const id = await newSurvivor();
  const idempotencyKey = randomUUID();
  const texts = new Set<string>();
  for (let time = 0; time < 3; time++)
    texts.add((await update(fieldWorker, id, 1, { ...whole, idempotencyKey })).answer.text);
  expect(texts.size).toBe(1);
  const other = await update(fieldWorker, id, 1, { platformMember: false, idempotencyKey });
  expect(told(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('the change feed tells the people of every case, and receivers of what is shared with them', async () => {
  const record = await register(fieldWorker, { consents: [services] });
  const id = uuidOf(record.survivor?.id ?? '');
  await world.arrange('za', (work) =>
    work.insert(Referral, {
      caseId: uuidOf(record.id),
      survivorId: id,
      status: 'ACCEPTED',
      category: 'HEALTH',
      urgency: 'ROUTINE',
      fromOrganisationId: world.organisation.za.partner,
      toOrganisationId: world.organisation.za.clinic,
      requestedAt: new Date().toISOString(),
      sharedFields: ['SAFE_CONTACT'],
    }),
  );
  done(await update(fieldWorker, id, 1, whole));
  const changes = await rowsOf(
    world,
    'change_entry',
    `entity = ANY($2) AND record_id IN (
    SELECT $1::uuid UNION SELECT id FROM za.survivor_identity WHERE survivor_id = $1 UNION SELECT id FROM za.safe_contact WHERE survivor_id = $1)
    AND (entity <> 'Survivor' OR version = 2)`,
    [id, ['Survivor', 'SurvivorIdentity', 'SafeContact']],
  );
  const { partner, clinic } = world.organisation.za;
  const told = Object.fromEntries(
    changes.map((row) => [String(row.entity), [...(row.organisations as string[])].sort()]),
  );
  expect(told).toEqual({
    Survivor: [partner, clinic].sort(),
    SafeContact: [partner, clinic].sort(),
    SurvivorIdentity: [partner],
  });
});
