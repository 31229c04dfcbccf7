/** SERVICES: its end ends one organisation's work at once, in whatever way it comes. */
import { randomUUID } from 'node:crypto';
import { adminRows } from '../../support/admin';
import { sweepNow } from '../../support/outside';
import { actor, done, told, type Acted } from '../acting';
import { letPass } from '../let-pass';
import { act, incident, register, rowsOf, services, step, uuidOf } from '../case/acts';
import {
  addIncident,
  agree,
  answer,
  clinic,
  hours,
  manager,
  no,
  now,
  open,
  peer,
  recorded,
  refer,
  refuse,
  told1,
  withIncident,
  world,
} from './services-acts';

open();

describe.each([
  ['refused by a clock that is right', {}],
  ['refused by a clock that is 20 hours slow', { takenAt: hours(-20) }],
  ['refused by a clock that is 20 hours fast', { takenAt: hours(20) }],
])('%s', (_, clock) => {
  it.each([0, -20, 20])('it ends what a consent %s hours off allowed, and nobody has to approve', async (off) => {
    const record = await register(peer, { consents: [{ ...services, takenAt: hours(off) }], incidents: [told1] });
    const referral = done(await answer('acceptReferral', await refer(record)));
    const ended = done(await refuse(record, clock, peer));
    expect(ended.endedCases.edges).toEqual([{ node: { displayId: record.displayId, status: 'WITHDRAWN' } }]);
    expect(ended.endedReferrals.edges).toEqual([{ node: { status: 'REVOKED' } }]);
    expect(await now(record.id)).toMatchObject({ status: 'WITHDRAWN' });
    const { data } = await clinic.query('query ($id: ID!) { referral(id: $id) { status survivor { id } } }', {
      id: referral.id,
    });
    expect(data.referral).toEqual({ status: 'REVOKED', survivor: null });
    expect(await rowsOf(world, 'shared_case', 'id = $1', [world.app.vault.pseudonym('ZA', uuidOf(record.id))])).toEqual(
      [],
    );
  });
});

it('is refused when it is told from more than a day ahead, with its path', async () => {
  const record = await withIncident();
  expect(told(await refuse(record, { takenAt: hours(25) }))).toEqual(['INVALID_INPUT takenAt']);
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
});

it('is withdrawn as it is refused', async () => {
  const record = await withIncident({ consents: [{ ...services, id: randomUUID() }] });
  const [given] = await rowsOf(world, 'consent', 'survivor_id = $1', [uuidOf(record.survivor!.id)]);
  done(await recorded(manager, 'withdrawConsent', { consentId: given!.id }));
  expect(await now(record.id)).toMatchObject({ status: 'WITHDRAWN' });
});

it('leaves drafts as they are, which then cannot be registered', async () => {
  const draft = await register(peer, { draft: true });
  const ended = done(await refuse(draft, {}, peer));
  expect(ended.endedCases.edges).toEqual([]);
  expect(await now(draft.id, peer)).toEqual({ status: 'DRAFT', version: draft.version });
  expect(told(await step(peer, 'submitCase', draft))[0]).toMatch(/^CONSENT_MISSING/);
});

it('ends the work of one organisation alone', async () => {
  const record = await withIncident();
  const other = await world.as('case-manager-2', 'za');
  const elsewhere = { recipientId: world.organisation.za.otherPartner };
  expect(told(await refuse(record, elsewhere))).toEqual(['INVALID_INPUT recipientId']);
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
  const own = await register(other, { incidents: [incident] });
  done(await recorded(other, 'recordConsent', { survivorId: own.survivor?.id, ...no }));
  expect(await now(own.id, other)).toMatchObject({ status: 'WITHDRAWN' });
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
});

