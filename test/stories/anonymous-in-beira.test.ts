/** Beira: a peer meets somebody who gives no name; nothing crosses between organisations, so she carries a letter. */
import type { TestApp } from '../support/app';
import { openWorld, startApp } from '../support/outside';
import { actor, done, told } from '../domain/acting';
import { act as onLetter, issue, link, whereTo, type LetterShown } from '../domain/letter/acts';
import type { World } from '../domain/world';
import { agreed, next, onCase, onReferral, sees } from './telling';

let world: World;
/** Another instance on the same data, which a link is opened from. */
let api: TestApp;
beforeAll(async () => {
  world = await openWorld();
  api = await startApp({ database: world.database, listen: true });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

const note = actor<{ id: string }>('caseNote', 'id');

/** Nothing that tells whoever finds the page what happened, to whom, or who helps. */
const telling =
  /sexo|sexual|trabalhador|viol[eê]n|viola|viol[oa]u|estupr|agress|abus|assalt|vih|hiv|sida|ppe|pep|sobrevivent|v[ií]tima|hands off|parceir|partner/i;

/** Opens a link as whoever has it does: without an account, once. */
async function open(url: string | null): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${api.address}${new URL(url!).pathname}`, { method: 'POST' });
  const text = (await answer.text()).replace(/<style>[^]*<\/style>/, '');
  return { status: answer.status, text };
}

/** As somebody types what stands on a crumpled paper. */
const typed = ({ number }: LetterShown): string =>
  ` ${number.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;

test('nobody’s name, a referral outside the system, and a name in the end', async () => {
  const [peer, manager, clinic, secretariat] = await Promise.all([
    world.as('field-worker', 'mz'),
    world.as('case-manager', 'mz'),
    world.as('service-provider', 'mz'),
    world.as('secretariat'),
  ]);

  // The peer was offline; what was sent twice is one case.
  const told1 = {
    id: '0b5f6a52-3b53-4c1e-9c58-7c1b2f6f0a11',
    source: 'OUTREACH_ACTIVITY',
    anonymous: true,
    incidents: [
      {
        violationTypes: ['ROBBERY', 'BEATING'],
        consentReporting: false,
        districtId: world.district.mz,
        narrative: { text: 'Behind the bar; he took the money back.' },
        allegedPerpetrators: [{ actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' }],
      },
    ],
  };
  const key = { idempotencyKey: 'offline-beira-0001' };
  const registered = done(await onCase(peer, 'registerCase', { ...told1, ...key }));
  expect(done(await onCase(peer, 'registerCase', { ...told1, ...key }))).toEqual(registered);
  expect(told(await onCase(peer, 'registerCase', told1))).toEqual(['ALREADY_EXISTS id']);
  expect(registered).toMatchObject({ status: 'REGISTERED', survivor: null });

  // She needs a doctor. Nothing of the case is shared; she goes there herself.
  const health = { caseId: registered.id, category: 'HEALTH', urgency: 'WITHIN_72H' };
  const provider = { receiver: { remoteProvider: 'Gabinete de Violência e Saúde Sexual, Ponta-Gêa' } };
  const shares = { ...health, ...provider, sharedFields: ['INCIDENT'] };
  expect(told(await onReferral(peer, 'makeReferral', shares))).toEqual(['INVALID_INPUT sharedFields']);
  const referral = done(await onReferral(peer, 'makeReferral', { ...health, ...provider }));
  expect(await sees(clinic, 'referral', referral.id, 'id')).toBeNull();

  // The case manager gives her a letter. No directory knows where that is, so she says it; in words that tell nothing.
  const where = { place: 'Avenida Eduardo Mondlane, 12', hours: 'Segunda a sexta, 8h00–15h30' };
  const { workTelephone } = whereTo;
  expect(told(await issue(manager, referral.id, { place: 'Sala do VIH' }))).toEqual(['INVALID_INPUT place']);
  const letter = done(await issue(manager, referral.id, { ...where, workTelephone }));
  expect(letter).toMatchObject({ status: 'ISSUED', survivorLanguage: 'PT', providerLanguage: 'PT', seen: null });
  const made = await link(manager, letter);
  const page = await open(made.url);
  expect(page.status).toBe(200);
  expect(page.text).toContain('<html lang="pt">');
  const shown = [
    'Carta de apresentação',
    letter.number,
    'Consulta de saúde',
    'Centro de saúde',
    ...Object.values(where),
  ];
  for (const part of [...shown, workTelephone]) expect(page.text).toContain(part);
  expect(telling.exec(page.text)?.[0]).toBeUndefined();
  for (const text of [letter.survivorText, letter.providerText]) expect(telling.exec(text)?.[0]).toBeUndefined();

  // It was printed: whoever finds the link opens nothing with it.
  const again = await open(made.url);
  expect(again.status).toBe(410);
  expect(again.text).not.toContain(letter.number);

  // She comes back with what the clinic tore off, and the peer records it by its number, and what came of it.
  const answered = done(await onLetter(peer, 'recordLetterReply', { number: typed(letter), seen: true }));
  expect(answered).toMatchObject({ id: letter.id, status: 'ANSWERED', seen: true, referral: { status: 'REQUESTED' } });
  expect(told(await issue(await world.as('case-manager-2', 'mz'), referral.id))).toEqual(['NOT_FOUND referralId']);
  const came = { number: typed(letter), seen: true, outcome: 'SERVICE_PROVIDED' };
  const served = done(await onLetter(peer, 'recordLetterReply', came));
  expect(served.referral).toMatchObject({ status: 'COMPLETED', outcome: 'SERVICE_PROVIDED' });
  expect(await sees(manager, 'referral', referral.id, 'status outcome')).toEqual({
    ...{ status: 'COMPLETED', outcome: 'SERVICE_PROVIDED' },
  });
  done(await note(peer, 'addCaseNote', { caseId: registered.id, text: 'She would come to the meetings.' }));

  // She trusts the peer by now: the case receives its survivor, as a code, with what she agrees to.
  const { version } = (await sees(peer, 'case', registered.id, 'version')) as { version: number };
  const named = await next(
    onCase,
    peer,
    'nameSurvivor',
    { id: registered.id, version },
    {
      survivor: { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34' },
      consents: [agreed('SERVICES')],
    },
  );
  expect(named.survivor).not.toBeNull();
  expect(await sees(peer, 'case', registered.id, 'anonymous survivor { ageBand }')).toEqual({
    anonymous: false,
    survivor: { ageBand: 'AGE_25_34' },
  });

  // Of all this nothing is known beyond Beira's organisation.
  const other = await world.as('case-manager-2', 'mz');
  expect(await sees(other, 'case', registered.id, 'id')).toBeNull();
  const { data } = await secretariat.query('{ sharedCases(first: 50, country: MZ) { edges { node { id } } } }');
  expect(data.sharedCases.edges).toEqual([]);
});
