/** A referral as a letter: what it says, who issues it, how it ends, and what is recorded of it. */
import { openWorld, Organisation, put } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { done, expectForbidden, told } from '../acting';
import { act as actOnReferral, inputFor, sent, step as stepReferral, type ReferralShown } from '../referral/acts';
import type { World } from '../world';
import { act, issue, issued, outsideReferral, step, whereTo } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(['za', 'bw', 'mz'] as const)('in %s', (country) => {
  test.each(['field-worker', 'case-manager', 'supervisor'])('a %s issues one, and reads it aloud', async (role) => {
    const client = await world.as(role, country);
    const letter = await issued(world, client, country);
    const language = country === 'mz' ? 'PT' : 'EN';
    expect(letter).toMatchObject({
      ...{ status: 'ISSUED', service: 'HEALTH_CONSULTATION', providerName: 'The hospital', ...whereTo },
      ...{ survivorLanguage: language, providerLanguage: language, validUntil: dayFromNow(30), seen: null },
    });
    expect(letter.number).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{7}$/);
    for (const part of [letter.number, letter.place, letter.workTelephone]) expect(letter.survivorText).toContain(part);
    expect(letter.survivorText).toContain(country === 'mz' ? 'Consulta de saúde' : 'Health consultation');
  });

  test.each(['partner-admin', 'me-officer', 'privacy-officer', 'service-provider'])('no %s has any', async (role) => {
    const manager = await world.as('case-manager', country);
    const letter = await issued(world, manager, country);
    const client = await world.as(role, country);
    expectForbidden(await issue(client, letter.referral.id));
    expectForbidden(await step(client, 'linkReferralLetter', letter));
    expectForbidden(await act(client, 'recordLetterReply', { number: letter.number, seen: true }));
    const { data } = await client.query('query ($id: ID!) { referralLetter(id: $id) { number } }', { id: letter.id });
    expect(data?.referralLetter ?? null).toBeNull();
  });

  test('it is nobody’s of another organisation, and its number tells nothing', async () => {
    const letter = await issued(world, await world.as('case-manager', country), country);
    const other = await world.as('case-manager-2', country);
    expect(told(await step(other, 'revokeReferralLetter', letter))).toEqual(['NOT_FOUND id']);
    expect(told(await act(other, 'recordLetterReply', { number: letter.number, seen: true }))).toEqual([
      'NOT_FOUND number',
    ]);
    expect(told(await issue(other, letter.referral.id))).toEqual(['NOT_FOUND referralId']);
    const { data } = await other.query(
      'query ($number: String!) { referralLetters(filter: { number: { eq: $number } }) { totalCount } }',
      {
        number: letter.number,
      },
    );
    expect(data.referralLetters.totalCount).toBe(0);
  });

  test('with a survivor it takes the consent that sending takes, and ends with it', async () => {
    const manager = await world.as('case-manager', country);
    const { caseId, survivorId } = await world.newCase(country);
    const consentId = await world.newConsent(survivorId, {}, country);
    const referral = done(
      await actOnReferral(manager, 'makeReferral', inputFor(world, { caseId }, { consentId }, country)),
    );
    const letter = done(await issue(manager, referral.id));
    expect(letter.providerName).toBe('Clinic');
    await world.newConsent(survivorId, { decision: 'WITHDRAWN' }, country);
    expect(told(await issue(manager, referral.id))).toEqual(['CONSENT_MISSING referralId']);
  });

  test('a new one revokes the one before', async () => {
    const manager = await world.as('case-manager', country);
    const first = await issued(world, manager, country);
    const second = done(await issue(manager, first.referral.id));
    expect(second.number).not.toBe(first.number);
    const { data } = await manager.query(
      'query ($id: ID!) { referral(id: $id) { letters(orderBy: [{ field: CREATED_AT, direction: ASC }]) { edges { node { number status } } } } }',
      { id: first.referral.id },
    );
    const edges = data.referral.letters.edges as { node: object }[];
    expect(edges.map(({ node }) => node)).toEqual([
      { number: first.number, status: 'REVOKED' },
      { number: second.number, status: 'ISSUED' },
    ]);
    expect(told(await step(manager, 'linkReferralLetter', { id: first.id, version: first.version + 1 }))).toEqual([
      'ILLEGAL_STEP',
    ]);
  });

  test('the reply is recorded by its number, also where the provider has an account, and corrected', async () => {
    const manager = await world.as('case-manager', country);
    const { caseId } = await world.newCase(country, { anonymous: true });
    const referral = done(await actOnReferral(manager, 'makeReferral', inputFor(world, { caseId }, {}, country)));
    const letter = done(await issue(manager, referral.id));
    const typed = ` ${letter.number.toLowerCase().replace('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l')} `;
    const wrong = done(await act(manager, 'recordLetterReply', { number: typed, seen: false }));
    expect(wrong).toMatchObject({
      status: 'ANSWERED',
      seen: false,
      repliedOn: dayFromNow(0),
      referral: { status: 'REQUESTED' },
    });
    const unlike = { number: typed, seen: false, outcome: 'SERVICE_PROVIDED' };
    expect(told(await act(manager, 'recordLetterReply', unlike))).toEqual(['INVALID_INPUT outcome']);
    const right = done(await act(manager, 'recordLetterReply', { ...unlike, seen: true }));
    expect(right).toMatchObject({ seen: true, referral: { status: 'COMPLETED', outcome: 'SERVICE_PROVIDED' } });
    const { data: known } = await manager.query('query ($id: ID!) { referral(id: $id) { id version } }', {
      id: referral.id,
    });
    const change = { outcome: 'PARTIALLY_PROVIDED' };
    const corrected = done(
      await stepReferral(manager, 'correctReferralService', known.referral as ReferralShown, change),
    );
    expect(corrected).toMatchObject({ status: 'COMPLETED', ...change });
    const { data } = await manager.query(
      'query ($id: ID!) { referralLetter(id: $id) { history(first: 1) { edges { node { action changes { field before after } } } } } }',
      { id: letter.id },
    );
    const [{ node }] = data.referralLetter.history.edges;
    expect(node.changes).toContainEqual({ field: 'seen', before: false, after: true });
  });
});

