/** Tables that are narrowed to one organisation or province. */
import type { TestApp } from '../../support/app';
import { startApp } from '../../support/outside';
import { rows as rowsFor, type Row } from './asking';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

const rows = async (role: string, country: string | undefined, input: object): Promise<Row[]> =>
  rowsFor(await api.as(role, country), input);

describe('what a table is narrowed to', () => {
  const noOne = '00000000-0000-4000-8000-000000000001';
  const idOf = async (role: string, country: string, list: string): Promise<string> => {
    const { data } = await (await api.as(role, country)).query(`{ ${list}(first: 1) { edges { node { id } } } }`);
    return data[list].edges[0].node.id as string;
  };

  it.each(['organisation', 'province'])('is an %s of the country: of any other there is nothing', async (what) => {
    const asked = (id: string) => ({ indicators: ['I04', 'I08'], period: { names: ['2025'] }, [what]: id });
    const foreign = await idOf('me-officer', 'bw', `${what}s`);
    for (const id of [noOne, foreign])
      for (const row of await rows('me-officer', 'za', asked(id)))
        expect(row).toMatchObject({
          value: null,
          numerator: null,
          status: 'MISSING',
          gap: 'NOT_THERE',
          previous: null,
        });
    const own = await rows('me-officer', 'za', asked(await idOf('me-officer', 'za', `${what}s`)));
    expect(own.map(({ gap }) => gap)).not.toContain('NOT_THERE');
    const told = await rows('secretariat', undefined, { ...asked(foreign), indicators: ['I04'] });
    expect(told.filter(({ gap }) => gap !== 'NOT_THERE').map(({ country }) => country)).toEqual(['BW']);
    expect(told.length).toBeGreaterThan(4);
  });
});
