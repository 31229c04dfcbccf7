/** When a survivor is recorded, those are offered who may be the same person: inside the organisation, to who manages cases. */
import { telephoneNumbers } from '../../../src/domain/casework/duplicate/identity-marks';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { sweepNow } from '../../support/sweep-now';
import { actor, done, told } from '../acting';
import { act, registration, uuidOf } from '../case/acts';
import { openWorld, type World } from '../world';
import { actPair, decide, newPhone, offered, registerWith } from './pairs';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const actSurvivor = actor<{ id: string; version: number }>('survivor', 'id version');
const grounds = async (record: Awaited<ReturnType<typeof registerWith>>): Promise<string[]> =>
  (await offered(manager, record)).map(({ ground }) => ground);

describe('by telephone', () => {
  test.each([
    ['as it is dialled in the country', (number: string) => `0${number}`],
    ['with the code of the country', (number: string) => `+27 ${number}`],
    ['dialled from abroad, with hyphens', (number: string) => `0027-${number.replaceAll(' ', '-')}`],
    ['behind another number', (number: string) => `+27 82 555 9999; 0${number}`],
    ['with an extension', (number: string) => `0${number} ext. 12`],
  ])('one number is one, %s', async (_, written) => {
    const number = newPhone();
    const first = await registerWith(manager, { identity: { phone: `0${number}` } });
    const second = await registerWith(manager, { identity: { phone: written(number) } });
    expect(await offered(manager, second)).toMatchObject([
      { ground: 'TELEPHONE_NUMBER', status: 'OPEN', other: { id: first.survivor.id } },
    ]);
    expect(await offered(manager, first)).toEqual([]);
  });

  test.each(['084 123 45 67', '+258 84 123 4567', '+258 084 123 4567', '00258841234567'])(
    'a number of Mozambique is one as %s, with a 0 that there is none of',
    (written) => {
      expect(telephoneNumbers(written, 'MZ')).toEqual(['+258841234567']);
    },
  );

  test('no two numbers are one that only end alike, and none is made of a few digits', async () => {
    await registerWith(manager, { identity: { phone: '0712345' } });
    expect(await grounds(await registerWith(manager, { identity: { phone: '2345' } }))).toEqual([]);
    await registerWith(manager, { identity: { phone: '2345' } });
    expect(await grounds(await registerWith(manager, { identity: { phone: '2345' } }))).toEqual([]);
  });

  test('what is recorded later is compared as well', async () => {
    const number = newPhone();
    await registerWith(manager, { identity: { phone: `0${number}` } });
    const second = await registerWith(manager);
    expect(await grounds(second)).toEqual([]);
    const change = { id: second.survivor.id, expectedVersion: 1, identity: { phone: `+27${number}` } };
    done(await actSurvivor(manager, 'updateSurvivor', change));
    expect(await grounds(second)).toEqual(['TELEPHONE_NUMBER']);
  });

  test('what was recorded before numbers were compared is compared by the sweep', async () => {
    const number = newPhone();
    const first = await registerWith(manager, { identity: { phone: `0${number}` } });
    const second = await registerWith(manager, { identity: { phone: `0${number}` } });
    await adminRows(
      world.database,
      `WITH p AS (DELETE FROM za.possible_duplicate WHERE survivor_id = $1)
       UPDATE za.survivor_identity SET phone_mark = NULL, marked_by = 0 WHERE survivor_id IN ($1, $2)`,
      [uuidOf(second.survivor.id), uuidOf(first.survivor.id)],
    );
    await sweepNow(world, 'za', 'markIdentities');
    expect(await grounds(second)).toEqual(['TELEPHONE_NUMBER']);
  });
});

test('by document, however it is written; the number lies readable nowhere', async () => {
  await registerWith(manager, { identity: { idNumber: 'bn 804-117/62' } });
  const second = await registerWith(manager, { identity: { idNumber: 'BN80411762' } });
  expect(await grounds(second)).toEqual(['DOCUMENT_NUMBER']);
  const [row] = await adminRows(
    world.database,
    'SELECT row_to_json(i)::text AS text FROM za.survivor_identity i WHERE survivor_id = $1',
    [uuidOf(second.survivor.id)],
  );
  expect(row?.['text']).not.toContain('80411762');
});

test('by year, district and language: ten at most', async () => {
  const person = {
    preferredLanguage: 'XHOSA',
    demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 1957, homeDistrictId: world.district.za },
  };
  for (let i = 0; i < 11; i++) await registerWith(manager, person);
  const found = await grounds(await registerWith(manager, person));
  expect(found).toEqual(Array<string>(10).fill('YEAR_DISTRICT_LANGUAGE'));
});

