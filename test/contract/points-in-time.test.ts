/** Points in time: one form in every answer, and whatever the calendar or the database cannot hold is the caller's error. */
import { getNamedType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { accountOf, isRegional } from '../support/access-matrix';
import type { Answer, Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { matrix, roles } from '../support/policy-actors';
import { listAll } from '../support/records';
import { walkedThings } from '../support/walk';

let api: TestApp;
let manager: Client;
beforeAll(async () => {
  api = await startApp();
  manager = await api.as('case-manager', 'za');
});
afterAll(() => api?.close());

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const codes = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions.code);

describe('an answer has six fractional digits', () => {
  const withTimes = [...walkedThings().values()].map((thing) => {
    const names = thing.values.filter(({ type }) => getNamedType(type).name === 'DateTime').map(({ name }) => name);
    return [thing.plural, thing, names] as const;
  });

  it.each(withTimes)('in %s', async (plural, thing, names) => {
    const role = roles.find((one) => matrix.reads(one, 'Query', plural)) ?? '';
    const client = isRegional(matrix, role) ? await api.as(accountOf(role)) : await api.as(accountOf(role), 'za');
    const all = await listAll(client, thing, names.join(' '));
    const told = all?.flatMap((record) => names.map((name) => record[name] as string | null)) ?? [];
    expect(told.filter((value) => value !== null && !form.test(value))).toEqual([]);
  });

  it('at signing in, compiled or not', async () => {
    const document =
      'mutation ($e: String!, $p: String!) { signIn(input: { email: $e, password: $p }) { session { accessTokenExpiresAt } } }';
    for (let turn = 0; turn < 3; turn++) {
      const { data } = await api.anyone.query(document, { e: 'case-manager@za.demo', p: api.config.demoPassword });
      expect(data.signIn.session.accessTokenExpiresAt).toMatch(form);
    }
  });

  it('however many it was sent with', async () => {
    const register =
      'mutation ($i: RegisterCaseInput!) { registerCase(input: $i) { case { openedAt } problems { message } } }';
    for (const [sent, told] of [
      ['2026-03-08T10:15:00Z', '2026-03-08T10:15:00.000000Z'],
      ['2026-03-08T12:15:00.1+02:00', '2026-03-08T10:15:00.100000Z'],
      ['2026-03-08T10:15:00.123456000Z', '2026-03-08T10:15:00.123456Z'],
    ]) {
      const input = { idempotencyKey: randomUUID(), source: 'HELPLINE', draft: true, openedAt: sent };
      const { data } = await manager.query(register, { i: input });
      expect(data.registerCase).toEqual({ case: { openedAt: told }, problems: [] });
    }
  });
});

const lists = {
  DateTime: 'cases(filter: { createdAt: { lte: $v } }) { totalCount }',
  Date: 'trainings(filter: { startOn: { lte: $v } }) { totalCount }',
};

/** A value in each place where one can be sent. */
async function everywhere(type: 'DateTime' | 'Date', value: string): Promise<Answer[]> {
  const list = (operand: string): string => lists[type].replace('$v', operand);
  const input = {
    idempotencyKey: randomUUID(),
    source: 'HELPLINE',
    draft: true,
    ...(type === 'DateTime' && { openedAt: value }),
    ...(type === 'Date' && {
      incidents: [{ violationTypes: [], consentReporting: true, detail: { occurredOn: value } }],
    }),
  };
  return Promise.all([
    manager.query(`query ($v: ${type}) { ${list('$v')} }`, { v: value }),
    manager.query(`query ($v: ${type} = "${value}") { ${list('$v')} }`),
    manager.query(`{ ${list(`"${value}"`)} }`),
    manager.query('mutation ($i: RegisterCaseInput!) { registerCase(input: $i) { problems { code } } }', { i: input }),
  ]);
}

describe('what is no point in time here is the caller’s error', () => {
  it.each([
    ['beyond the last year by its offset', 'DateTime', '9999-12-31T23:59:59-05:00'],
    ['beyond it by a minute', 'DateTime', '9999-12-31T23:59:59.999999-00:01'],
    ['before the first year by its offset', 'DateTime', '0001-01-01T00:00:00+00:01'],
    ['in the year 0', 'DateTime', '0000-06-01T00:00:00Z'],
    ['a day in the year 0', 'Date', '0000-06-01'],
    ['more exact than can be kept', 'DateTime', '2026-03-08T10:15:00.1234567Z'],
    ['more exact, after zeros', 'DateTime', '2026-03-08T10:15:00.000000001Z'],
  ] as const)('%s', async (_what, type, value) => {
    const answers = await everywhere(type, value);
    expect(answers.map(codes)).toEqual(answers.map(() => ['BAD_USER_INPUT']));
    const portuguese = { 'accept-language': 'pt' };
    const pt = await manager.query(`query ($v: ${type}) { ${lists[type]} }`, { v: value }, portuguese);
    expect(pt.errors[0]?.message).toMatch(/^Uma (data|hora)/);
  });

  it.each(['DateTime', 'Date'] as const)('a text that is no %s, of which nothing is repeated', async (type) => {
    const { errors } = await manager.query(`query ($v: ${type}) { ${lists[type]} }`, {
      v: 'Naledi Khumalo 0821234567',
    });
    expect(errors.map(({ message }) => message)).toEqual([
      type === 'Date' ? 'A date is expected, such as 2026-03-08.' : 'A time is expected, such as 2026-03-08T10:15:00Z.',
    ]);
  });

  it.each([
    ['the first moment', 'DateTime', '0001-01-01T00:00:00Z'],
    ['the last', 'DateTime', '9999-12-31T23:59:59.999999Z'],
    ['the last day', 'Date', '9999-12-31'],
  ] as const)('%s is one that a filter takes', async (_what, type, value) => {
    const answers = (await everywhere(type, value)).slice(0, 3);
    expect(answers.map(codes)).toEqual([[], [], []]);
  });
});
