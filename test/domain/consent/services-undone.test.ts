/** What may follow the end of SERVICES: a service that was given before, its undoing by two people, work without consent. */
import { adminRows } from '../../support/admin';
import { done, expectForbidden, told, type Acted } from '../acting';
import { register, rowsOf, step, uuidOf, type CaseShown } from '../case/acts';
import {
  agree,
  answer,
  hours,
  manager,
  now,
  open,
  peer,
  refer,
  refuse,
  supervisor,
  withIncident,
  world,
} from './services-acts';

open();

describe('a service that was given before', () => {
  const service = (at: string): object => ({
    outcome: 'SERVICE_PROVIDED',
    serviceProvidedAt: at,
    providerNote: 'Seen.',
  });

  it('is recorded afterwards, once', async () => {
    const record = await withIncident();
    const referral = done(await answer('acceptReferral', await refer(record)));
    const at = hours(0);
    done(await refuse(record));
    const ended = { ...referral, version: referral.version + 1 };
    for (const other of [hours(1), hours(-2)])
      expect(told(await answer('completeReferral', ended, service(other)))[0]).toMatch(/^REFERRAL_REVOKED/);
    const completed = done(await answer('completeReferral', ended, service(at)));
    expect(completed).toMatchObject({ status: 'REVOKED' });
    expect(told(await answer('completeReferral', completed, service(at)))[0]).toMatch(/^REFERRAL_REVOKED/);
  });

  it('is none where nobody had accepted', async () => {
    const record = await withIncident();
    const referral = await refer(record);
    const at = hours(0);
    done(await refuse(record));
    const ended = { ...referral, version: referral.version + 1 };
    expect(told(await answer('completeReferral', ended, service(at)))[0]).toMatch(/^REFERRAL_REVOKED/);
  });

  it('is not recorded eight days later', async () => {
    const record = await withIncident();
    const referral = done(await answer('acceptReferral', await refer(record)));
    done(await refuse(record));
    await adminRows(world.database, `UPDATE za.referral SET ended_at = now() - interval '8 days' WHERE id = $1`, [
      uuidOf(referral.id),
    ]);
    const ended = { ...referral, version: referral.version + 1 };
    expect(told(await answer('completeReferral', ended, service(hours(-24 * 9))))[0]).toMatch(/^REFERRAL_REVOKED/);
  });
});

describe('undoing it', () => {
  const resume = async (record: CaseShown, client = supervisor): Promise<Acted<CaseShown>> =>
    step(client, 'resumeCase', { ...record, version: (await now(record.id, supervisor)).version });

  it('needs a consent that was recorded since, and a supervisor who did not withdraw', async () => {
    const record = await withIncident();
    done(await refuse(record, {}, manager));
    expect(told(await resume(record))).toEqual(['CONSENT_MISSING']);
    expectForbidden(await resume(record, manager));
    done(await agree(record));
    expect(done(await resume(record))).toMatchObject({ status: 'REGISTERED' });
    expect(told(await resume(record))).toEqual(['ILLEGAL_STEP']);
  });

  it('is not for the supervisor who withdrew it', async () => {
    const record = await withIncident();
    done(await step(supervisor, 'withdrawCase', record));
    done(await agree(record));
    expect(told(await resume(record))).toEqual(['SAME_PERSON']);
  });

  it('of a slip is told by whoever made it, within a day, as an entry of its own', async () => {
    const record = await withIncident();
    done(await refuse(record, {}, manager));
    const slip = { reason: 'RECORDED_IN_ERROR' };
    expect(told(await agree(record, slip, peer))).toEqual(['NOT_CORRECTABLE reason']);
    done(await agree(record, slip, manager));
    expect(told(await agree(record, slip, manager))).toEqual(['NOT_CORRECTABLE reason']);
    expect(done(await resume(record))).toMatchObject({ status: 'REGISTERED' });
    const ledger = await rowsOf(world, 'consent', 'survivor_id = $1 ORDER BY created_at', [
      uuidOf(record.survivor!.id),
    ]);
    expect(ledger.map(({ decision, reason }) => [decision, reason])).toEqual([
      ['GIVEN', null],
      ['REFUSED', null],
      ['GIVEN', 'RECORDED_IN_ERROR'],
    ]);
  });
});

describe('working without consent', () => {
  const override = async (record: CaseShown, client = supervisor, reason = 'He waits for her with a knife.') =>
    step(client, 'overrideConsent', { ...record, version: (await now(record.id, supervisor)).version }, { reason });

  it('is a supervisor’s to decide, for a reason, and the privacy officer is told', async () => {
    const record = await withIncident();
    done(await refuse(record));
    expectForbidden(await override(record, manager));
    expect(told(await override(record, supervisor, ' '))).toEqual(['INVALID_INPUT reason']);
    expect(done(await override(record))).toMatchObject({ status: 'REGISTERED' });
    const officer = await world.as('privacy-officer', 'za');
    const { data } = await officer.query('{ notices(first: 1) { edges { node { kind displayId readAt } } } }');
    expect(data.notices.edges).toEqual([
      { node: { kind: 'CONSENT_OVERRIDDEN', displayId: record.displayId, readAt: null } },
    ]);
  });

  it('registers a draft', async () => {
    const draft = await register(peer, { draft: true, consents: [] });
    expect(done(await override(draft))).toMatchObject({ status: 'REGISTERED' });
  });
});
