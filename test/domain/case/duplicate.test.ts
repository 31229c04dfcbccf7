/** A case that repeats another: it takes two colleagues to say so, and two to take it back. */
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { notesOf, register, step, type CaseShown } from './acts';

type Held = Pick<CaseShown, 'id' | 'version'>;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Team {
  readonly fieldWorker: Client;
  readonly manager: Client;
  readonly supervisor: Client;
}

const team = async (country: string): Promise<Team> => ({
  fieldWorker: await world.as('field-worker', country),
  manager: await world.as('case-manager', country),
  supervisor: await world.as('supervisor', country),
});

describe.each(['za', 'mz'])('in %s', (country) => {
  const anonymous = { survivor: null, consents: null, anonymous: true };

  test('one colleague says that it repeats another, and a second confirms it', async () => {
    const { fieldWorker, manager, supervisor } = await team(country);
    const [record, original] = [await register(fieldWorker, anonymous), await register(fieldWorker, anonymous)];
    const asked = done(
      await step(manager, 'markCaseDuplicate', record, { duplicateOfId: original.id, reason: 'Same night.' }),
    );
    expect(asked).toMatchObject({ status: 'REGISTERED', duplicateOf: { id: original.id } });
    expect(await notesOf(world, record)).toEqual(['STEP_REASON Same night.']);
    expect(told(await step(manager, 'confirmCaseDuplicate', asked))).toEqual(['SAME_PERSON']);
    const marked = done(await step(supervisor, 'confirmCaseDuplicate', asked));
    expect(marked).toMatchObject({ status: 'DUPLICATE', duplicateOf: { id: original.id } });
  });

  test('what was found by mistake stands again where it stood, when two say so', async () => {
    const { fieldWorker, manager, supervisor } = await team(country);
    const [record, original] = [await register(fieldWorker, anonymous), await register(fieldWorker, anonymous)];
    const assessed = done(await step(manager, 'assessCase', record));
    const asked = done(await step(manager, 'markCaseDuplicate', assessed, { duplicateOfId: original.id }));
    const marked = done(await step(supervisor, 'confirmCaseDuplicate', asked));
    expect(told(await step(manager, 'confirmCaseSeparation', marked))).toEqual(['NOT_ASKED']);
    const twoNights = done(await step(supervisor, 'separateCase', marked, { reason: 'Two nights.' }));
    expect(twoNights.status).toBe('DUPLICATE');
    expect(told(await step(supervisor, 'confirmCaseSeparation', twoNights))).toEqual(['SAME_PERSON']);
    const back = done(await step(manager, 'confirmCaseSeparation', twoNights));
    expect(back).toMatchObject({ status: 'ASSESSED', workflowStage: 'ASSESSMENT', duplicateOf: null });
    expect(await notesOf(world, record)).toEqual(['STEP_REASON Two nights.']);
  });

  test('what was asked for is dropped by who asked, or by a supervisor', async () => {
    const { fieldWorker, manager, supervisor } = await team(country);
    const [record, original] = [await register(fieldWorker, anonymous), await register(fieldWorker, anonymous)];
    const first = done(await step(manager, 'markCaseDuplicate', record, { duplicateOfId: original.id }));
    const dropped = done(await step(manager, 'dropDuplicateRequest', first));
    expect(dropped).toMatchObject({ status: 'REGISTERED', duplicateOf: null });
    expect(told(await step(supervisor, 'confirmCaseDuplicate', dropped))).toEqual(['NOT_ASKED']);
    expect(told(await step(manager, 'dropDuplicateRequest', dropped))).toEqual(['NOT_ASKED']);
    const second = done(await step(supervisor, 'markCaseDuplicate', dropped, { duplicateOfId: original.id }));
    expect(told(await step(manager, 'dropDuplicateRequest', second))).toEqual(['NOT_YOURS']);
    const marked = done(await step(manager, 'confirmCaseDuplicate', second));
    const apart = done(await step(manager, 'separateCase', marked, { reason: 'Two nights.' }));
    const stays = done(await step(supervisor, 'dropDuplicateRequest', apart));
    expect(stays).toMatchObject({ status: 'DUPLICATE', duplicateOf: { id: original.id } });
  });
});

