/** Two records of one person become one, with the stricter consent; for thirty days they can be separated again. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told } from '../acting';
import { act, incident, services, uuidOf } from '../case/acts';
import { openWorld, type World } from '../world';
import { actPair, casesOf, decide, merged, newPhone, offered, registerWith, shown, two } from './pairs';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const actConsent = actor<{ id: string }>('consent', 'id');
const actSurvivor = actor<{ id: string; version: number }>('survivor', 'id version');

describe.each(['za', 'mz'])('in %s', (country) => {
  test('the first record stays with all cases; the second says where the person is', async () => {
    const client = await world.as('case-manager', country);
    const of = await two(client);
    expect((await merged(client, of)).status).toBe('MERGED');
    expect(await casesOf(client, of.first)).toEqual([of.first.id, of.second.id].sort());
    const { data } = await client.query(
      'query ($id: ID!) { survivor(id: $id) { mergedInto { id } mergedAt cases { totalCount } } }',
      { id: of.second.survivor.id },
    );
    expect(data.survivor).toMatchObject({ mergedInto: { id: of.first.survivor.id }, cases: { totalCount: 0 } });
    const list = await client.query('{ survivors(first: 100) { edges { node { id } } } }');
    expect(list.text).not.toContain(of.second.survivor.id);
  });

  test('separated again, each has what it had', async () => {
    const client = await world.as('case-manager', country);
    const of = await two(client);
    const pair = await merged(client, of);
    const back = done(await decide(client, 'separateSurvivors', pair));
    expect(back.status).toBe('APART');
    expect(await casesOf(client, of.first)).toEqual([of.first.id]);
    expect(await casesOf(client, of.second)).toEqual([of.second.id]);
  });
});

test('it stands in the histories of both, of the case and of the pair', async () => {
  const of = await two(manager);
  await merged(manager, of);
  const ids = [of.first.survivor.id, of.second.survivor.id, of.second.id, of.pair.id];
  for (const id of ids) {
    const { data, errors } = await manager.query(
      `query ($id: ID!) { node(id: $id) { ${['Survivor', 'Case', 'PossibleDuplicate']
        .map((type) => `... on ${type} { history(first: 50) { edges { node { action } } } }`)
        .join(' ')} } }`,
      { id },
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data.node.history)).toContain('mergeSurvivors');
  }
});

describe('what is known of the person', () => {
  test('what only the second record tells goes over, and comes out again', async () => {
    const phone = `0${newPhone()}`;
    const demographics = { exchangesSexForMoneyOrGoods: true };
    const first = await registerWith(manager, {
      identity: { workingName: 'Thandi', phone },
      demographics: { ...demographics, nationality: 'ZA' },
    });
    const second = await registerWith(manager, {
      identity: { legalName: 'Lindiwe Example', workingName: 'Lindi', phone },
      demographics: { ...demographics, nationality: 'BW', birthYear: 1990 },
      safeContact: { method: 'WHATSAPP', times: 'after ten' },
    });
    const [pair] = await offered(manager, second);
    if (!pair) throw new Error('none is offered');
    const fields = `ageBand identity { workingName legalName phone } demographics { nationality birthYear }
      safeContact { method times }`;
    const before = await shown(manager, first.survivor.id, fields);
    const of = await merged(manager, { pair });
    expect(await shown(manager, first.survivor.id, fields)).toEqual({
      ageBand: 'AGE_35_49',
      identity: { workingName: 'Thandi', legalName: 'Lindiwe Example', phone },
      demographics: { nationality: 'ZA', birthYear: 1990 },
      safeContact: { method: 'WHATSAPP', times: 'after ten' },
    });
    done(await decide(manager, 'separateSurvivors', of));
    expect(await shown(manager, first.survivor.id, fields)).toEqual(before);
    expect(await shown(manager, second.survivor.id, fields)).toMatchObject({
      identity: { workingName: 'Lindi', legalName: 'Lindiwe Example', phone },
      safeContact: { method: 'WHATSAPP', times: 'after ten' },
    });
  });

  test('how the person is reached safely is what was said last', async () => {
    const first = await registerWith(manager, { safeContact: { method: 'CALL', note: 'Her own.' } });
    const second = await registerWith(manager, { safeContact: { method: 'WHATSAPP', note: 'Not the telephone.' } });
    const both = { survivorId: first.survivor.id, otherId: second.survivor.id };
    const pair = await merged(manager, { pair: done(await actPair(manager, 'pointOutDuplicate', both)) });
    const contact = 'safeContact { method note }';
    const last = { method: 'WHATSAPP', note: 'Not the telephone.' };
    expect(await shown(manager, first.survivor.id, contact)).toEqual({ safeContact: last });
    done(await decide(manager, 'separateSurvivors', pair));
    expect(await shown(manager, first.survivor.id, contact)).toEqual({
      safeContact: { method: 'CALL', note: 'Her own.' },
    });
    expect(await shown(manager, second.survivor.id, contact)).toEqual({ safeContact: last });
  });

  test('who is a child by either record is protected as one', async () => {
    const of = await two(manager);
    const child = { id: of.second.survivor.id, expectedVersion: 1, ageBand: 'UNDER_18' };
    done(await actSurvivor(manager, 'updateSurvivor', child));
    await merged(manager, of);
    expect(await shown(manager, of.first.survivor.id, 'ageBand')).toEqual({ ageBand: 'UNDER_18' });
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { restrictionReason } }', {
      id: of.first.id,
    });
    expect(data.case.restrictionReason).toBe('MINOR');
  });
});

test('who is accused in a case of the one is shut out of those of the other', async () => {
  const of = await two(manager);
  const accusedId = world.account.za['supervisor'];
  done(await actor('accusedColleague', 'id')(manager, 'accuseColleague', { caseId: of.second.id, accusedId }));
  await merged(manager, of);
  const { data } = await (
    await world.as('supervisor', 'za')
  ).query('query ($id: ID!) { case(id: $id) { id } }', { id: of.first.id });
  expect(data.case).toBeNull();
});

describe('who had no connection meanwhile', () => {
  test('registers with the record that is gone, and decides there: it counts for the one that stays', async () => {
    const of = await two(manager);
    await merged(manager, of);
    const gone = of.second.survivor.id;
    const later = done(
      await act(manager, 'registerCase', { source: 'HELPLINE', survivorId: gone, incidents: [incident] }),
    );
    expect(await casesOf(manager, of.first)).toContain(later.id);
    done(await actConsent(manager, 'recordConsent', { survivorId: gone, ...services, purpose: 'CONTACT_FOLLOW_UP' }));
    expect(
      JSON.stringify(await shown(manager, of.first.survivor.id, 'consents { edges { node { purpose } } }')),
    ).toContain('CONTACT_FOLLOW_UP');
  });

  test('is told where to make a change of what is known', async () => {
    const of = await two(manager);
    await merged(manager, of);
    const { version } = await shown(manager, of.second.survivor.id, 'version');
    const change = { id: of.second.survivor.id, expectedVersion: version, platformMember: true };
    const answer = await actSurvivor(manager, 'updateSurvivor', change);
    expect(told(answer)).toEqual(['MERGED']);
    expect(answer.problems[0]?.message).toContain(of.first.survivor.survivorCode);
  });
});

describe('is refused', () => {
  test('where another organisation follows the person as well', async () => {
    const of = await two(manager);
    await adminRows(world.database, 'UPDATE za."case" SET organisation_id = $1 WHERE id = $2', [
      world.organisation.za.otherPartner,
      uuidOf(done(await act(manager, 'registerCase', { source: 'HELPLINE', survivorId: of.first.survivor.id })).id),
    ]);
    expect(told(await decide(manager, 'mergeSurvivors', of.pair))).toEqual(['ANOTHER_ORGANISATION']);
  });

  test('while one has a draft', async () => {
    const of = await two(manager, {}, { draft: true });
    expect(told(await decide(manager, 'mergeSurvivors', of.pair))).toEqual(['DRAFT_OPEN']);
  });

  test('where one was merged already', async () => {
    const of = await two(manager);
    const third = await registerWith(manager);
    const both = { survivorId: of.second.survivor.id, otherId: third.survivor.id };
    const other = done(await actPair(manager, 'pointOutDuplicate', both));
    await merged(manager, of);
    // With the second gone there is nobody left to compare.
    expect(told(await decide(manager, 'mergeSurvivors', other))).toEqual(['NOT_FOUND id']);
  });

  test('thirty days later, to be separated', async () => {
    const of = await two(manager);
    const pair = await merged(manager, of);
    await adminRows(
      world.database,
      `UPDATE za.possible_duplicate SET decided_at = now() - interval '31 days' WHERE id = $1`,
      [uuidOf(pair.id)],
    );
    expect(told(await decide(manager, 'separateSurvivors', pair))).toEqual(['TOO_LATE']);
  });

  test('to a supervisor, who changes no records of survivors', async () => {
    const of = await two(manager);
    expectForbidden(await decide(await world.as('supervisor', 'za'), 'mergeSurvivors', of.pair));
  });

  test('with a version that is not the last, and to another organisation', async () => {
    const of = await two(manager);
    done(await decide(manager, 'keepSurvivorsApart', of.pair));
    expect(told(await decide(manager, 'mergeSurvivors', of.pair))).toEqual(['VERSION_CONFLICT expectedVersion']);
    const elsewhere = await world.as('case-manager-2', 'za');
    expect(told(await decide(elsewhere, 'mergeSurvivors', of.pair))).toEqual(['NOT_FOUND id']);
  });
});
