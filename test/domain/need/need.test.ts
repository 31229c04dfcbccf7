/** What survivors need: recorded, corrected, decided on, taken out; by whom, and who reads it. */
import '../../../src/domain/all';
import { needLifecycle } from '../../../src/domain/casework/need/service-need.lifecycle';
import { ServiceNeedStatus } from '../../../src/domain/casework/need/service-need.codes';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told } from '../acting';
import type { CountryName, World } from '../world';
import { act, beside, decide, needsOf, record, recorded } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let peer: Client;
  let manager: Client;
  let supervisor: Client;
  beforeAll(async () => {
    peer = await world.as('field-worker', country);
    manager = await world.as('case-manager', country);
    supervisor = await world.as('supervisor', country);
  });

  test('a need is recorded as it is named, and is undecided', async () => {
    const { caseId } = await world.newCase(country);
    const need = await recorded(peer, caseId, { words: { ownWords: 'A bed, for a week.' } });
    expect(need).toMatchObject({ status: 'OPEN', decidedAt: null, namedBySurvivor: true, serviceType: null });
    expect(need.identifiedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { data } = await manager.query('query ($id: ID!) { serviceNeed(id: $id) { words { ownWords } } }', {
      id: need.id,
    });
    expect(data.serviceNeed.words).toEqual({ ownWords: 'A bed, for a week.' });
  });

  test.each(ServiceNeedStatus.codes.filter((code) => code !== 'REFERRED'))('it can be %s at once', async (status) => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const need = await recorded(manager, caseId, { status, ...beside[status] });
    expect([need.status, need.decidedAt !== null]).toEqual([status, status !== 'OPEN']);
  });

  test('words are read by who reads notes, codes by who answers for the work', async () => {
    const { caseId } = await world.newCase(country);
    const { id } = await recorded(manager, caseId, { words: { decisionReason: 'She asked for it.' } });
    const ask = async (account: string, what: string) =>
      (await world.as(account, country)).query(`query ($id: ID!) { serviceNeed(id: $id) { ${what} } }`, { id });
    for (const account of ['field-worker', 'case-manager', 'supervisor'])
      expect((await ask(account, 'words { decisionReason }')).data.serviceNeed.words).not.toBeNull();
    for (const account of ['partner-admin', 'me-officer']) {
      expect((await ask(account, 'status')).data.serviceNeed).toEqual({ status: 'OPEN' });
      expect((await ask(account, 'words { decisionReason }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    for (const account of ['case-manager-2', 'supervisor-2', 'field-worker-2'])
      expect((await ask(account, 'status')).data.serviceNeed).toBeNull();
    for (const account of ['service-provider', 'privacy-officer'])
      expect((await ask(account, 'status')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('from every decision every other can follow, and none is taken twice', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const codes = ServiceNeedStatus.codes.filter((code) => code !== 'REFERRED');
    for (const from of codes) {
      for (const to of codes) {
        const need = await recorded(manager, caseId, { status: from, ...beside[from] });
        const acted = await decide(manager, need, to, beside[to]);
        if (from === to) expect(told(acted)).toEqual(['ILLEGAL_STEP']);
        else expect(done(acted)).toMatchObject({ status: to, version: 2 });
      }
    }
  });

  test('what was said of a decision goes with it, and the survivor’s own words stay', async () => {
    const { caseId } = await world.newCase(country);
    const words = { ownWords: 'Not there again.', decisionReason: 'Full.' };
    const need = await recorded(manager, caseId, { status: 'UNAVAILABLE', unavailableReason: 'NO_CAPACITY', words });
    const now = done(await decide(manager, need, 'PROVIDED_HERE', beside.PROVIDED_HERE));
    expect(now).toMatchObject({ unavailableReason: null, servedAt: expect.any(String) });
    const { data } = await manager.query(
      'query ($id: ID!) { serviceNeed(id: $id) { words { ownWords decisionReason } } }',
      { id: need.id },
    );
    expect(data.serviceNeed.words).toEqual({ ownWords: 'Not there again.', decisionReason: null });
  });

  test('that it is referred is not said where there is no referral', async () => {
    const { caseId } = await world.newCase(country);
    expect(told(await record(manager, caseId, { status: 'REFERRED' }))).toEqual(['NO_REFERRAL status']);
    expect(told(await decide(manager, await recorded(manager, caseId), 'REFERRED'))).toEqual(['NO_REFERRAL status']);
  });

  test('what does not go together is told in one round', async () => {
    const { caseId } = await world.newCase(country);
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const wrong = { serviceType: 'PEP', identifiedOn: later.slice(0, 10), servedAt: later, unavailableReason: 'COST' };
    expect(told(await record(manager, caseId, wrong))).toEqual([
      'INVALID_INPUT serviceType',
      'INVALID_INPUT identifiedOn',
      'INVALID_INPUT servedAt',
      'INVALID_INPUT servedAt',
      'INVALID_INPUT unavailableReason',
    ]);
    expect(told(await record(manager, caseId, { status: 'PROVIDED_HERE' }))).toEqual(['INVALID_INPUT servedAt']);
    expect(told(await record(manager, caseId, { status: 'UNAVAILABLE' }))).toEqual(['INVALID_INPUT unavailableReason']);
    expect(told(await record(manager, caseId, { status: 'RECEIVED_ELSEWHERE' }))).toEqual([]);
    const need = await recorded(manager, caseId);
    const { id, version: expectedVersion } = need;
    expect(told(await act(manager, 'updateServiceNeed', { id, expectedVersion, serviceType: 'PEP' }))).toEqual([
      'INVALID_INPUT serviceType',
    ]);
  });

  test('field workers and case managers record needs; others read them', async () => {
    const { caseId } = await world.newCase(country);
    const need = await recorded(peer, caseId);
    for (const account of ['supervisor', 'partner-admin', 'me-officer', 'service-provider', 'privacy-officer'])
      expectForbidden(await record(await world.as(account, country), caseId));
    expectForbidden(await decide(supervisor, need, 'NOT_APPLICABLE'));
    for (const account of ['field-worker-2', 'case-manager-2']) {
      const stranger = await world.as(account, country);
      expect(told(await record(stranger, caseId))).toEqual(['NOT_FOUND caseId']);
      expect(told(await decide(stranger, need, 'NOT_APPLICABLE'))).toEqual(['NOT_FOUND id']);
    }
  });

  test('of a closed case a need is decided, and no new one recorded; of one that was withdrawn neither', async () => {
    const { caseId } = await world.newCase(country, { status: 'CLOSED', anonymous: true });
    expect(told(await record(manager, caseId))).toEqual(['ILLEGAL_STEP']);
    const other = await world.newCase(country, { anonymous: true });
    const need = await recorded(manager, other.caseId);
    const actCase = actor('case', 'id');
    done(await actCase(manager, 'withdrawCase', { id: other.caseId, expectedVersion: 1 }));
    expect(told(await decide(manager, need, 'NOT_APPLICABLE'))).toEqual(['CONSENT_MISSING']);
    expect(told(await record(manager, other.caseId))).toEqual(['CONSENT_MISSING']);
    // The coded part stays to be counted.
    expect(await needsOf(manager, other.caseId)).toHaveLength(1);
  });

  test('what was recorded in error is taken out with its words, and put back', async () => {
    const { caseId } = await world.newCase(country);
    const need = await recorded(peer, caseId, { words: { ownWords: 'x' } });
    const actVoiding = actor<{ id: string; version: number }>('voiding', 'id version');
    const input = { serviceNeedId: need.id, expectedVersion: 1, reason: 'Twice.' };
    const voiding = done(await actVoiding(peer, 'voidServiceNeed', input));
    expect(await needsOf(manager, caseId)).toEqual([]);
    expect(told(await decide(manager, { ...need, version: 2 }, 'NOT_APPLICABLE'))).toEqual(['VOIDED id']);
    const { id, version: expectedVersion } = voiding;
    done(await actVoiding(supervisor, 'restoreRecord', { id, expectedVersion, reason: 'Not twice.' }));
    expect(await needsOf(manager, caseId)).toHaveLength(1);
  });

  test('a draft takes its needs with it', async () => {
    const actCase = actor<{ id: string; version: number }>('case', 'id version');
    const draft = done(await actCase(peer, 'registerCase', { source: 'HELPLINE', draft: true }));
    const { id } = await recorded(peer, draft.id, { words: { ownWords: 'x' } });
    const actErasure = actor('erasure', 'id');
    done(await actErasure(peer, 'discardCase', { caseId: draft.id, expectedVersion: draft.version }));
    const { data } = await peer.query('query ($id: ID!) { serviceNeed(id: $id) { id } }', { id });
    expect(data.serviceNeed).toBeNull();
  });
});

test('every decision is in the table, and none is an end', () => {
  expect([...needLifecycle.states].sort()).toEqual([...ServiceNeedStatus.codes].sort());
  expect(needLifecycle.terminal).toEqual([]);
});
