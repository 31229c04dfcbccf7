/** Exports as ODK Central and Primero write them: what is expected of each stands in `samples/README.md`. */
import { inputOf, mapped, places, read, sample } from './reading';
import { zipped } from '../support/spreadsheet';

const WHEN = 'incidents.detail.occurredOn';
const WHAT = 'incidents.violationTypes';
const WHO = 'incidents.allegedPerpetrators.category';
const SEX = 'incidents.allegedPerpetrators.sex';
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
      openedAt: '2026-05-03T07:31:20.123Z',
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
    expect(rows[1]?.input).toEqual({
      ...{ openedAt: '2026-05-04T22:05:40.000Z', incidents: [{ detail: { occurredOn: '2026-05-04' } }] },
    });
    expect(places(rows[1]?.warnings ?? [])).toEqual(['C incidents.0.violationTypes']);
    const asked = await read(files, mapped({ 'grp-what/beaten': 'incidents.reportedElsewhere' }));
    const incidents = asked.rows.map(({ input }) => input['incidents']);
    expect(incidents).toEqual([[{ reportedElsewhere: true }], undefined, undefined]);
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
      survivor: { genderIdentity: 'WOMAN', demographics: { birthYear: 1998 } },
      survivorId: 'SV-17',
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

  test('what other rows have no field for is told, column by column', async () => {
    const input = inputOf('planTraining');
    const { warnings } = await read(sample('primero-ir-en.xlsx'), {
      input,
      ...mapped({ 'INCIDENT DISTRICT': 'districtId' }),
    });
    expect(warnings.filter(({ text }) => text.en.includes('no field for it')).map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['SURVIVOR CODE', 'GBV TYPE', 'SEX']),
    );
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
