/** What happens while a case is on its way: what ends the request, and what does not go along. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import { letPass } from '../let-pass';
import type { World } from '../world';
import { register, rowsOf, step, uuidOf } from './acts';
import { transfersOf } from './transfers';

let world: World;
let sender: Client;
let receiver: Client;
beforeAll(async () => {
  world = await openWorld();
  sender = await world.as('case-manager', 'za');
  receiver = await world.as('case-manager-2', 'za');
});
afterAll(() => world.close());

const { receiving, agreed, ask, transferOf, answer, seen } = transfersOf(() => ({ world, sender }));

test('what is closed or restricted meanwhile is not handed over', async () => {
  const restricted = await agreed();
  const record = done(await ask(restricted.caseId, receiving()));
  done(await step(sender, 'restrictCase', record, { restrictionReason: 'WELL_KNOWN' }));
  expect(await transferOf(sender, restricted.caseId)).toMatchObject({ status: 'REVOKED' });
  expect(await transferOf(receiver, restricted.caseId)).toBeUndefined();
  const { caseId } = await agreed();
  const asked = done(await ask(caseId, receiving()));
  const closing = done(await step(sender, 'requestCaseClosure', asked, { closureReason: 'NEEDS_MET' }));
  done(await step(await world.as('supervisor', 'za'), 'approveCaseClosure', closing));
  expect(await transferOf(receiver, caseId)).toMatchObject({ status: 'REVOKED' });
});

test('what the old organisation said of duplicates does not go along', async () => {
  const [{ caseId }, other] = [await agreed(), await world.newCase()];
  const asked = done(
    await step(sender, 'markCaseDuplicate', { id: caseId, version: 1 }, { duplicateOfId: other.caseId }),
  );
  done(await step(sender, 'transferCase', asked, { toOrganisationId: receiving() }));
  done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, caseId)));
  const [row] = await rowsOf(world, 'case', 'id = $1', [caseId]);
  expect(row).toMatchObject({ duplicate_of_id: null, duplicate_asked_by_id: null });
});

test('a survivor who is named meanwhile has not agreed to it', async () => {
  const record = await register(sender, { survivor: null, consents: null, anonymous: true });
  const asked = done(await step(sender, 'transferCase', record, { toOrganisationId: receiving() }));
  const survivor = { genderIdentity: 'WOMAN' };
  const services = [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN' }];
  done(await step(sender, 'nameSurvivor', asked, { survivor, consents: services }));
  expect(await transferOf(receiver, uuidOf(record.id))).toMatchObject({ status: 'REVOKED' });
});

test('an accusation that comes with the acceptance is made where the case is, or not at all', async () => {
  const accuse = actor<{ id: string }>('accusedColleague', 'id');
  for (let time = 0; time < 3; time++) {
    const { caseId } = await agreed();
    done(await ask(caseId, receiving()));
    const transfer = await transferOf(receiver, caseId);
    const accusedId = world.account.za['field-worker-2'];
    const [, accused] = await Promise.all([
      answer(receiver, 'acceptCaseTransfer', transfer),
      accuse(sender, 'accuseColleague', { caseId, accusedId }),
    ]);
    const made = await rowsOf(world, 'accused_colleague', 'case_id = $1', [caseId]);
    expect([made.length, accused.problems.map(({ code }) => code)]).toEqual(
      made.length > 0 ? [1, []] : [0, ['NOT_FOUND']],
    );
  }
});

test('a consent that is withdrawn ends the request before it is accepted', async () => {
  const { caseId, survivorId } = await agreed();
  done(await ask(caseId, receiving()));
  const [consent] = await rowsOf(world, 'consent', 'survivor_id = $1', [survivorId]);
  const withdraw = actor('consent', 'id decision');
  done(await withdraw(sender, 'withdrawConsent', { consentId: consent?.id }));
  expect(await seen(sender, caseId)).toEqual({ status: 'IN_FOLLOW_UP' });
  const transfer = await transferOf(receiver, caseId);
  expect(transfer.status).toBe('REVOKED');
  expect(told(await answer(receiver, 'acceptCaseTransfer', transfer))).toEqual(['ILLEGAL_STEP']);
});

test('a consent that has run out meanwhile does not carry the acceptance', async () => {
  const { caseId, survivorId } = await agreed({ validUntil: new Date(Date.now() + 86_400_000).toISOString() });
  done(await ask(caseId, receiving()));
  const [consent] = await rowsOf(world, 'consent', 'survivor_id = $1', [survivorId]);
  await letPass(world, 'consent', String(consent?.id), { valid_until: 'now()' });
  const transfer = await transferOf(receiver, caseId);
  expect(told(await answer(receiver, 'acceptCaseTransfer', transfer))).toEqual(['CONSENT_MISSING id']);
  expect(done(await answer(receiver, 'declineCaseTransfer', transfer)).status).toBe('REJECTED');
});

test('a case that is withdrawn is not handed over any more', async () => {
  const { caseId } = await agreed();
  const record = done(await ask(caseId, receiving()));
  expect(done(await step(sender, 'withdrawCase', record)).status).toBe('WITHDRAWN');
  expect((await transferOf(receiver, caseId)).status).toBe('REVOKED');
});
