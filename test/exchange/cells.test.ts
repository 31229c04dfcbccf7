/** Cells as people fill them: days, numbers, codes and what is not known; read right, or refused at the cell. */
import { workbook, type MadeCell } from '../support/spreadsheet';
import { csv, outcome, places, read, xlsx } from './reading';

const ON = 'incidents.0.detail.occurredOn';
const COUNT = 'incidents.0.allegedPerpetrators.0.count';
const day = (number: number, format = 'dd/mm/yyyy') => ({ number, format });
const found = (occurredOn: string) => ({ incidents: [{ detail: { occurredOn } }] });
const one = (rows: readonly (readonly MadeCell[])[], more = {}) => xlsx(workbook([{ name: 'Sheet1', rows, ...more }]));

describe('days', () => {
  test('as text in the ways people write them, and as cells', async () => {
    const written = [
      '2026-05-01',
      '01/05/2026',
      '1.5.2026',
      '01-May-2026',
      '1 de Maio de 2026',
      '01-Mai-2026',
      'May 1, 2026',
    ];
    const { rows } = await read(one([[ON], ...written.map((text) => [text]), [day(46143)], [day(46143.0000001)]]));
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rows.map(({ input }) => input)).toEqual(Array(9).fill(found('2026-05-01')));
  });

  test.each([
    ['1900', false, 46143],
    ['1904', true, 46143 - 1462],
  ])('of the date system of %s', async (_, is1904, number) => {
    const { rows } = await read(
      xlsx(workbook([{ name: 'a', rows: [[ON], [day(number)], [day(number, '[$-816]d\\ mmmm\\ yyyy')]] }], { is1904 })),
    );
    expect(rows.map(({ input }) => input)).toEqual([found('2026-05-01'), found('2026-05-01')]);
  });

  test('29 February 1900, which spreadsheets have alone, is refused at its cell', async () => {
    const { rows } = await read(one([[ON], [day(60)], [day(61)]]));
    expect(rows.map(({ problems }) => places(problems))).toEqual([[`A ${ON}`], []]);
    expect(rows[1]?.input).toEqual(found('1900-03-01'));
  });

  test('a column with the month first is not guessed: what could be either is refused, what can be one thing is read', async () => {
    const { rows } = await read(
      csv(`${ON}\n03/04/2026\n04/25/2026\n25/04/2026\n2026-04-03\n05/05/2026\n3 April 2026\n`),
    );
    expect(rows.map(outcome)).toEqual([
      [2, {}, `A ${ON}`],
      [3, {}, `A ${ON}`],
      [4, found('2026-04-25')],
      [5, found('2026-04-03')],
      [6, found('2026-05-05')],
      [7, found('2026-04-03')],
    ]);
    const dayFirst = await read(csv(`${ON}\n03/04/2026\n25/04/2026\n`));
    expect(dayFirst.rows.map(outcome)).toEqual([
      [2, found('2026-04-03')],
      [3, found('2026-04-25')],
    ]);
  });

  test.each(['31/02/2026', '1/5/26', 'May 2026', '46143', 'soon'])(
    '%s is no day, and refused at its cell',
    async (text) => {
      const { rows } = await read(csv(`${ON};externalId\n${text};1\n`));
      expect(rows.map(outcome)).toEqual([[2, {}, `A ${ON}`]]);
    },
  );

  test('moments are of the clocks of the country, unless they say an offset', async () => {
    const { rows } = await read(
      one([
        ['openedAt'],
        ['2026-05-03 07:31'],
        ['03/05/2026 07:31:20'],
        ['2026-05-03T07:31:20.123Z'],
        ['2026-05-03T09:31:20+04:00'],
        [{ number: 46145.313425926, format: 'yyyy-mm-dd hh:mm' }],
      ]),
    );
    expect(rows.map(({ input }) => input['openedAt'])).toEqual([
      '2026-05-03T05:31:00.000Z',
      '2026-05-03T05:31:20.000Z',
      '2026-05-03T07:31:20.123Z',
      '2026-05-03T09:31:20+04:00',
      '2026-05-03T05:31:20.000Z',
    ]);
  });
});

