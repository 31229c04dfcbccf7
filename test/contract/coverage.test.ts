/**
 * Every sentence of the programme opens queries that answer with demo data, for the role that each is for, in every
 * country: `schema/coverage.md`.
 */
import { join } from 'node:path';
import { coverageDocument, coverageRows, faultsOf } from '../../src/installation/programme/document';
import { executableSchema } from '../../src/schema/served';
import type { TestApp } from '../support/app';
import { folder, operationsIn, type Operation } from '../support/operations';
import { sharedApp } from '../support/outside';

const countries = ['ZA', 'BW', 'MZ', 'ZW'] as const;
const documents = operationsIn(join(folder, 'programme'));

const isRegional = ({ who }: Operation): boolean => who.endsWith('@region');
/** Where a question is asked: in each country, but once where it is one of the region as a whole. */
const placesOf = (operation: Operation): readonly string[] =>
  isRegional(operation) && !operation.document.includes('$country') ? ['the region'] : countries;

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});

/** Lists at the root of an answer: each must have something. */
const emptyLists = (data: object): string[] =>
  Object.entries(data as Record<string, { edges: unknown[] } | null>)
    .filter(([, list]) => !list?.edges.length)
    .map(([name]) => name);

/** Asks in a country as the role that it is for there; the region's roles narrow their question to the country. */
async function askIn(country: string, operation: Operation): Promise<{ errors: unknown; empty: string[] }> {
  const [role = '', where = ''] = operation.who.split('@');
  const client = await api.as(role, isRegional(operation) ? where : country.toLowerCase());
  const narrowed = operation.document.includes('$country') ? { country } : {};
  const { data, errors } = await client.query(operation.document, narrowed);
  return { errors, empty: emptyLists((data ?? {}) as object) };
}

describe.each(documents)('$name', (operation) => {
  it.each(placesOf(operation))('answers with records in each of its lists in %s', async (country) => {
    expect(await askIn(country, operation)).toEqual({ errors: [], empty: [] });
  });
});

describe('the page', () => {
  const schema = executableSchema();
  const [first, ...others] = coverageRows;
  if (!first) throw new Error('There are no rows');
  const faultsWith = (change: object): readonly string[] => faultsOf(schema, [{ ...first, ...change }, ...others]);

  it('has a line for each sentence, and no cell without words', () => {
    const lines = coverageDocument(schema)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(2 + 40);
    for (const line of lines) expect(line).not.toMatch(/\|\s*\|/);
  });

  it('says in its head what the codes of indicators in it are', () => {
    const [head = '', ...lines] = coverageDocument(schema).split('\n|');
    const codes = new Set(lines.join('|').match(/\bI\d\d/g));
    const [, first = '', last = ''] =
      /(I\d\d) to (I\d\d) are the codes of the programme’s catalogue of indicators/.exec(head) ?? [];
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => code < first || code > last)).toEqual([]);
  });

  it('is not written when a sentence has no row, or two', () => {
    expect(faultsOf(schema, others)).toContain('sentence H1 has 0 rows');
    expect(faultsWith({ sentences: ['H1', 'H12', 'P1'] })).toEqual(['sentence P1 has 2 rows']);
    expect(() => coverageDocument(schema, others)).toThrow('sentence H12 has 0 rows');
  });

  it.each([
    [{ types: ['Training.nothing'] }, 'Training.nothing'],
    [{ types: ['ActivityLevel.GALACTIC'] }, 'ActivityLevel.GALACTIC'],
    [{ types: ['Nothing'] }, 'Nothing'],
    [{ queries: ['nothing'] }, 'Query.nothing'],
    [{ mutations: ['nothing'] }, 'Mutation.nothing'],
  ])('is not written when the schema lacks what a row names: %j', (change, coordinate) => {
    expect(faultsWith(change)).toEqual([`H1, H12 names ${coordinate}, which the schema lacks`]);
  });

  it.each([{ feature: ' ' }, { counted: '' }, { queries: [] }, { mutations: [] }, { mutations: { none: '' } }])(
    'is not written with an empty cell: %j',
    (change) => {
      expect(faultsWith(change)).toEqual(['H1, H12 has an empty cell']);
    },
  );

  it('is not written when a document is not there, or is named by no row', () => {
    const [here] = first.shownBy;
    expect(faultsWith({ shownBy: ['nothing'] })).toEqual(
      expect.arrayContaining([
        'H1, H12 names schema/operations/programme/nothing.graphql, which is not there',
        `no row names schema/operations/programme/${here}.graphql`,
      ]),
    );
  });
});