describe.each(['za', 'mz'])('by the code that the person tells, in %s', (country) => {
  const telling = (toldCode: string): object => ({ demographics: { exchangesSexForMoneyOrGoods: true, toldCode } });

  test('however it is typed', async () => {
    const client = await world.as('case-manager', country);
    const first = await registerWith(client);
    const { survivorCode } = first.survivor;
    const second = await registerWith(client, telling(survivorCode.toLowerCase().replace('-', ' ')));
    expect(await offered(client, second)).toMatchObject([
      { ground: 'SURVIVOR_CODE', other: { id: first.survivor.id } },
    ]);
  });

  test('that of another organisation is kept, and shows nothing of there', async () => {
    const [client, elsewhere] = await Promise.all([
      world.as('case-manager', country),
      world.as('case-manager-2', country),
    ]);
    const first = await registerWith(elsewhere);
    const second = await registerWith(client, telling(first.survivor.survivorCode));
    expect(await offered(client, second)).toEqual([]);
    const { data } = await elsewhere.query('{ possibleDuplicates { totalCount } }');
    expect(data.possibleDuplicates.totalCount).toBe(0);
  });

  test('what is no code is refused, with how a code looks', async () => {
    const client = await world.as('case-manager', country);
    const answer = await act(
      client,
      'registerCase',
      registration({ survivor: { genderIdentity: 'WOMAN', ...telling('Lindiwe') } }),
    );
    expect(told(answer)).toEqual(['INVALID_INPUT survivor.demographics.toldCode']);
  });
});

test('another organisation’s survivors are offered to nobody, whatever they share', async () => {
  const elsewhere = await world.as('case-manager-2', 'za');
  const phone = `0${newPhone()}`;
  await registerWith(elsewhere, { identity: { phone } });
  const second = await registerWith(manager, { identity: { phone } });
  expect(await grounds(second)).toEqual([]);
  const rows = await adminRows(world.database, 'SELECT FROM za.possible_duplicate WHERE survivor_id = $1', [
    uuidOf(second.survivor.id),
  ]);
  expect(rows).toEqual([]);
});

test('peers see none, also of whom they recorded themselves', async () => {
  const peer = await world.as('field-worker', 'za');
  const phone = `0${newPhone()}`;
  await registerWith(peer, { identity: { phone } });
  const second = await registerWith(peer, { identity: { phone } });
  const document = 'query ($id: ID!) { survivor(id: $id) { possibleDuplicates { totalCount } } }';
  const { errors } = await peer.query(document, { id: second.survivor.id });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(await grounds(second)).toEqual(['TELEPHONE_NUMBER']);
});

test('whoever is shut out of the cases of one of them sees no pair', async () => {
  const supervisor = await world.as('supervisor', 'za');
  const phone = `0${newPhone()}`;
  const first = await registerWith(manager, { identity: { phone } });
  const second = await registerWith(manager, { identity: { phone } });
  expect(await offered(supervisor, second)).toHaveLength(1);
  const accusation = { caseId: first.id, accusedId: world.account.za['supervisor'] };
  done(await actor('accusedColleague', 'id')(manager, 'accuseColleague', accusation));
  expect(await offered(manager, second)).toHaveLength(1);
  expect((await supervisor.query('{ possibleDuplicates { edges { node { survivor { id } } } } }')).text).not.toContain(
    second.survivor.id,
  );
});

test('it is decided that they are two people, and looked at again', async () => {
  const supervisor = await world.as('supervisor', 'za');
  const phone = `0${newPhone()}`;
  await registerWith(manager, { identity: { phone } });
  const second = await registerWith(manager, { identity: { phone } });
  const [pair] = await offered(manager, second);
  if (!pair) throw new Error('none is offered');
  const apart = done(await decide(supervisor, 'keepSurvivorsApart', pair));
  expect(apart.status).toBe('APART');
  expect(told(await decide(supervisor, 'keepSurvivorsApart', apart))).toEqual(['ILLEGAL_STEP']);
  expect(done(await decide(manager, 'reconsiderDuplicate', apart)).status).toBe('OPEN');
  // Nothing of what is compared makes a pair again that is decided on.
  done(
    await actSurvivor(manager, 'updateSurvivor', { id: second.survivor.id, expectedVersion: 1, identity: { phone } }),
  );
  expect(await offered(manager, second)).toHaveLength(1);
});

test('a colleague points out two whom nothing else connects, in either order, once', async () => {
  const [first, second] = [await registerWith(manager), await registerWith(manager)];
  const both = { survivorId: first.survivor.id, otherId: second.survivor.id };
  const pair = done(await actPair(manager, 'pointOutDuplicate', both));
  expect(pair).toMatchObject({
    ground: 'COLLEAGUE',
    survivor: { id: second.survivor.id },
    other: { id: first.survivor.id },
  });
  const again = { survivorId: second.survivor.id, otherId: first.survivor.id };
  expect(told(await actPair(manager, 'pointOutDuplicate', again))).toEqual(['ALREADY_EXISTS otherId']);
  const itself = { survivorId: first.survivor.id, otherId: first.survivor.id };
  expect(told(await actPair(manager, 'pointOutDuplicate', itself))).toEqual(['INVALID_INPUT otherId']);
  const elsewhere = await registerWith(await world.as('case-manager-2', 'za'));
  const others = { survivorId: first.survivor.id, otherId: elsewhere.survivor.id };
  expect(told(await actPair(manager, 'pointOutDuplicate', others))).toEqual(['NOT_FOUND otherId']);
});
