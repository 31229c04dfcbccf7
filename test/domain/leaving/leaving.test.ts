/**
 * Whatever leaves: files in every form, files for a DHIS2, pictures. What the region is told by all of them together, of
 * every table that any country has published, is what the API tells the same account, and withstands the same attack.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../../../src/disclosure/edition';
import { adminRows } from '../../support/admin';
import { startApp, sweepNow } from '../../support/outside';
import type { Client, TestApp } from '../../support/app';
import { temporaryDirectory } from '../../support/temporary';
import { takenBack } from './again';
import { isRough, publishedIn, untold } from './asked';
import { attacked } from './attacking';
import { mappingOf, written } from './dhis2';
import { forms } from './files';
import { Numbers, numbersIn, type Told } from './numbers';
import { answersIn, byFiles, leftBy, rowsOf, type Asking, type Left } from './ways';

const countries = ['BW', 'MZ', 'ZA', 'ZW'] as const;
/** Of which every form is made; of the others files on lines, for a DHIS2 and pictures. */
const whole = 'BW';
const folder = temporaryDirectory('leaving');

let api: TestApp;
let account: Client;
const left = new Map<string, Left>();
const of = (country: string): Left => left.get(country) as Left;
const asking = (country: string): Asking => ({ api, account, country });
beforeAll(async () => {
  api = await startApp({ template: 'published', env: { EXPORTS_PER_DAY: '100000' } });
  account = await api.as('analyst');
  for (const country of countries) left.set(country, await leftBy(asking(country), folder, country === whole));
  // Where nobody published before, two years of four countries are.
}, 600_000);
afterAll(() => api?.close());

async function editionsOf(country: string, series: string): Promise<readonly Edition[]> {
  const kept = await adminRows<{ content: string }>(
    api.database,
    `SELECT content FROM ${country.toLowerCase()}.published_edition WHERE series = $1`,
    [series],
  );
  return kept.map(({ content }) => JSON.parse(content) as Edition);
}

/** Three at a time numbers are rough, and of no cell. */
const exact = (all: readonly Told[]): readonly Told[] => all.filter(({ at }) => Object.keys(at).length < 3);

/** What an attack with these numbers finds, series by series. */
async function foundWith(country: string, numbers: readonly Told[]) {
  const found = [];
  for (const series of ['main', 'late'])
    found.push(await attacked(series, await editionsOf(country, series), exact(numbers)));
  return found;
}

it('every table is asked for of which an indicator tells anything', async () => {
  for (const country of countries) {
    const { populations } = await publishedIn(api, country);
    expect(untold(populations)).toEqual([]);
    expect(of(country).told.size).toBeGreaterThan(1_000);
  }
});

it.each(forms)('files as %s hold what the API tells, and nothing else', (form) => {
  for (const country of form === 'NDJSON' ? countries : [whole]) {
    const [file, told] = [of(country).files.get(form) as Numbers, of(country).told];
    expect([country, file.beyond(told), told.beyond(file)]).toEqual([country, [], []]);
  }
});

it('files for a DHIS2 hold what the API tells, but for the parts of shares that it hides', () => {
  for (const country of countries) {
    const { dhis2, answers } = of(country);
    const sent = new Numbers(dhis2.flatMap(({ numbers }) => numbers.all()));
    const open = numbersIn(
      rowsOf(answers)
        .filter(({ status }) => status !== 'SUPPRESSED')
        .map((row) => ({ ...row, previous: null })),
    );
    expect([country, sent.beyond(open), open.beyond(sent)]).toEqual([country, [], []]);
    expect(dhis2.flatMap(({ deletions }) => deletions)).toEqual([]);
  }
});

it('pictures show what the API tells, and nothing else: no number, no length, no shade', () => {
  for (const country of countries) {
    const { pictured, told } = of(country);
    expect(pictured.pictures).toBeGreaterThan(50);
    expect([country, pictured.faults]).toEqual([country, []]);
    expect(new Numbers(pictured.numbers).beyond(told)).toEqual([]);
  }
});

