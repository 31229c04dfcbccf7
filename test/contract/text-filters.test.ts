/**
 * Filters take texts as inputs do: composed (NFC), without space around them, so that what was sent finds what was kept.
 * What is looked for by a part of it is found whatever its case and accents, in one piece and literally.
 */
import { randomUUID } from 'node:crypto';
import type { Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';

let api: TestApp;
let officer: Client;
/** No other record's text has it. */
const mark = randomUUID().slice(0, 8);

beforeAll(async () => {
  api = await startApp();
  officer = await api.as('me-officer', 'mz');
  const plan = 'mutation ($i: PlanTrainingInput!) { planTraining(input: $i) { training { title } problems { code } } }';
  for (const title of [`${mark} Formação em Mutarara`, `${mark} Formação`, `${mark} Formas`, `  ${mark} Café\u00a0`]) {
    const planned = { audience: 'POLICE', topic: 'POLICE_SENSITISATION', level: 'NATIONAL', outcome: 'LTO1' };
    const input = { idempotencyKey: randomUUID(), title: title.normalize('NFD'), ...planned, startOn: '2026-12-10' };
    const { data } = await officer.query(plan, { i: input });
    expect(data.planTraining).toEqual({ training: { title: title.normalize('NFC').trim() }, problems: [] });
  }
});
afterAll(() => api?.close());

/** The titles that a condition on the title finds, without the mark. */
async function titles(condition: object): Promise<string[]> {
  const document = `query ($filter: TrainingFilter) {
    trainings(filter: $filter, orderBy: [{ field: TITLE, direction: ASC }]) { edges { node { title } } } }`;
  const filter = { and: [{ title: { startsWith: mark } }, { title: condition }] };
  const { data, errors } = await officer.query(document, { filter });
  expect(errors).toEqual([]);
  const { edges } = data.trainings as { edges: { node: { title: string } }[] };
  return edges.map(({ node }) => node.title.slice(mark.length + 1));
}

const all = ['Café', 'Formação', 'Formação em Mutarara', 'Formas'];
const formacao = `${mark} Formação`;

describe.each(['NFC', 'NFD'])('a text sent in %s', (form) => {
  const sent = (text: string): string => text.normalize(form);

  it.each([
    ['eq', { eq: sent(formacao) }, ['Formação']],
    ['eq, with space around it', { eq: sent(`\t${formacao} \u00a0`) }, ['Formação']],
    ['ne', { ne: sent(formacao) }, ['Café', 'Formação em Mutarara', 'Formas']],
    ['in', { in: [sent(formacao), sent(`${mark} Café `)] }, ['Café', 'Formação']],
    ['startsWith', { startsWith: sent(formacao) }, ['Formação', 'Formação em Mutarara']],
    ['startsWith, with space before it', { startsWith: sent(`  ${formacao}`) }, ['Formação', 'Formação em Mutarara']],
    ['contains', { contains: sent('mação') }, ['Formação', 'Formação em Mutarara']],
    ['contains, with space around it', { contains: sent(' AÇÃO \u00a0') }, ['Formação', 'Formação em Mutarara']],
  ])('is found by %s', async (_operator, condition, expected) => {
    expect(await titles(condition)).toEqual(expected);
  });
});

describe('the beginning of a text', () => {
  it.each([
    ['may be any number of its characters', `${mark} Forma`, ['Formação', 'Formação em Mutarara', 'Formas']],
    ['may be without its accents', `${mark} Formac`, ['Formação', 'Formação em Mutarara']],
    ['may have its accents, however they are sent', `${mark} Formac\u0327`, ['Formação', 'Formação em Mutarara']],
    ['may have other accents', `${mark} Fórmäç`, ['Formação', 'Formação em Mutarara']],
    [
      'that ends with space ends with a word, also with the last one',
      `${mark} Formação `,
      ['Formação', 'Formação em Mutarara'],
    ],
    ['that ends with space is not in the middle of a word', `${mark} Forma `, []],
    ['may hold space between words', `${mark} Formação em`, ['Formação em Mutarara']],
    ['may be in another case', `${mark} fORMAÇÃO`, ['Formação', 'Formação em Mutarara']],
    ['is not found further in', 'Formação', []],
    ['is that of any text when there is nothing to it', ' ', all],
    ['is no pattern', `${mark} %`, []],
    ['is no pattern for one character', `${mark} F_rma`, []],
  ])('%s', async (_what, startsWith, expected) => {
    expect(await titles({ startsWith })).toEqual(expected);
  });
});

describe('a part of a text', () => {
  it.each([
    ['may stand anywhere', 'utarar', ['Formação em Mutarara']],
    ['may be in another case and without accents', 'MACAO E', ['Formação em Mutarara']],
    ['may have accents that the text has not', 'fórm', ['Formação', 'Formação em Mutarara', 'Formas']],
    ['may be shorter than what the index knows', 'ã', ['Café', 'Formação', 'Formação em Mutarara', 'Formas']],
    ['stands in one piece', 'for mas', []],
    ['has its parts in their order', 'maform', []],
    ['is that of any text when there is nothing to it', ' ', all],
    ['is no pattern', 'Form%ara', []],
    ['is no pattern for one character', 'F_rma', []],
    ['may hold what ends a pattern', 'Forma\\', []],
  ])('%s', async (_what, contains, expected) => {
    expect(await titles({ contains })).toEqual(expected);
  });

  it('is the caller’s mistake where no text can hold it', async () => {
    const document = `query ($filter: TrainingFilter) { trainings(filter: $filter) { totalCount } }`;
    for (const contains of ['a\0b', '\ud800']) {
      const { errors } = await officer.query(document, { filter: { title: { contains } } });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});
