/** All ways by which numbers of tables leave, each gone for everything that was asked. */
import type { Client, TestApp } from '../../support/app';
import { answersTo, isRough, publishedIn, type Answered, type Row } from './asked';
import { mappingOf, written, type Written } from './dhis2';
import { filed, forms, type Form } from './files';
import { judged, type About } from './judged';
import { Numbers, numbersIn, type Told } from './numbers';
import { picturesOf } from './pictures';

export interface Asking {
  readonly api: TestApp;
  readonly account: Client;
  readonly country: string;
}

export async function answersIn({ api, account, country }: Asking): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  const { questions } = await publishedIn(api, country);
  for (const question of questions) answers.push(...(await answersTo(account, question)));
  return answers;
}

export const rowsOf = (answers: readonly Answered[]): readonly Row[] => answers.flatMap(({ rows }) => rows);

/** By a file for each table. */
export async function byFiles({ api, account }: Asking, answers: readonly Answered[], form: Form): Promise<Numbers> {
  const numbers = new Numbers();
  for (const { question } of answers)
    for (const one of (await filed(api, account, question, form)).all()) numbers.add(one);
  return numbers;
}

/** In one file of a DHIS2 for each data set: what is told roughly apart, of which fewer periods are asked. */
export async function byDhis2(
  { account }: Asking,
  answers: readonly Answered[],
  { folder, ...how }: { readonly folder: string; readonly format?: 'json' | 'csv' },
): Promise<readonly Written[]> {
  const groups = [
    answers.filter(({ question }) => !isRough(question)),
    answers.filter(({ question }) => isRough(question)),
  ];
  const made: Written[] = [];
  for (const rows of groups.map(rowsOf).filter((all) => all.length > 0)) {
    const mapping = await mappingOf(account, rows);
    for (const periods of ofEachLength(rows)) made.push(await written(folder, { account, mapping, periods, ...how }));
  }
  return made;
}

/** A table has only so many rows. */
const ofEachLength = (rows: readonly Row[]): readonly (readonly string[])[] => {
  const names = [...new Set(rows.map(({ period }) => period))];
  const years = names.filter((name) => name.length === 4);
  return [years, names.filter((name) => !years.includes(name))].filter((all) => all.length > 0);
};

export interface Pictured {
  readonly numbers: readonly Told[];
  readonly faults: readonly string[];
  readonly pictures: number;
}

/** A picture of each indicator of each table. */
export async function byPictures({ api, account }: Asking, answers: readonly Answered[]): Promise<Pictured> {
  const { data } = await account.query('{ indicators { code measure title { en } } }');
  const about = new Map(
    (data.indicators as { code: string; measure: string; title: { en: string } }[]).map(({ code, measure, title }) => [
      code,
      { measure, title: title.en },
    ]),
  );
  const all: Pictured[] = [];
  for (const { question, rows } of answers)
    for (const indicator of question.indicators)
      for (const picture of await picturesOf(api, account, { ...question, indicators: [indicator] }))
        all.push({ ...judged(picture, rows, about.get(indicator) as About), pictures: 1 });
  return {
    numbers: all.flatMap(({ numbers }) => numbers),
    faults: all.flatMap(({ faults }) => faults),
    pictures: all.length,
  };
}

export interface Left {
  readonly answers: readonly Answered[];
  readonly told: Numbers;
  readonly files: ReadonlyMap<Form, Numbers>;
  readonly dhis2: readonly Written[];
  readonly pictured: Pictured;
}

/**
 * Everything of a country by all ways. @param isWhole by every form, and what is told roughly in pictures as well: else on
 * lines alone, which every form is made from, and of the tables that add up
 */
export async function leftBy(asking: Asking, folder: string, isWhole: boolean): Promise<Left> {
  const answers = await answersIn(asking);
  const files = new Map<Form, Numbers>();
  for (const form of isWhole ? forms : (['NDJSON'] as const)) files.set(form, await byFiles(asking, answers, form));
  return {
    ...{ answers, files, told: numbersIn(rowsOf(answers)) },
    dhis2: [
      ...(await byDhis2(asking, answers, { folder })),
      ...(isWhole ? await byDhis2(asking, answers, { folder, format: 'csv' }) : []),
    ],
    pictured: await byPictures(
      asking,
      answers.filter(({ question }) => isWhole || !isRough(question)),
    ),
  };
}
