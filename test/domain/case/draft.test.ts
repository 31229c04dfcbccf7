/** Drafts end: discarded by who began them, or erased when the country's days are over, after a warning. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { CountryName, World } from '../world';
import { act as actCase, register, registration, rowsOf, services, step, uuidOf, type CaseShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface ErasureShown {
  readonly id: string;
  readonly recordId: string;
  readonly reason: string;
  readonly entityLabel: string;
}
const act = actor<ErasureShown>('erasure', 'id recordId reason entityLabel');
const discard = (client: Client, { id, version }: CaseShown): Promise<Acted<ErasureShown>> =>
  act(client, 'discardCase', { caseId: id, expectedVersion: version });

/** A word that stands in every sealed text of a draft; and one in what is not sealed. */
const mark = 'Jacaranda';
const draftOf = (client: Client, values: object = {}): Promise<CaseShown> =>
  register(client, {
    draft: true,
    registeredAtOffice: 'Esquadra Flamboyant',
    survivor: { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', safeContact: { method: 'VIA_PEER' } },
    incidents: [
      {
        violationTypes: ['BEATING'],
        consentReporting: true,
        narrative: { text: mark },
        allegedPerpetrators: [{ category: 'CLIENT', actorKind: 'PERSON', relationship: 'NO_RELATION' }],
      },
    ],
    ...values,
  });

/** All that the database of a country holds, but the trail of what was erased. */
async function everything(country: CountryName): Promise<string> {
  const tables = await adminRows<{ name: string }>(
    world.database,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = '${country}'::regnamespace AND relkind = 'r'
       AND relname NOT IN ('erased_record', 'erasure', 'audit_event', 'change_entry', 'idempotency_record')`,
  );
  const all = await Promise.all(
    tables.map(({ name }) =>
      adminRows<{ row: string }>(world.database, `SELECT t::text AS row FROM ${country}."${name}" t`),
    ),
  );
  return all.flatMap((rows) => rows.map(({ row }) => row)).join('\n');
}

const keyOf = async (country: CountryName, id: string): Promise<string> => {
  const [row] = await rowsOf(world, 'case', 'id = $1', [uuidOf(id)], country);
  return String(row?.data_key_id);
};
const keys = (country: CountryName, id: string) =>
  adminRows(world.database, `SELECT id FROM ${country}_keys.data_key WHERE id = $1`, [id]);

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  test('who began a draft discards it: nothing of it is left, its key is destroyed', async () => {
    const peer = await world.as('field-worker', country);
    const draft = await draftOf(peer, { consents: [services] });
    const changed = done(await step(peer, 'updateCase', draft, { registeredAtOffice: 'Esquadra Jambalau' }));
    const key = await keyOf(country, draft.id);
    const survivorId = uuidOf(draft.survivor!.id);
    const erasure = done(await discard(peer, changed));
    expect(erasure).toMatchObject({ reason: 'DISCARDED', recordId: uuidOf(draft.id), entityLabel: 'Case' });
    const left = await everything(country);
    for (const trace of [uuidOf(draft.id), survivorId, key, draft.displayId, 'Flamboyant', 'Jambalau'])
      expect(left).not.toContain(trace);
    expect(await keys(country, key)).toEqual([]);
    const { data } = await peer.query('query ($id: ID!) { case(id: $id) { id } }', { id: draft.id });
    expect(data.case).toBeNull();
  });

  test('a second time the same request has the same answer, another one finds nothing', async () => {
    const peer = await world.as('field-worker', country);
    const draft = await draftOf(peer);
    const input = { caseId: draft.id, expectedVersion: draft.version, idempotencyKey: `discard ${draft.id}` };
    const first = done(await act(peer, 'discardCase', input));
    expect(done(await act(peer, 'discardCase', input))).toEqual(first);
    expect(told(await discard(peer, draft))).toEqual(['NOT_FOUND caseId']);
  });

  test('a survivor who is known already stays, with what was decided and what is sealed of them', async () => {
    const manager = await world.as('case-manager', country);
    const first = await register(manager, {
      incidents: [{ violationTypes: ['BEATING'], consentReporting: true, narrative: { text: 'Told before.' } }],
    });
    const draft = await draftOf(manager, { survivor: undefined, survivorId: first.survivor!.id, consents: [services] });
    done(await discard(manager, draft));
    const { data, errors } = await manager.query(
      `query ($id: ID!) { case(id: $id) { incidents { edges { node { narrative { text } } } } survivor { consents { totalCount } } } }`,
      { id: first.id },
    );
    expect(errors).toEqual([]);
    expect(data.case.incidents.edges[0].node.narrative.text).toBe('Told before.');
    expect(data.case.survivor.consents.totalCount).toBe(2);
  });

  test('a case that is registered for the survivor at the same time either keeps them, or is refused', async () => {
    const manager = await world.as('case-manager', country);
    for (let turn = 0; turn < 5; turn++) {
      const draft = await draftOf(manager, { consents: [services] });
      const values = { survivor: undefined, survivorId: draft.survivor!.id, consents: undefined, draft: true };
      const [discarded, another] = await Promise.all([
        discard(manager, draft),
        actCase(manager, 'registerCase', registration(values)),
      ]);
      expect([...told(discarded), ...discarded.answer.errors]).toEqual([]);
      expect(another.answer.errors).toEqual([]);
      if (another.record) expect(another.record.survivor!.id).toBe(draft.survivor!.id);
      else expect(told(another)[0]).toMatch(/^NOT_FOUND/);
    }
  });

  test('nobody else discards it, and nothing else than a draft is discarded', async () => {
    const [peer, manager] = [await world.as('field-worker', country), await world.as('case-manager', country)];
    const draft = await draftOf(peer);
    expect(told(await discard(manager, draft))).toEqual(['NOT_FOUND caseId']);
    const own = await draftOf(manager);
    const given = done(
      await step(await world.as('supervisor', country), 'assignCase', own, {
        ownerId: world.account[country]['field-worker'],
      }),
    );
    expect(told(await discard(peer, given))).toEqual(['NOT_YOURS']);
    expect(told(await discard(manager, { ...given, version: 7 }))).toEqual(['VERSION_CONFLICT expectedVersion']);
    expectForbidden(await discard(await world.as('supervisor', country), draft));
    expectForbidden(await discard(await world.as('privacy-officer', country), draft));
    expectForbidden(await discard(await world.as('service-provider', country), draft));
    const registered = await register(peer);
    expect(told(await discard(peer, registered))).toEqual(['ILLEGAL_STEP']);
  });

  test('who made it and the privacy officer see that it was erased, nobody else', async () => {
    const peer = await world.as('field-worker', country);
    const { id } = done(await discard(peer, await draftOf(peer)));
    const seen = async (role: string): Promise<unknown> => {
      const client = await world.as(role, country);
      const { data } = await client.query('query ($id: ID!) { erasure(id: $id) { reason by { id } } }', { id });
      return data?.erasure ?? null;
    };
    expect(await seen('field-worker')).toMatchObject({ reason: 'DISCARDED' });
    expect(await seen('privacy-officer')).toMatchObject({ reason: 'DISCARDED' });
    for (const role of ['case-manager', 'supervisor', 'partner-admin', 'me-officer', 'service-provider'])
      expect(await seen(role)).toBeNull();
  });

  const sweep = (name: string): Promise<number | null> => sweepNow(world, country, name);
  const inCountry = (text: string, values: unknown[]) =>
    adminRows(world.database, text.replaceAll('@', country), values);

  test('it is kept for the country’s days; its people are warned three days before, then it is erased', async () => {
    const peer = await world.as('field-worker', country);
    await sweep('warnOfDrafts');
    const draft = await draftOf(peer);
    const { data } = await peer.query('query ($id: ID!) { case(id: $id) { draftUntil } }', { id: draft.id });
    const days = (Date.parse(data.case.draftUntil as string) - Date.now()) / 86_400_000;
    expect(Math.round(days * 100) / 100).toBe(country === 'mz' ? 7 : 14);
    expect(await sweep('warnOfDrafts')).toBe(0);
    const id = uuidOf(draft.id);
    await inCountry(`UPDATE @."case" SET draft_until = now() + interval '71 hours' WHERE id = $1`, [id]);
    expect([await sweep('warnOfDrafts'), await sweep('warnOfDrafts')]).toEqual([1, 0]);
    const mine = '{ notices(first: 50) { edges { node { kind kindLabel case { id } } } } }';
    const notices = async (): Promise<{ kind: string; case: { id: string } | null }[]> =>
      ((await peer.query(mine)).data.notices.edges as { node: { kind: string; case: { id: string } | null } }[]).map(
        ({ node }) => node,
      );
    expect(await notices()).toContainEqual(expect.objectContaining({ kind: 'DRAFT_EXPIRES', case: { id: draft.id } }));
    // Its time is over, but the warning is not three days old.
    await inCountry(`UPDATE @."case" SET draft_until = now() - interval '1 hour' WHERE id = $1`, [id]);
    expect(await sweep('eraseDrafts')).toBe(0);
    await inCountry(`UPDATE @.notice SET created_at = now() - interval '73 hours' WHERE case_id = $1`, [id]);
    const key = await keyOf(country, draft.id);
    expect(await sweep('eraseDrafts')).toBe(1);
    const left = await everything(country);
    for (const trace of [id, key, draft.displayId]) expect(left).not.toContain(trace);
    expect(await notices()).toContainEqual(expect.objectContaining({ kind: 'DRAFT_ERASED', case: null }));
    const [trail] = await rowsOf(world, 'erasure', 'record_id = $1', [id], country);
    expect(trail).toMatchObject({ reason: 'DRAFT_EXPIRED', created_by_id: null });
  });

  test('who is given a draft that ends soon is warned as well', async () => {
    const draft = await draftOf(await world.as('case-manager', country));
    await inCountry(`UPDATE @."case" SET draft_until = now() + interval '2 days' WHERE id = $1`, [uuidOf(draft.id)]);
    const ownerId = world.account[country]['field-worker'];
    done(await step(await world.as('supervisor', country), 'assignCase', draft, { ownerId }));
    const notices = await rowsOf(
      world,
      'notice',
      `case_id = $1 AND addressee_id = $2`,
      [uuidOf(draft.id), ownerId],
      country,
    );
    expect(notices.map(({ kind }) => kind)).toContain('DRAFT_EXPIRES');
  });

  test('what was registered in time stays, and has no end', async () => {
    const peer = await world.as('field-worker', country);
    const draft = await draftOf(peer, { consents: [services] });
    const registered = done(await step(peer, 'submitCase', draft));
    const { data } = await peer.query('query ($id: ID!) { case(id: $id) { draftUntil } }', { id: registered.id });
    expect(data.case.draftUntil).toBeNull();
    await inCountry(`UPDATE @."case" SET draft_until = now() - interval '40 days' WHERE id = $1`, [uuidOf(draft.id)]);
    await sweep('eraseDrafts');
    expect(await rowsOf(world, 'case', 'id = $1', [uuidOf(draft.id)], country)).toHaveLength(1);
  });

  test('where its makers are gone, whoever supervises is warned', async () => {
    const manager = await world.as('case-manager', country);
    await sweep('warnOfDrafts');
    const draft = await draftOf(manager);
    const nobody = await adminRows<{ id: string }>(
      world.database,
      `SELECT id FROM ${country}.staff_member WHERE NOT active OR organisation_id <>
        (SELECT organisation_id FROM ${country}."case" WHERE id = $1) LIMIT 1`,
      [uuidOf(draft.id)],
    );
    await inCountry(
      `UPDATE @."case" SET draft_until = now() + interval '1 day', created_by_id = $2, owner_id = $2 WHERE id = $1`,
      [uuidOf(draft.id), nobody[0]?.id],
    );
    expect(await sweep('warnOfDrafts')).toBe(1);
    const told = await rowsOf(world, 'notice', `case_id = $1 AND kind = 'DRAFT_EXPIRES'`, [uuidOf(draft.id)], country);
    expect(told.map(({ addressee_id: to }) => to)).toContain(world.account[country].supervisor);
  });
});

test('the roles that serve remove nothing whose erasure is not noted', async () => {
  const draft = await draftOf(await world.as('field-worker', 'za'));
  const { app } = world.app.countries.get('ZA')!;
  await expect(app.query(`DELETE FROM "case" WHERE id = $1`, [uuidOf(draft.id)])).rejects.toThrow('permission denied');
  await expect(app.query('DELETE FROM data_key')).rejects.toThrow('permission denied');
  await expect(app.query('DELETE FROM erased_record')).rejects.toThrow('permission denied');
  for (const view of ['erasable_case', 'erasable_data_key', 'erasable_consent', 'erasable_record_change'])
    expect((await app.query(`DELETE FROM ${view}`)).rowCount).toBe(0);
});
