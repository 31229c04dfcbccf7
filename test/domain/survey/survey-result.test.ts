/** Survey results: aggregates with their source, of which no single person can be told. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly countryCodeLabel: string;
  readonly isBaseline: boolean;
}
const act = actor<Shown>('surveyResult', 'id version countryCodeLabel isBaseline');

let world: World;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as('me-officer', 'za');
});
afterAll(() => world.close());

const about = {
  ...{ title: 'Experienced violence in the past year', indicatorCode: 'I01', outcome: 'LTO3', unit: 'PER_CENT' },
  ...{ valueHundredths: 4250, ciLowHundredths: 3900, ciHighHundredths: 4600, respondents: 400, year: 2018 },
  ...{ population: 'Sex workers, 18 and over', countryCode: 'ZA', source: 'A report' },
};
const record = (values: object, client = officer): Promise<Acted<Shown>> =>
  act(client, 'recordSurveyResult', { ...about, ...values });
const now = ({ id, version }: Shown): object => ({ id, expectedVersion: version });

test('what Namibia began with is kept as a baseline of the first phase, and read by the whole country and the region', async () => {
  const { data } = await officer.query('{ programmePhases(first: 1) { edges { node { id } } } }');
  const phaseId = data.programmePhases.edges[0].node.id as string;
  const made = done(await record({ countryCode: 'NA', year: 2015, isBaseline: true, phaseId, numerator: 170 }));
  expect(made).toMatchObject({ countryCodeLabel: 'Namibia', isBaseline: true });
  for (const client of [await world.as('field-worker', 'za'), await world.as('secretariat')]) {
    const answer = await client.query(
      '{ surveyResults(first: 100, filter: { countryCode: { eq: NA } }) { edges { node { id } } } }',
    );
    expect(answer.data.surveyResults.edges).toEqual([{ node: { id: made.id } }]);
  }
});

test.each([
  ['field-worker', 'za'],
  ['case-manager', 'za'],
  ['supervisor', 'za'],
  ['partner-admin', 'za'],
  ['service-provider', 'za'],
  ['privacy-officer', 'za'],
  ['secretariat', undefined],
])('a %s records none', async (role, country) => {
  expectForbidden(await record({}, await world.as(role, country)));
});

test.each<[object, string[]]>([
  [{ ciLowHundredths: 4300 }, ['ciLowHundredths']],
  [{ ciHighHundredths: 4200 }, ['ciHighHundredths']],
  [{ ciLowHundredths: null }, ['ciLowHundredths']],
  [{ ciHighHundredths: null }, ['ciHighHundredths']],
  [{ valueHundredths: 10100, ciLowHundredths: null, ciHighHundredths: null }, ['valueHundredths']],
  [{ ciHighHundredths: 10001 }, ['ciHighHundredths']],
  [{ respondents: 19 }, ['respondents']],
  [{ respondents: null, numerator: 100 }, ['respondents']],
  [{ numerator: 401 }, ['numerator']],
  [{ numerator: 4 }, ['numerator']],
  [{ numerator: 397 }, ['numerator']],
  [{ numerator: 150 }, ['numerator']],
  [{ numerator: 169 }, ['numerator']],
  [{ valueHundredths: 4200, numerator: 171 }, ['numerator']],
  [{ year: 2190 }, ['year']],
  [{ indicatorCode: 'violence by police' }, ['indicatorCode']],
  [{ url: 'http://www.example.org/report' }, ['url']],
  [{ year: 2190, numerator: 401, url: 'x' }, ['numerator', 'url', 'year']],
])('%j is refused', async (values, places) => {
  expect(told(await record(values)).sort()).toEqual(places.map((place) => `INVALID_INPUT ${place}`));
});

test.each<[object, string]>([
  [{ valueHundredths: 0, respondents: 40, numerator: 0 }, 'numerator'],
  [{ valueHundredths: 10000, respondents: 20, numerator: 20 }, 'numerator'],
  [{ valueHundredths: 0 }, 'valueHundredths'],
  [{ valueHundredths: 10000 }, 'valueHundredths'],
  [{ valueHundredths: 10000, respondents: null }, 'valueHundredths'],
  [{ unit: 'PER_THOUSAND', valueHundredths: 100000 }, 'valueHundredths'],
])('%j tells of everybody who was asked, and is refused', async (values, place) => {
  const { problems, record: made } = await record({ ciLowHundredths: null, ciHighHundredths: null, ...values });
  expect([made, problems.map(({ path }) => path.join())]).toEqual([null, [place]]);
  expect(problems[0]!.message).toMatch(/^It holds of nobody, or of everybody/);
});

test('a mean is no share', async () => {
  done(await record({ unit: 'MEAN', valueHundredths: 25000, ciLowHundredths: null, ciHighHundredths: null }));
});

test('the history tells that figures were changed, and of none what it was', async () => {
  const about = {
    ciLowHundredths: null,
    ciHighHundredths: null,
    valueHundredths: 4250,
    respondents: 40,
    numerator: 17,
  };
  const result = done(await record(about));
  const fewer = { ...now(result), valueHundredths: 500, respondents: null, numerator: null, title: 'Another' };
  done(await act(officer, 'updateSurveyResult', fewer));
  const { data } = await officer.query(
    'query ($id: ID!) { surveyResult(id: $id) { history(first: 1) { edges { node { changes { field before after } } } } } }',
    { id: result.id },
  );
  const [entry] = data.surveyResult.history.edges as { node: { changes: { field: string }[] } }[];
  const changes = Object.fromEntries(entry!.node.changes.map(({ field, ...values }) => [field, values]));
  const untold = { before: null, after: null };
  expect(changes).toEqual({
    ...{ valueHundredths: untold, respondents: untold, numerator: untold },
    title: { before: 'Experienced violence in the past year', after: 'Another' },
  });
});

test.each<[object]>([
  [{ valueHundredths: 4250, numerator: 170 }],
  [{ valueHundredths: 4200, numerator: 169 }],
  [{ valueHundredths: 111, respondents: 450, numerator: 5 }],
  [{ unit: 'PER_THOUSAND', valueHundredths: 42500, numerator: 170 }],
  [{ valueHundredths: 125 }],
  [{ valueHundredths: 9875 }],
  [{ unit: 'NUMBER', valueHundredths: 500 }],
])('%j agrees, and is of enough people', async (values) => {
  done(await record({ ciLowHundredths: null, ciHighHundredths: null, ...values }));
});

test.each<[object, string]>([
  [{ valueHundredths: 100 }, 'respondents'],
  [{ valueHundredths: 9900 }, 'respondents'],
  [{ valueHundredths: 1 }, 'respondents'],
  [{ valueHundredths: 2000, respondents: 20 }, 'respondents'],
  [{ unit: 'PER_THOUSAND', valueHundredths: 1000 }, 'respondents'],
  [{ unit: 'NUMBER', valueHundredths: 300 }, 'valueHundredths'],
  [{ respondents: null, valueHundredths: 500, ciLowHundredths: 100, ciHighHundredths: 2300 }, 'ciHighHundredths'],
])('%j tells of fewer than five by what can be reckoned, and is refused', async (values, place) => {
  const { problems, record: made } = await record({ ciLowHundredths: null, ciHighHundredths: null, ...values });
  expect([made, problems.map(({ path }) => path.join())]).toEqual([null, [place]]);
  expect(problems[0]!.message).toMatch(/ recognised\./);
});

test('the region reads no result of which a number of fewer than five can be reckoned', async () => {
  const { data } = await (
    await world.as('secretariat')
  ).query('{ surveyResults(first: 100) { edges { node { unit valueHundredths numerator respondents } } } }');
  const shown = (data.surveyResults.edges as { node: Record<string, number | string | null> }[]).map(
    ({ node }) => node,
  );
  const whole: Readonly<Record<string, number>> = { PER_CENT: 10_000, PER_THOUSAND: 100_000 };
  const few = shown.filter(({ unit, valueHundredths, respondents }) => {
    const people = (Number(valueHundredths) / (whole[String(unit)] ?? NaN)) * Number(respondents);
    return respondents !== null && [people, Number(respondents) - people].some((each) => each < 4.5);
  });
  expect([shown.length > 4, few]).toEqual([true, []]);
});

test('what is wrong is said in both languages', async () => {
  const message = async (language: string): Promise<string | undefined> =>
    (await act(officer, 'recordSurveyResult', { ...about, numerator: 3 }, { 'accept-language': language })).problems[0]
      ?.message;
  expect(await message('en')).toMatch(/^So few people could be recognised\./);
  expect(await message('pt')).toMatch(/^Tão poucas pessoas poderiam ser reconhecidas\./);
});

test('a result is corrected as a whole, and taken out', async () => {
  const result = done(await record({}));
  expect(told(await act(officer, 'updateSurveyResult', { ...now(result), valueHundredths: 5000 }))).toEqual([
    'INVALID_INPUT ciHighHundredths',
  ]);
  const put = done(await act(officer, 'updateSurveyResult', { ...now(result), isBaseline: true }));
  done(await act(officer, 'voidSurveyResult', now(put)));
  const { data } = await officer.query('{ surveyResults(first: 100) { edges { node { id } } } }');
  expect(JSON.stringify(data)).not.toContain(result.id);
});