test('a case is no repetition of itself, nor in a circle, nor of a case out of sight', async () => {
  const { fieldWorker, manager } = await team('za');
  const [a, b, c] = [await register(fieldWorker), await register(fieldWorker), await register(fieldWorker)];
  const mark = async (record: Held, of: string): Promise<string[]> =>
    told(await step(manager, 'markCaseDuplicate', record, { duplicateOfId: of }));
  expect(await mark(a, a.id)).toEqual(['INVALID_INPUT duplicateOfId']);
  expect(await mark(b, a.id)).toEqual([]);
  expect(await mark(c, b.id)).toEqual([]);
  expect(await mark(a, c.id)).toEqual(['INVALID_INPUT duplicateOfId']);
  const other = await register(await world.as('case-manager-2', 'za'));
  for (const id of [other.id, (await world.newCase('bw')).caseId])
    expect(await mark(a, id)).toEqual(['NOT_FOUND duplicateOfId']);
});

test('of two cases that are said to repeat each other at once, one stays', async () => {
  const { fieldWorker, manager, supervisor } = await team('za');
  const [a, b] = [await register(fieldWorker), await register(fieldWorker)];
  const acted = await Promise.all([
    step(manager, 'markCaseDuplicate', a, { duplicateOfId: b.id }),
    step(supervisor, 'markCaseDuplicate', b, { duplicateOfId: a.id }),
  ]);
  expect(acted.filter(({ record }) => record !== null)).toHaveLength(1);
  expect(acted.flatMap(told)).toEqual(['INVALID_INPUT duplicateOfId']);
});

test('the case that stays is one that somebody goes on with, when it is asked for and when it is confirmed', async () => {
  const { fieldWorker, manager, supervisor } = await team('za');
  const refused = ['INVALID_INPUT duplicateOfId'];
  const record = await register(fieldWorker);
  const withdrawn = done(await step(manager, 'withdrawCase', await register(fieldWorker)));
  const draft = await register(manager, { draft: true });
  for (const { id } of [withdrawn, draft])
    expect(told(await step(manager, 'markCaseDuplicate', record, { duplicateOfId: id }))).toEqual(refused);
  const original = await register(fieldWorker);
  const asked = done(await step(manager, 'markCaseDuplicate', record, { duplicateOfId: original.id }));
  done(await step(manager, 'withdrawCase', original));
  expect(told(await step(supervisor, 'confirmCaseDuplicate', asked))).toEqual(['INVALID_INPUT id']);
});

describe('whoever is accused in the one case is shut out of the other', () => {
  const accuse = actor<{ id: string }>('accusedColleague', 'id');
  const sees = async (client: Client, { id }: Held): Promise<boolean> =>
    (await client.query('query ($id: ID!) { case(id: $id) { status } }', { id })).data.case !== null;

  test.each(['the case that stays', 'the duplicate'])(
    'accused in %s, when they were found to tell the same',
    async (of) => {
      const { fieldWorker, manager, supervisor } = await team('za');
      const [record, original] = [await register(fieldWorker), await register(manager)];
      const asked = done(await step(manager, 'markCaseDuplicate', record, { duplicateOfId: original.id }));
      const marked = done(await step(supervisor, 'confirmCaseDuplicate', asked));
      const caseId = of === 'the duplicate' ? marked.id : original.id;
      done(await accuse(supervisor, 'accuseColleague', { caseId, accusedId: world.account.za['field-worker'] }));
      expect([await sees(fieldWorker, marked), await sees(fieldWorker, original)]).toEqual([false, false]);
      expect([await sees(manager, marked), await sees(manager, original)]).toEqual([true, true]);
    },
  );

  test('accused in the duplicate before', async () => {
    const { fieldWorker, manager, supervisor } = await team('za');
    const [record, original] = [await register(fieldWorker), await register(fieldWorker)];
    const accusedId = world.account.za['field-worker'];
    done(await accuse(supervisor, 'accuseColleague', { caseId: record.id, accusedId }));
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { version } }', { id: record.id });
    const now = { id: record.id, version: data.case.version as number };
    const asked = done(await step(manager, 'markCaseDuplicate', now, { duplicateOfId: original.id }));
    expect(await sees(fieldWorker, original)).toBe(true);
    done(await step(supervisor, 'confirmCaseDuplicate', asked));
    expect([await sees(fieldWorker, record), await sees(fieldWorker, original)]).toEqual([false, false]);
  });
});
