/** Tables as people make them, with what stands around them. */
import { workbook, type MadeCell } from '../support/spreadsheet';
import { csv, outcome, read, xlsx } from './reading';

const ON = 'incidents.0.detail.occurredOn';
const COUNT = 'incidents.0.allegedPerpetrators.0.count';
const day = (number: number, format = 'dd/mm/yyyy') => ({ number, format });
const found = (occurredOn: string) => ({ incidents: [{ detail: { occurredOn } }] });
const one = (rows: readonly (readonly MadeCell[])[], more = {}) => xlsx(workbook([{ name: 'Sheet1', rows, ...more }]));
const texts = (findings: readonly { readonly text: { readonly en: string } }[]) => findings.map(({ text }) => text.en);

describe('above and below the table', () => {
  test('a title, a note, blank rows and a merged heading over groups are passed over, with a warning', async () => {
    const { rows, warnings, tables } = await read(
      one(
        [
          ['Incidents of May'],
          ['Prepared for the committee; please do not change'],
          [],
          ['When', null, 'How'],
          [ON, 'externalId', COUNT],
          [day(46143), 'A-1', 2],
          [],
          [day(46144), 'A-2', 3],
        ],
        { merged: ['A1:C1', 'A4:B4'] },
      ),
    );
    expect(tables[0]?.headings).toEqual([ON, 'externalId', COUNT]);
    expect(texts(warnings)).toEqual(['The rows above the headings were passed over.']);
    expect(rows.map(({ row, externalId }) => [row, externalId])).toEqual([
      [6, 'A-1'],
      [8, 'A-2'],
    ]);
    expect(rows[0]?.input).toEqual({
      incidents: [{ detail: { occurredOn: '2026-05-01' }, allegedPerpetrators: [{ count: 2 }] }],
    });
  });

  test('blank columns between others are nothing; one that has values and no heading is told', async () => {
    const { rows, warnings } = await read(
      one([
        [null, 'externalId', null, ON, null],
        [null, 'A-1', null, day(46143), 'a remark'],
      ]),
    );
    expect(rows.map(outcome)).toEqual([[2, found('2026-05-01')]]);
    expect(warnings.map(({ column }) => column)).toEqual(['E']);
  });

  test('a row of totals at the end is no record', async () => {
    const { rows, warnings } = await read(
      csv(`name,${COUNT},${ON}\nfirst,1,2026-05-01\nsecond,2,2026-05-02\nTOTAL:,3,\nchecked by somebody,,\n`),
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 5]);
    expect(warnings.find(({ row }) => row === 4)?.text.en).toContain('sums up');
  });

  test('hidden sheets are passed over, and so are sheets with other columns', async () => {
    const { rows, warnings } = await read(
      xlsx(
        workbook([
          { name: 'Lists', hidden: true, rows: [['source'], ['HELPLINE']] },
          {
            name: 'May',
            rows: [
              [ON, 'externalId'],
              [day(46143), '1'],
            ],
          },
          {
            name: 'June',
            rows: [
              [ON, 'externalId'],
              [day(46174), '2'],
            ],
          },
          {
            name: 'Summary',
            rows: [
              ['Month', 'Cases'],
              ['May', 1],
            ],
          },
        ]),
      ),
    );
    expect(rows.map(({ sheet, externalId, input }) => [sheet, externalId, input])).toEqual([
      ['May', '1', found('2026-05-01')],
      ['June', '2', found('2026-06-01')],
    ]);
    expect(warnings.map(({ sheet, text }) => [sheet, text.en.split(',')[0]])).toEqual([
      ['Lists', 'The sheet is hidden'],
      ['Summary', 'The sheet has other columns than the first'],
    ]);
  });
});
