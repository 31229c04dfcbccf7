/** Exports as KoboToolbox, ODK Central and Primero write them: what is expected of each stands in `samples/README.md`. */
import type { Mapping } from '../../src/exchange/read-files';
import { mapped, outcome, places, read, sample } from './reading';
import { zipped } from '../support/spreadsheet';

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
      [2, { incidents: [{ detail: { occurredOn: '2026-05-01' }, violationTypes: ['BEATING'] }] }],
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

describe('ODK Central', () => {
  const files = [sample('odk-incident.csv'), sample('odk-incident-perpetrator.csv')];
  const options = mapped(
    { occurred_on: WHEN, 'grp-what': WHAT, kind: WHO, sex: SEX },
    { [WHAT]: { beaten: 'BEATING', robbed: 'ROBBERY' }, [WHO]: { police: 'POLICE_OFFICER' } },
  );

  test.each([
    ['beside each other, the repeats first', [...files].reverse()],
    [
      'in one .zip',
      [{ name: 'form.zip', bytes: zipped(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))) }],
    ],
  ])('two records and one that is not decrypted, %s', async (_, given) => {
    const { shape, problems, rows } = await read(given, options);
    expect({ shape, problems }).toEqual({ shape: 'ODK', problems: [] });
    expect(rows.map((row) => [row.row, row.externalId?.at(-1), row.problems.length])).toEqual([
      [2, '1', 0],
      [3, '2', 0],
      [4, '3', 1],
    ]);
    expect(rows[0]?.input).toEqual({
      incidents: [
        {
          detail: { occurredOn: '2026-05-01' },
          violationTypes: ['BEATING', 'ROBBERY'],
          allegedPerpetrators: [
            { category: 'CLIENT', sex: 'MALE' },
            { category: 'POLICE_OFFICER', sex: 'MALE' },
          ],
        },
      ],
    });
    expect(rows[2]?.problems[0]?.text.en).toContain('not decrypted');
  });

  test('choices that are all 0 may not have been asked: unknown, and told', async () => {
    const { rows } = await read(files, options);
    expect(rows[1]?.input).toEqual({ incidents: [{ detail: { occurredOn: '2026-05-04' } }] });
    expect(places(rows[1]?.warnings ?? [])).toEqual(['C incidents.0.violationTypes']);
    const asked = await read(files, mapped({ 'grp-what/beaten': 'incidents.reportedElsewhere' }));
    expect(asked.rows.map(({ input }) => input)).toEqual([{ incidents: [{ reportedElsewhere: true }] }, {}, {}]);
    expect(places(asked.rows[1]?.warnings ?? [])).toEqual(['D incidents.0.reportedElsewhere']);
  });

  test('repeats without their rows are told', async () => {
    const { problems } = await read(files[1] as (typeof files)[number], options);
    expect(problems.map(({ text }) => text.en)).toEqual([expect.stringContaining('missing')]);
  });
});

describe('Primero', () => {
  test('the incident recorder in English: two rows, the second with what it does not know', async () => {
    const { shape, rows, problems } = await read(sample('primero-ir-en.xlsx'));
    expect({ shape, problems }).toEqual({ shape: 'PRIMERO', problems: [] });
    expect(rows.map(({ externalId }) => externalId)).toEqual(['ZA-26-001', 'ZA-26-002']);
    expect(rows[0]?.input).toMatchObject({
      source: 'POLICE_OTHER_SECURITY_ACTOR',
      openedAt: '2026-05-02T22:00:00.000Z',
      survivor: { genderIdentity: 'WOMAN', demographics: { toldCode: 'SV-17', birthYear: 1998 } },
      incidents: [
        {
          gbvimsType: 'PHYSICAL_ASSAULT',
          locationType: 'ROAD',
          districtId: 'Tshwane',
          previousIncidents: true,
          reportedElsewhere: false,
          consentReporting: true,
          detail: { occurredOn: '2026-05-01', timeOfDay: 'MORNING', datePrecision: 'DAY' },
          allegedPerpetrators: [{ count: 2, sex: 'BOTH', ageGroup: 'AGE_18_25', relationship: 'SERVICE_PROVIDER' }],
        },
      ],
    });
    expect(rows[1]?.input).toMatchObject({
      survivor: { genderIdentity: 'PREFER_NOT_TO_SAY' },
      incidents: [
        { gbvimsType: 'NON_GBV', consentReporting: false, allegedPerpetrators: [{ ageGroup: 'AGE_61_PLUS' }] },
      ],
    });
    expect(rows[1]?.input).not.toHaveProperty('incidents.0.previousIncidents');
    expect(rows[1]?.input).not.toHaveProperty('incidents.0.allegedPerpetrators.0.count');
    expect(places(rows[1]?.warnings ?? [])).toEqual([
      'G survivor.genderIdentity',
      'Z incidents.0.allegedPerpetrators.0.count',
      'AB incidents.0.previousIncidents',
      'incidents.0.violationTypes',
    ]);
  });

  test('the same workbook in Portuguese: local months, a heading with a blank at its end', async () => {
    const { rows } = await read(sample('primero-ir-pt.xlsx'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      externalId: 'MZ-26-001',
      problems: [],
      input: {
        survivor: { genderIdentity: 'WOMAN' },
        incidents: [
          {
            detail: { occurredOn: '2026-05-01' },
            consentReporting: true,
            allegedPerpetrators: [{ count: 1, sex: 'BOTH', ageGroup: 'AGE_26_40' }],
          },
        ],
      },
    });
  });

  test('a plain table: stored codes, and the apostrophe before a formula undone', async () => {
    const { shape, rows } = await read(sample('primero-incidents.csv'));
    expect(shape).toBe('PRIMERO');
    expect(rows.map(({ externalId, input }) => [externalId, input['incidents']])).toEqual([
      [
        'ZA-26-001',
        [expect.objectContaining({ gbvimsType: 'PHYSICAL_ASSAULT', narrative: { text: '=not a formula' } })],
      ],
      ['ZA-26-002', [expect.objectContaining({ gbvimsType: 'NON_GBV', narrative: { text: 'plain text' } })]],
    ]);
  });
});