describe('cells', () => {
  test('errors and formulas without a result are refused; results are read', async () => {
    const { rows } = await read(
      one([
        [ON, COUNT],
        [{ error: '#REF!' }, 1],
        [{ formula: 'TODAY()' }, 2],
        [
          { formula: 'A1&""', result: '2026-05-01' },
          { formula: '1+2', result: 3 },
        ],
      ]),
    );
    expect(rows.map((row) => places(row.problems))).toEqual([[`A ${ON}`], [`A ${ON}`], []]);
    expect(rows[2]?.input).toEqual({
      incidents: [{ detail: { occurredOn: '2026-05-01' }, allegedPerpetrators: [{ count: 3 }] }],
    });
  });

  test('a cell merged over several rows says something in the first alone', async () => {
    const { rows } = await read(
      one(
        [
          [ON, 'externalId'],
          [day(46143), 'A-1'],
          [null, 'A-2'],
        ],
        { merged: ['A2:A3'] },
      ),
    );
    expect(rows.map(outcome)).toEqual([
      [2, found('2026-05-01')],
      [3, {}, `A ${ON}`],
    ]);
  });

  test.each([
    ['12', 12],
    ['3.0', 3],
    ['3,0', 3],
    ['1 234', 1234],
    ['1,234,567', 1234567],
    ['1.234.567,00', 1234567],
    ["'0007", 7],
    ['1,234', null],
    ['1.234', null],
    ['2,5', null],
    ['two', null],
    ['1,23,4', null],
  ])('the number %s is %p', async (text, number) => {
    const { rows } = await read(csv(`externalId;${COUNT}\n1;${text}\n`));
    const input = number === null ? {} : { incidents: [{ allegedPerpetrators: [{ count: number }] }] };
    expect(rows.map(outcome)).toEqual([number === null ? [2, input, `B ${COUNT}`] : [2, input]]);
  });

  test('numbers that were kept as text with an apostrophe are what they say', async () => {
    const { rows } = await read(csv(`externalId,registeredAtOffice,${ON}\n'0012,'Mina,'2026-05-01\n`));
    expect(rows.map(({ externalId, input }) => [externalId, input['registeredAtOffice']])).toEqual([['0012', "'Mina"]]);
    expect(rows[0]?.input['incidents']).toEqual([{ detail: { occurredOn: '2026-05-01' } }]);
  });

  test.each([
    ['sim', true],
    ['Não', false],
    ['X', true],
    ['0', false],
    ['TRUE', true],
  ])('%s is %p', async (text, value) => {
    const { rows } = await read(csv(`externalId,anonymous\n1,${text}\n`));
    expect(rows[0]?.input).toEqual({ anonymous: value });
  });

  test('codes by code, label or source, in any case, and lists of them however they are parted', async () => {
    const path = 'incidents.0.violationTypes';
    const lists = [
      'BEATING;ROBBERY',
      'beating, robbery',
      'BEATING ROBBERY',
      'Beating or other physical attack; Robbery',
      'Espancamento ou outra agressao fisica\nROBBERY',
      'Beating or other physical attack robbery',
    ];
    const { rows } = await read(csv(`${path}\n${lists.map((list) => `"${list}"`).join('\n')}\n`), { shape: 'OWN' });
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    const [first] = rows;
    expect(first?.input).toEqual({ incidents: [{ violationTypes: ['BEATING', 'ROBBERY'] }] });
    expect(rows.map(({ input }) => input)).toEqual(lists.map(() => first?.input));
    const { rows: types } = await read(
      csv('incidents.0.gbvimsType\nphysical_assault\nViolação sexual\nnon-gbv\nsomething\n'),
    );
    expect(types.map(({ input, problems }) => [input, problems.length])).toEqual([
      [{ incidents: [{ gbvimsType: 'PHYSICAL_ASSAULT' }] }, 0],
      [{ incidents: [{ gbvimsType: 'RAPE' }] }, 0],
      [{ incidents: [{ gbvimsType: 'NON_GBV' }] }, 0],
      [{}, 1],
    ]);
  });

  test.each(['Unknown', 'N/A', '-', 'não sabe', '?'])('“%s” is left out, and told', async (text) => {
    const { rows } = await read(csv(`externalId,${COUNT},survivor.identity.workingName\n1,${text},${text}\n`));
    expect(rows[0]).toMatchObject({ input: {}, problems: [] });
    expect(places(rows[0]?.warnings ?? [])).toEqual([`B ${COUNT}`, 'C survivor.identity.workingName']);
  });

  test('nothing that is told repeats what stood in a cell', async () => {
    const secret = 'Nomsa Example';
    const { rows, warnings, problems } = await read(
      csv(`${ON},${COUNT},anonymous,incidents.0.gbvimsType,openedAt,Unnamed\n${Array(6).fill(secret).join(',')}\n`),
    );
    const told = [...rows.flatMap((row) => [...row.problems, ...row.warnings]), ...warnings, ...problems];
    expect(rows[0]?.problems).toHaveLength(5);
    expect(JSON.stringify(told)).not.toContain('Nomsa');
  });
});