it('all of it together withstands the attack that what the API tells withstands', async () => {
  for (const country of countries) {
    const { told, files, dhis2, pictured } = of(country);
    const all = [...files.values(), ...dhis2.map(({ numbers }) => numbers)].flatMap((one) => one.all());
    for (const found of await foundWith(country, [...told.all(), ...all, ...pictured.numbers])) {
      expect(found.hidden).toBeGreaterThan(0);
      expect([country, found.leaks, found.strangers]).toEqual([country, [], []]);
    }
  }
});

it('one hidden number more would not withstand it', async () => {
  const editions = await editionsOf('BW', 'main');
  const hidden = editions.flatMap(({ period, cells }) =>
    cells.flatMap(({ population, at, value, protection }): Told[] => {
      if (population !== 'incidents.all' || !protection) return [];
      const [, name = ''] = period.split(' ');
      return [{ country: 'BW', indicator: 'I03', period: name, at, measure: 'value', number: value }];
    }),
  );
  expect(hidden.length).toBeGreaterThan(0);
  const [main] = await foundWith('BW', [...of('BW').told.all(), ...hidden.slice(0, 1)]);
  expect(main?.leaks.length).toBeGreaterThan(0);
});

describe('over time', () => {
  const schema = 'bw';
  const by = () => asking('BW');

  /** Files of one moment: on lines, and for a DHIS2 which was told something before. */
  async function filesNow(sent?: string) {
    const answers = (await answersIn(by())).filter(({ question }) => !isRough(question));
    const rows = rowsOf(answers);
    const mapping = await mappingOf(account, rows);
    const periods = [...new Set(rows.map(({ period }) => period))];
    const dhis2 = await written(folder, { account, mapping, periods, ...(sent !== undefined && { sent }) });
    return { rows, dhis2, numbers: [...(await byFiles(by(), answers, 'NDJSON')).all(), ...dhis2.numbers.all()] };
  }
  const kept = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('files made before more was published, and those made after, tell no more together', async () => {
    const names = await takenBack(api, schema, 2);
    expect(names).toHaveLength(2);
    const before = await filesNow();
    const isOfThem = ({ indicator, period }: Told): boolean => indicator === 'I03' && names.includes(period);
    expect(before.numbers.some(isOfThem)).toBe(false);
    // Some of what was told, and some of what is to be, was recorded in error.
    await adminRows(
      api.database,
      `UPDATE ${schema}.incident SET voided_at = now() WHERE id IN (
         SELECT id FROM ${schema}.incident WHERE voided_at IS NULL ORDER BY md5(id::text) LIMIT 60)`,
    );
    await sweepNow(api, schema, 'publishIndicators');
    const after = await filesNow(kept('before.json', before.dhis2.record));
    expect(after.numbers.some(isOfThem)).toBe(true);
    for (const { leaks, strangers } of await foundWith('BW', [...before.numbers, ...after.numbers]))
      expect([leaks, strangers]).toEqual([[], []]);
    // What is published stays as it is, so that nothing of it is ever to be deleted.
    expect(after.dhis2.deletions).toEqual([]);
  });

  it('a deletion says of a share that it was told once, and tells nothing of the share that the API does not', async () => {
    const before = await filesNow();
    await adminRows(api.database, `UPDATE ${schema}.country SET release_k = 15`);
    const after = await filesNow(kept('stricter.json', before.dhis2.record));
    const gone = new Numbers(before.dhis2.numbers.all()).beyond(after.dhis2.numbers);
    expect(after.dhis2.deletions).toHaveLength(gone.length);
    expect(gone.length).toBeGreaterThan(0);
    const now = numbersIn(after.rows);
    for (const deletion of after.dhis2.deletions) {
      const part = (measure: Told['measure']): number | null => now.of({ ...deletion, measure });
      expect([deletion, part('value')]).toEqual([deletion, null]);
      // Both parts are published counts, and stay told: the share can be reckoned from them, as from the file of before.
      expect([part('numerator'), part('denominator')]).not.toContain(null);
    }
  });
});