it('reaches the receiver of a referral whose case is closed', async () => {
  const record = await withIncident();
  const referral = done(await answer('acceptReferral', await refer(record)));
  await adminRows(world.database, `UPDATE za."case" SET status = 'CLOSED' WHERE id = $1`, [uuidOf(record.id)]);
  expect(done(await refuse(record)).endedReferrals.edges).toHaveLength(1);
  const { data } = await clinic.query('query ($id: ID!) { referral(id: $id) { status survivor { id } } }', {
    id: referral.id,
  });
  expect(data.referral).toEqual({ status: 'REVOKED', survivor: null });
  const attempts = [
    await step(manager, 'reopenCase', { ...record, version: (await now(record.id)).version }, { reason: 'Again.' }),
    await actor('caseNote', 'id')(manager, 'addCaseNote', { caseId: record.id, text: 'x' }),
  ];
  for (const attempt of attempts) expect(told(attempt)).toEqual(['CONSENT_MISSING']);
  const share = await rowsOf(world, 'shared_case', 'id = $1', [world.app.vault.pseudonym('ZA', uuidOf(record.id))]);
  expect(share).toEqual([]);
});

it('is not slipped past by a case that is registered at the same moment', async () => {
  for (let time = 0; time < 8; time++) {
    const record = await withIncident();
    const survivorId = record.survivor?.id;
    const further = { source: 'HELPLINE', survivorId, incidents: [incident] };
    const [registered] = await Promise.all([act(manager, 'registerCase', further), refuse(record)]);
    const open = await rowsOf(world, 'case', `survivor_id = $1 AND status NOT IN ('WITHDRAWN', 'DRAFT')`, [
      uuidOf(survivorId ?? ''),
    ]);
    expect([told(registered).map((one) => one.split(' ')[0]), open]).toEqual([
      registered.record ? [] : ['CONSENT_MISSING'],
      [],
    ]);
  }
});

it('is not undone by a draft: it opens nothing of what was closed off', async () => {
  const survivor = { genderIdentity: 'WOMAN', identity: { legalName: 'Told in confidence' } };
  const record = await withIncident({ survivor });
  const survivorId = record.survivor?.id;
  done(await refuse(record, {}, peer));
  await register(peer, { survivor: undefined, survivorId, draft: true, consents: [] });
  for (const client of [peer, manager]) {
    const { data } = await client.query('query ($id: ID!) { survivor(id: $id) { identity { legalName } } }', {
      id: survivorId,
    });
    expect(data.survivor?.identity ?? null).toBeNull();
  }
  const changed = await actor('survivor', 'id')(peer, 'updateSurvivor', {
    id: survivorId,
    expectedVersion: 1,
    platformMember: true,
  });
  expect(told(changed)).toEqual(['CONSENT_MISSING']);
});

it('counts for ever, wherever whoever recorded it works since; and no other organisation opens what it closed off', async () => {
  const record = await withIncident();
  await adminRows(world.database, `UPDATE za."case" SET status = 'CLOSED' WHERE id = $1`, [uuidOf(record.id)]);
  done(await refuse(record));
  const move = (organisation: string): Promise<unknown> =>
    adminRows(world.database, 'UPDATE za.staff_member SET organisation_id = $1 WHERE id = $2', [
      organisation,
      world.account.za['case-manager'],
    ]);
  await move(world.organisation.za.otherPartner);
  const further = { source: 'HELPLINE', survivorId: record.survivor?.id, incidents: [incident] };
  expect(told(await act(peer, 'registerCase', further)).map((one) => one.split(' ')[0])).toEqual(['CONSENT_MISSING']);
  await move(world.organisation.za.partner);
  // Another organisation that works with the survivor, too.
  const draft = { survivor: undefined, survivorId: record.survivor?.id, draft: true, consents: [] };
  const { id: elsewhere } = await register(peer, draft);
  await adminRows(
    world.database,
    `UPDATE za."case" SET organisation_id = $1, owner_id = $2, created_by_id = $2 WHERE id = $3`,
    [world.organisation.za.otherPartner, world.account.za['case-manager-2'], uuidOf(elsewhere)],
  );
  const other = await world.as('case-manager-2', 'za');
  done(await agree(record, { recipientId: world.organisation.za.partner }, other));
  const [row] = await rowsOf(world, 'case', 'id = $1', [uuidOf(record.id)]);
  expect(row?.closed_off_at).not.toBeNull();
});

