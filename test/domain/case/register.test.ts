/** Registering a case: in one piece with survivor, consents and incidents, or begun as a draft. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { done, expectForbidden, told } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { act, incident, register, registration, rowsOf, services, step, uuidOf } from './acts';

let world: World;
let fieldWorker: Client;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

interface Refused {
  readonly data: { readonly act: { readonly problems: readonly object[] } };
}

const perpetrator = { actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' } as const;

const whole = {
  riskLevel: 'HIGH',
  priority: 'URGENT',
  registeredAtOffice: 'Office 7',
  survivor: {
    genderIdentity: 'TRANS_WOMAN',
    preferredLanguage: 'ZULU',
    demographics: {
      exchangesSexForMoneyOrGoods: true,
      birthYear: 1990,
      nationality: 'ZA',
      keyPopulations: ['SW', 'TG'],
    },
    identity: { workingName: 'Lindiwe Example', phone: '+27 71 555 0000', dateOfBirth: '1990-05-04' },
    safeContact: { method: 'WHATSAPP', times: 'after ten' },
  },
  consents: [services, { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'VERBAL_WITNESSED' }],
  incidents: [
    {
      ...incident,
      narrative: { text: 'The account in words.' },
      detail: { occurredOn: '2026-01-15' },
      allegedPerpetrators: [{ ...perpetrator, identity: { plateNumber: 'XX 00 YY GP' } }],
    },
  ],
};

test.each(['field-worker', 'case-manager'])('a %s registers a case whole, and owns it', async (role) => {
  const client = await world.as(role, 'za');
  const shown = await register(client, whole);
  expect(shown).toMatchObject({
    version: 1,
    status: 'REGISTERED',
    workflowStage: 'NEW',
    riskLevel: 'HIGH',
    priority: 'URGENT',
  });
  expect(shown.displayId).toMatch(/^ZA-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(shown.survivor).toMatchObject({ ageBand: 'AGE_35_49' });
  expect(shown.survivor?.survivorCode).toMatch(/^S-[0-9A-Z]{6}$/);
  const id = uuidOf(shown.id);
  const [row] = await rowsOf(world, 'case', 'id = $1', [id]);
  const survivorId = row?.survivor_id;
  expect(row).toMatchObject({ owner_id: world.account.za[role], organisation_id: world.organisation.za.partner });
  for (const table of ['survivor_demographics', 'survivor_identity', 'safe_contact']) {
    expect(await rowsOf(world, table, 'survivor_id = $1', [survivorId])).toHaveLength(1);
  }
  expect(await rowsOf(world, 'consent', 'survivor_id = $1', [survivorId])).toHaveLength(2);
  for (const table of [
    'incident',
    'incident_detail',
    'incident_narrative',
    'alleged_perpetrator',
    'perpetrator_identity',
  ]) {
    expect(await rowsOf(world, table, 'case_id = $1', [id])).toHaveLength(1);
  }
});

test('what is sealed of a case is sealed with one key, and its owner reads it', async () => {
  const shown = await register(fieldWorker, whole);
  const [row] = await rowsOf(world, 'case', 'id = $1', [uuidOf(shown.id)]);
  const [identity] = await rowsOf(world, 'survivor_identity', 'survivor_id = $1', [row?.survivor_id]);
  const [narrative] = await rowsOf(world, 'incident_narrative', 'case_id = $1', [uuidOf(shown.id)]);
  expect([identity?.data_key_id, narrative?.data_key_id]).toEqual([row?.data_key_id, row?.data_key_id]);
  expect((identity?.working_name as Buffer).includes('Lindiwe')).toBe(false);
  const answer = await fieldWorker.query(
    'query ($id: ID!) { case(id: $id) { survivor { identity { workingName dateOfBirth } } incidents { edges { node { narrative { text } } } } } }',
    { id: shown.id },
  );
  expect(answer.data.case.survivor.identity).toEqual({ workingName: 'Lindiwe Example', dateOfBirth: '1990-05-04' });
  expect(answer.data.case.incidents.edges[0].node.narrative.text).toBe('The account in words.');
});

test('a client makes its own ids, and one key has one effect', async () => {
  const [id, survivorId, incidentId, idempotencyKey] = Array.from({ length: 4 }, () => randomUUID());
  const input = registration({
    id,
    idempotencyKey,
    survivor: { id: survivorId, genderIdentity: 'WOMAN' },
    incidents: [{ id: incidentId, ...incident }],
  });
  const answers = [];
  for (let time = 0; time < 3; time++) answers.push((await act(fieldWorker, 'registerCase', input)).answer.text);
  expect(new Set(answers).size).toBe(1);
  expect(await rowsOf(world, 'incident', 'case_id = $1', [id])).toMatchObject([{ id: incidentId }]);
});

test.each(['id', 'survivor.id', 'consents.0.id', 'incidents.1.id', 'incidents.1.allegedPerpetrators.0.id'])(
  'a client that makes an id again as %s is told where, and nothing of whose it is',
  async (path) => {
    const values = (fresh: (at: string) => string): object => ({
      id: fresh('id'),
      survivor: { id: fresh('survivor.id'), genderIdentity: 'WOMAN' },
      consents: [{ id: fresh('consents.0.id'), ...services }],
      incidents: [
        incident,
        {
          ...incident,
          id: fresh('incidents.1.id'),
          allegedPerpetrators: [{ ...perpetrator, id: fresh('incidents.1.allegedPerpetrators.0.id') }],
        },
      ],
    });
    const taken = randomUUID();
    const input = registration(values((at) => (at === path ? taken : randomUUID())));
    done(await act(manager, 'registerCase', input));
    const texts = new Set<string>();
    for (const client of [manager, await world.as('case-manager-2', 'za')]) {
      const again = registration(values((at) => (at === path ? taken : randomUUID())));
      texts.add((await act(client, 'registerCase', again)).answer.text);
    }
    expect([...texts].map((text) => (JSON.parse(text) as Refused).data.act.problems)).toEqual([
      [
        {
          __typename: 'PlainProblem',
          code: 'ALREADY_EXISTS',
          message: 'This id cannot be used: make a new UUID.',
          path: path.split('.'),
        },
      ],
    ]);
  },
);

test('of several ids that are taken, one is named that is', async () => {
  const ids = { id: randomUUID(), survivorId: randomUUID() };
  const again = (): object =>
    registration({
      id: ids.id,
      survivor: { id: ids.survivorId, genderIdentity: 'WOMAN' },
      idempotencyKey: randomUUID(),
    });
  done(await act(fieldWorker, 'registerCase', again()));
  expect(told(await act(fieldWorker, 'registerCase', again()))).toEqual(['ALREADY_EXISTS survivor.id']);
  expect(told(await act(fieldWorker, 'registerCase', { ...again(), survivor: { genderIdentity: 'WOMAN' } }))).toEqual([
    'ALREADY_EXISTS id',
  ]);
});

test('a case without consent is a draft, or anonymous, or refused', async () => {
  expect(told(await act(fieldWorker, 'registerCase', registration({ consents: [] })))).toEqual([
    'CONSENT_MISSING consents',
  ]);
  expect(told(await act(fieldWorker, 'registerCase', { source: 'HELPLINE' }))).toEqual(['CONSENT_MISSING consents']);
  expect((await register(fieldWorker, { consents: null, draft: true })).status).toBe('DRAFT');
  const anonymous = await register(fieldWorker, {
    survivor: null,
    consents: null,
    anonymous: true,
    incidents: [incident],
  });
  expect(anonymous).toMatchObject({ status: 'REGISTERED', anonymous: true, survivor: null });
});

test.each([
  ['refused', { decision: 'REFUSED' }],
  ['run out', { takenAt: '2025-01-01T00:00:00Z', validUntil: '2025-02-01T00:00:00Z' }],
  ['for another purpose', { purpose: 'RESEARCH' }],
])('a consent to services that is %s does not do', async (_, values) => {
  const input = registration({ consents: [{ ...services, ...values }] });
  expect(told(await act(fieldWorker, 'registerCase', input))).toEqual(['CONSENT_MISSING consents']);
});

test('a consent to the services of another organisation does not do', async () => {
  const { clinic, partner } = world.organisation.za;
  const to = (recipientId: string): object => registration({ consents: [{ ...services, recipientId }] });
  expect(told(await act(fieldWorker, 'registerCase', to(clinic)))).toEqual(['CONSENT_MISSING consents']);
  expect(done(await act(fieldWorker, 'registerCase', to(partner))).status).toBe('REGISTERED');
});

test('a further case of a survivor uses the consent that stands, and the survivor’s key', async () => {
  const first = await register(fieldWorker);
  const second = await register(fieldWorker, { survivor: null, consents: null, survivorId: first.survivor?.id });
  expect(second).toMatchObject({ status: 'REGISTERED', survivor: { id: first.survivor?.id } });
  const rows = await rowsOf(world, 'case', 'id = ANY($1)', [[uuidOf(first.id), uuidOf(second.id)]]);
  expect(new Set(rows.map((row) => row.data_key_id)).size).toBe(1);
});

test('a survivor out of sight, of another country or of nobody is not found, in the same bytes', async () => {
  const other = await register(await world.as('case-manager-2', 'za'));
  const foreign = await register(await world.as('case-manager', 'bw'));
  const texts = [];
  for (const survivorId of [other.survivor?.id, uuidOf(other.survivor?.id ?? ''), foreign.survivor?.id, randomUUID()]) {
    const acted = await act(manager, 'registerCase', { source: 'HELPLINE', survivorId });
    expect(told(acted)).toEqual(['NOT_FOUND survivorId']);
    texts.push(acted.answer.text);
  }
  expect(new Set(texts).size).toBe(1);
});

test('where a country keeps no identities, survivors are recorded by code only', async () => {
  const client = await world.as('case-manager', 'mz');
  const survivor = {
    genderIdentity: 'WOMAN',
    identity: { workingName: 'X' },
    safeContact: { method: 'CALL', note: 'Y' },
  };
  const acted = await act(client, 'registerCase', registration({ survivor }), { 'accept-language': 'pt' });
  expect(told(acted)).toEqual(['IDENTITY_VAULT_OFF survivor.identity', 'IDENTITY_VAULT_OFF survivor.safeContact.note']);
  expect(acted.problems[0]?.message).toContain('apenas por código');
  expect((await register(client)).survivor?.survivorCode).toBeTruthy();
  // How somebody is reached tells not who it is, as long as it is a code.
  const coded = { genderIdentity: 'WOMAN', safeContact: { method: 'DO_NOT_CONTACT' } };
  expect((await register(client, { survivor: coded })).survivor?.survivorCode).toBeTruthy();
});

test('what a role may not write, it may not send', async () => {
  const injury = registration({ incidents: [{ ...incident, injury: { description: 'A broken arm.' } }] });
  const acted = await act(fieldWorker, 'registerCase', injury);
  expectForbidden(acted);
  expect(acted.answer.errors[0]?.extensions).toMatchObject({
    coordinate: 'NewIncidentInput.injury',
    dataClass: 'HEALTH',
  });
  expect(done(await act(manager, 'registerCase', injury)).status).toBe('REGISTERED');
});

test('a draft is registered once the consent is there', async () => {
  const draft = await register(fieldWorker, { draft: true, survivor: null, consents: null });
  expect(told(await step(fieldWorker, 'submitCase', draft))).toEqual(['CONSENT_MISSING']);
  const known = done(await step(fieldWorker, 'updateCase', draft, { survivor: { genderIdentity: 'WOMAN' } }));
  expect(told(await step(fieldWorker, 'submitCase', known))).toEqual(['CONSENT_MISSING']);
  const consent = { survivorId: known.survivor?.id, ...services, idempotencyKey: randomUUID() };
  const document = 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { problems { code } } }';
  expect((await fieldWorker.query(document, { input: consent })).data.recordConsent.problems).toEqual([]);
  expect(done(await step(fieldWorker, 'submitCase', known))).toMatchObject({
    status: 'REGISTERED',
    version: known.version + 1,
  });
});
