/** Exports as KoboToolbox writes them: what is expected of each stands in `samples/README.md`. */
import type { Mapping } from '../../src/exchange/read-files';
import { csv, inputOf, mapped, outcome, read, sample } from './reading';

const WHEN = 'incidents.detail.occurredOn';
const WHAT = 'incidents.violationTypes';
const WHO = 'incidents.allegedPerpetrators.category';
const SEX = 'incidents.allegedPerpetrators.sex';
const first = '6f0e6a52-0000-4a0b-9a4d-0000000000aa';
const second = '6f0e6a52-1111-4a0b-9a4d-000000000002';

const kobo = {
  labels: mapped(
    {
      'When did it happen?': WHEN,
      'What happened?': WHAT,
      'Name of place (2)': 'registeredAtOffice',
      _submission_time: 'openedAt',
    },
    { [WHAT]: { beaten: 'BEATING', 'robbed of money': 'ROBBERY' } },
  ),
  names: mapped(
    { occurred_on: WHEN, what: WHAT, ward: 'registeredAtOffice', _submission_time: 'openedAt' },
    { [WHAT]: { beaten: 'BEATING', robbed: 'ROBBERY' } },
  ),
  repeats: mapped({ Date: WHEN, 'perpetrator!Who?': WHO, Sex: SEX }, { [WHO]: { police: 'POLICE_OFFICER' } }),
};