it('that was made at an organisation is not overruled by what another records for it', async () => {
  const other = await world.as('case-manager-2', 'za');
  const own = await register(other, { incidents: [incident] });
  const { id: survivorId } = own.survivor!;
  await register(manager, { survivor: undefined, survivorId, draft: true, consents: [] }).catch(() => undefined);
  done(await recorded(other, 'recordConsent', { survivorId, ...no }));
  await adminRows(
    world.database,
    `INSERT INTO za.consent (id, survivor_id, purpose, recipient_id, decision, mode, taken_by_id, taken_at, scopes, version, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, 'SERVICES', $2, 'GIVEN', 'WRITTEN', $3, now(), '{}', 1, now(), now())`,
    [uuidOf(survivorId), world.organisation.za.otherPartner, world.account.za['case-manager']],
  );
  const again = await act(other, 'registerCase', { source: 'HELPLINE', survivorId, incidents: [incident] });
  expect(told(again).map((one) => one.split(' ')[0])).toEqual(['CONSENT_MISSING']);
});

it('is refused with a further case of the survivor too', async () => {
  const record = await withIncident();
  const values = { survivor: undefined, survivorId: record.survivor?.id, draft: true, consents: [no] };
  await register(manager, values);
  expect(await now(record.id)).toMatchObject({ status: 'WITHDRAWN' });
});

it('closes off what had come to its end before, until the survivor agrees again', async () => {
  const record = await withIncident();
  await adminRows(world.database, `UPDATE za."case" SET status = 'CLOSED' WHERE id = $1`, [uuidOf(record.id)]);
  const told2 = async (): Promise<unknown> => {
    const { data } = await manager.query(
      'query ($id: ID!) { case(id: $id) { status incidents { edges { node { gbvimsType narrative { text } } } } } }',
      { id: record.id },
    );
    return [data.case.status, data.case.incidents.edges[0].node.narrative];
  };
  expect(await told2()).toEqual(['CLOSED', { text: 'Told in confidence.' }]);
  done(await refuse(record));
  expect(await told2()).toEqual(['CLOSED', null]);
  done(await agree(record));
  expect(await told2()).toEqual(['CLOSED', { text: 'Told in confidence.' }]);
});

it('has all new work refused with CONSENT_MISSING', async () => {
  const record = await withIncident();
  done(await refuse(record));
  const { version } = await now(record.id);
  const survivorId = record.survivor?.id;
  const attempts: Acted<unknown>[] = [
    await step(manager, 'updateCase', { ...record, version }, { riskLevel: 'HIGH' }),
    await addIncident(manager, 'addIncident', { caseId: record.id, ...incident }),
    await act(manager, 'registerCase', { source: 'HELPLINE', survivorId, incidents: [incident] }),
    await actor('survivor', 'id')(manager, 'updateSurvivor', {
      id: survivorId,
      expectedVersion: 1,
      platformMember: true,
    }),
    await actor('caseNote', 'id')(manager, 'addCaseNote', { caseId: record.id, text: 'x' }),
  ];
  for (const attempt of attempts) expect(told(attempt).map((one) => one.split(' ')[0])).toEqual(['CONSENT_MISSING']);
});

it('ends when the time is over for which it was agreed to', async () => {
  const consents = [{ ...services, validUntil: new Date(Date.now() + 86_400_000).toISOString() }];
  const record = await register(peer, { consents, incidents: [told1] });
  const other = await withIncident();
  const sweep = (): Promise<number | null> => sweepNow(world, 'za', 'endLapsedServices');
  await sweep();
  expect(await now(record.id)).toMatchObject({ status: 'REGISTERED' });
  const [given] = await rowsOf(world, 'consent', 'survivor_id = $1', [uuidOf(record.survivor!.id)]);
  await letPass(world, 'consent', String(given?.id), { valid_until: 'now()' });
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect([await now(record.id), await now(other.id)]).toMatchObject([
    { status: 'WITHDRAWN' },
    { status: 'REGISTERED' },
  ]);
  const [entry] = await rowsOf(world, 'consent', `survivor_id = $1 AND decision = 'EXPIRED'`, [
    uuidOf(record.survivor!.id),
  ]);
  expect(entry).toMatchObject({ purpose: 'SERVICES', recipient_id: world.organisation.za.partner });
});