test('slips in a number and in a date are told apart from letters that are not there', async () => {
  const manager = await world.as('case-manager', 'mz');
  const { number } = await issued(world, manager, 'mz');
  const last = number.at(-1) === '7' ? '8' : '7';
  const reply = (more: object) => act(manager, 'recordLetterReply', { number, seen: true, ...more });
  expect(told(await reply({ number: `${number.slice(0, -1)}${last}` }))).toEqual(['INVALID_INPUT number']);
  expect(told(await reply({ number: 'what?' }))).toEqual(['INVALID_INPUT number']);
  expect(told(await reply({ number: 'R-0000000' }))).toEqual(['NOT_FOUND number']);
  expect(told(await reply({ repliedOn: dayFromNow(2) }))).toEqual(['INVALID_INPUT repliedOn']);
  expect(told(await reply({ repliedOn: dayFromNow(-2) }))).toEqual(['INVALID_INPUT repliedOn']);
});

test('what the directory says stands in it, by the name for letters', async () => {
  const manager = await world.as('case-manager', 'mz');
  const about = { kind: 'SHELTER', sexWorkerLed: false, services: ['SAFE_HOUSE'] } as const;
  const entry = { name: 'Casa de Abrigo', letterName: 'Pensão Sol', place: 'Beira', hours: 'Segunda a sexta' };
  const toOrganisationId = await world.arrange('mz', (work) =>
    put(work, Organisation, { ...about, ...entry, services: ['SAFE_HOUSE'] }),
  );
  const { caseId } = await world.newCase('mz', { anonymous: true });
  const values = { toOrganisationId, category: 'SAFE_HOUSE', urgency: 'IMMEDIATE' };
  const referral = done(await actOnReferral(manager, 'makeReferral', inputFor(world, { caseId }, values, 'mz')));
  expect(told(await act(manager, 'issueReferralLetter', { referralId: referral.id }))).toEqual([
    'INVALID_INPUT workTelephone',
  ]);
  const { workTelephone } = whereTo;
  const letter = done(await act(manager, 'issueReferralLetter', { referralId: referral.id, workTelephone }));
  const { letterName: providerName, place, hours } = entry;
  expect(letter).toMatchObject({ providerName, place, hours, service: 'LODGING', validUntil: dayFromNow(3) });
});

test('it is in the language that the survivor prefers where that is written, and in the provider’s', async () => {
  const manager = await world.as('case-manager', 'za');
  const referral = await sent(world);
  const letter = done(await issue(manager, referral.id, { survivorLanguage: 'PT' }));
  expect([letter.survivorLanguage, letter.providerLanguage]).toEqual(['PT', 'EN']);
  expect(letter.survivorText).toContain('Carta de apresentação');
  expect(letter.providerText).toContain('Letter of introduction');
});

test.each([
  [{ place: 'Clínica do HIV' }, 'place'],
  [{ hours: 'Depois da violação' }, 'hours'],
  [{ workTelephone: 'Hands Off 1' }, 'workTelephone'],
  [{ validUntil: dayFromNow(-2) }, 'validUntil'],
  [{ validUntil: dayFromNow(190) }, 'validUntil'],
])('%j is refused', async (values, path) => {
  const manager = await world.as('case-manager', 'mz');
  const referral = await outsideReferral(world, manager, 'mz');
  expect(told(await issue(manager, referral.id, values))).toEqual([`INVALID_INPUT ${path}`]);
});

test('no letter is of a draft, nor of what has ended', async () => {
  const manager = await world.as('case-manager', 'mz');
  const draft = await outsideReferral(world, manager, 'mz', { draft: true });
  expect(told(await issue(manager, draft.id))).toEqual(['ILLEGAL_STEP']);
  const referral = await outsideReferral(world, manager, 'mz');
  const letter = done(await issue(manager, referral.id));
  done(await stepReferral(manager, 'recordReferralAnswer', referral, { response: 'NO_SHOW' }));
  expect(told(await issue(manager, referral.id))).toEqual(['ILLEGAL_STEP']);
  expect(told(await step(manager, 'linkReferralLetter', letter))).toEqual(['LETTER_OVER id']);
});