describe('KoboToolbox', () => {
  test.each([
    ['kobo-labels-hxl.csv', kobo.labels, [3, 4], 'Ward '],
    ['kobo-xml-names.csv', kobo.names, [2, 3], ''],
  ])(
    '%s: two records; choices from their columns, unanswered ones left out, times in UTC',
    async (name, options, at, ward) => {
      const { shape, problems, rows } = await read(sample(name), options);
      expect({ shape, problems }).toEqual({ shape: 'KOBO', problems: [] });
      expect(rows.map(({ row, externalId }) => [row, externalId])).toEqual([
        [at[0], first],
        [at[1], second],
      ]);
      expect(rows.map(({ input }) => input)).toEqual([
        {
          incidents: [{ detail: { occurredOn: '2026-05-01' }, violationTypes: ['BEATING', 'ROBBERY'] }],
          registeredAtOffice: `${ward}60`,
          openedAt: '2026-05-03T07:31:20.000Z',
        },
        {
          incidents: [{ detail: { occurredOn: '2026-05-04' } }],
          registeredAtOffice: `${ward}61`,
          openedAt: '2026-05-04T22:05:40.000Z',
        },
      ]);
      expect(rows.flatMap((row) => [...row.problems, ...row.warnings])).toEqual([]);
    },
  );

  test('of two columns of one heading the first is meant, and the other is told', async () => {
    const { warnings } = await read(sample('kobo-labels-hxl.csv'), mapped({ 'Name of place': 'registeredAtOffice' }));
    expect(warnings.find(({ column }) => column === 'N')).toMatchObject({
      heading: 'Name of place (2)',
      text: { en: expect.stringContaining('more than once') },
    });
  });

  test('Portuguese labels are mapped by themselves', async () => {
    const { rows } = await read(
      sample('kobo-labels-pt.csv'),
      mapped({ 'Quando aconteceu?': WHEN, 'O que aconteceu?': WHAT }, { [WHAT]: { Agressao: 'BEATING' } }),
    );
    expect(rows.map(outcome)).toEqual([
      [
        2,
        {
          incidents: [{ detail: { occurredOn: '2026-05-01' }, violationTypes: ['BEATING'] }],
          openedAt: expect.stringMatching(/^2026-05-0/),
        },
      ],
    ]);
  });

  test('repeats are joined by the index of their row', async () => {
    const { rows, tables } = await read(sample('kobo-repeats.xlsx'), kobo.repeats);
    expect(tables.map(({ sheet, repeats }) => [sheet, repeats])).toEqual([
      ['Incident form', false],
      ['perpetrator', true],
    ]);
    expect(rows.map(({ row, sheet, externalId }) => [row, sheet, externalId])).toEqual([
      [2, 'Incident form', first],
      [3, 'Incident form', second],
    ]);
    expect(rows.map(({ input }) => input['incidents'])).toEqual([
      [
        {
          detail: { occurredOn: '2026-05-01' },
          allegedPerpetrators: [
            { category: 'CLIENT', sex: 'MALE' },
            { category: 'POLICE_OFFICER', sex: 'MALE' },
          ],
        },
      ],
      [{ detail: { occurredOn: '2026-05-04' } }],
    ]);
    expect(rows[0]?.origins.get('incidents.0.allegedPerpetrators.1.category')).toEqual({
      column: 'perpetrator!A3',
      heading: 'Who?',
    });
  });

  test('an export without submissions has no rows, and nothing is wrong with it', async () => {
    const { problems, warnings, rows } = await read(sample('kobo-no-submissions.xlsx'), {
      shape: 'KOBO',
      ...kobo.labels,
    });
    expect({ problems, rows }).toEqual({ problems: [], rows: [] });
    expect(warnings.map(({ text }) => text.en)).toEqual(['There are no rows in it.']);
  });

  test('repeats are joined by the submission where they have no index, and those of no row are told', async () => {
    const form = csv(
      'Date;_uuid;_submission_time;_index\n2026-05-01;u1;2026-05-03T07:31:20;1\n2026-05-02;u2;;2\n',
      'form.csv',
    );
    const repeat = csv(
      'Sex;_parent_index;_submission__uuid\nFemale;;u2\nMale;1;u1\nMale;;u2\nMale;7;u9\n',
      'perpetrator.csv',
    );
    const { rows, warnings } = await read([form, repeat], mapped({ Date: WHEN, Sex: SEX }));
    expect(rows.map(({ input }) => input['incidents'])).toEqual([
      [{ detail: { occurredOn: '2026-05-01' }, allegedPerpetrators: [{ sex: 'MALE' }] }],
      [{ detail: { occurredOn: '2026-05-02' }, allegedPerpetrators: [{ sex: 'FEMALE' }, { sex: 'MALE' }] }],
    ]);
    expect(warnings.map(({ file, row }) => [file, row])).toEqual([['perpetrator.csv', 5]]);
  });

  test('an answer as a whole counts where its choices are blank, and choices alone where there is no whole', async () => {
    const values = { [WHAT]: { beaten: 'BEATING', robbed: 'ROBBERY' } };
    const whole = csv('what,what/beaten,what/robbed,_uuid,_submission_time\nbeaten robbed,,,u1,\n,,,u2,\n');
    const { rows } = await read(whole, mapped({ what: WHAT }, values));
    expect(rows.map(({ input }) => input)).toEqual([{ incidents: [{ violationTypes: ['BEATING', 'ROBBERY'] }] }, {}]);
    const apart = csv('what/beaten,what/robbed,_uuid,_submission_time\n0,1,u1,\n,,u2,\n');
    const { rows: others } = await read(apart, mapped({ what: WHAT }, values));
    expect(others.map(({ input }) => input)).toEqual([{ incidents: [{ violationTypes: ['ROBBERY'] }] }, {}]);
  });

  describe('a case of which nothing else says when it was opened', () => {
    const openedAt = async (text: string, mapping: Mapping) =>
      (await read(csv(text), { mapping })).rows.map(({ input }) => input['openedAt']);
    const file =
      'Date,today,start,_submission_time,_uuid\n2026-05-01,2026-05-02,,2026-05-04T07:31:20,u1\n2026-05-01,2026-05-02,,,u2\n';

    test('was opened when the record was sent, else when the form was filled in', async () => {
      const [sent, filledIn] = await openedAt(file, { columns: { Date: WHEN } });
      expect([sent, filledIn]).toEqual(['2026-05-04T07:31:20.000Z', '2026-05-01T22:00:00.000Z']);
    });

    test('is left alone where the mapping says it, in a column or of every row', async () => {
      expect(await openedAt(file, { columns: { Date: WHEN, today: 'openedAt' } })).toEqual(
        Array(2).fill('2026-05-01T22:00:00.000Z'),
      );
      expect(await openedAt(file, { columns: { Date: WHEN }, constants: { openedAt: '2026-01-01' } })).toEqual(
        Array(2).fill('2025-12-31T22:00:00.000Z'),
      );
    });

    test('is so of ODK Central, too', async () => {
      const odk = 'SubmissionDate,start,occurred_on,KEY\n2026-05-04T07:31:20.000Z,,2026-05-01,uuid:1\n';
      expect(await openedAt(odk, { columns: { occurred_on: WHEN } })).toEqual(['2026-05-04T07:31:20.000Z']);
    });

    test('does not stand for a mapping, and is not told where rows have no such field', async () => {
      const { problems } = await read(csv(file), { mapping: { columns: {} } });
      expect(problems.map(({ text }) => text.en)).toEqual([expect.stringContaining('None of its headings is known')]);
      const input = inputOf('recordOutreachActivity');
      const { warnings } = await read(csv(file), { input, mapping: { columns: { Date: 'heldOn' } } });
      expect(warnings).toEqual([]);
    });
  });

  test('what was not approved there is told', async () => {
    const file = csv(
      'Date,_uuid,_submission_time,_validation_status\n2026-05-01,u1,,Not Approved\n2026-05-01,u2,,Approved\n',
    );
    const { rows } = await read(file, mapped({ Date: WHEN }));
    expect(rows.map(({ warnings }) => warnings.length)).toEqual([1, 0]);
  });

  test('dates and numbers as cells are the same as as text', async () => {
    const mapping: Mapping = {
      columns: { Date: WHEN, Count: 'incidents.allegedPerpetrators.count', _submission_time: 'openedAt' },
    };
    const { rows } = await read(sample('kobo-typed-cells.xlsx'), { mapping });
    const text = 'Date;Count;_submission_time;_index\r\n2026-05-01;3;2026-05-03T07:31:20;1\r\n';
    const asText = await read({ name: 'a.csv', bytes: Buffer.from(text) }, { mapping });
    expect(rows.map(({ input }) => input)).toEqual(asText.rows.map(({ input }) => input));
    expect(rows.map(outcome)).toEqual([
      [
        2,
        {
          incidents: [{ detail: { occurredOn: '2026-05-01' }, allegedPerpetrators: [{ count: 3 }] }],
          openedAt: '2026-05-03T07:31:20.000Z',
        },
      ],
    ]);
  });
});
