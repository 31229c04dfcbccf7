/** What cannot be read says so, at its row and with what to do; what is too much is never read to its end. */
import { headingsOf, templateOf } from '../../src/exchange/mapping/template';
import { allActions } from '../../src/model/action';
import { workbook, zipped } from '../support/spreadsheet';
import { csv, ofCases, outcome, places, read, xlsx } from './reading';

const lines = (...objects: readonly object[]) => ({
  name: 'rows.ndjson',
  bytes: Buffer.from(objects.map((object) => `${JSON.stringify(object)}\n`).join('')),
});

describe('refused as a whole', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks', Buffer.from(' \n \n'), 'empty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old Excel format'],
    ['a web page', Buffer.from('<html><table><tr><td>source</td></tr></table></html>'), 'web page'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'neither a table nor text'],
    ['UTF-16', Buffer.from('\uFEFFsource\n', 'utf16le'), 'not UTF-8'],
    ['no encoding', Buffer.from('source\n\x81\x8d\n', 'latin1'), 'not UTF-8'],
    ['a list of JSON', Buffer.from('[{"source": "HELPLINE"}]'), 'one JSON list'],
    ['a .zip without tables', zipped({ 'readme.txt': 'x' }), 'neither a workbook'],
    ['half a workbook', workbook([{ name: 'a', rows: [['source'], ['HELPLINE']] }]).subarray(0, 400), 'damaged'],
    [
      'a quotation mark that is never closed',
      Buffer.from('source,externalId\nHELPLINE,1\n"HELPLINE,2\n'),
      'never closed',
    ],
    ['headings that are not known', Buffer.from('a,b\n1,2\n'), 'None of its headings'],
  ])('%s', async (_, bytes, text) => {
    const { problems, rows } = await read({ name: 'file', bytes });
    expect(problems.map((problem) => problem.text.en)).toEqual([expect.stringContaining(text)]);
    expect(problems[0]?.text.pt).not.toEqual(problems[0]?.text.en);
    expect(rows).toEqual([]);
  });

  test('the row is told where a quotation mark opens', async () => {
    const { problems } = await read(csv('source,externalId\nHELPLINE,1\n"HELPLINE,2\n'));
    expect(problems[0]?.row).toBe(3);
  });

  test('a program that it does not come from', async () => {
    const { problems } = await read(csv('source\nHELPLINE\n'), { shape: 'PRIMERO' });
    expect(problems.map(({ text }) => text.en)).toEqual([expect.stringContaining('Primero')]);
  });
});

describe('limits', () => {
  const rows = [['source', 'externalId'], ...Array.from({ length: 30 }, (_, at) => ['HELPLINE', `r${at}`])];
  const asCsv = csv(rows.map((cells) => `${cells.join(',')}\n`).join(''));
  const asXlsx = xlsx(workbook([{ name: 'a', rows }]));

  test.each([
    ['bytes', { bytes: 100 }, asCsv, 'too large'],
    ['rows', { rows: 29 }, asCsv, 'more than 29 rows'],
    ['rows of a workbook', { rows: 29 }, asXlsx, 'more than 29 rows'],
    ['columns', { columns: 1 }, asCsv, 'more than 1 columns'],
    ['columns of a workbook', { columns: 1 }, asXlsx, 'more than 1 columns'],
    [
      'sheets',
      { sheets: 1 },
      xlsx(
        workbook([
          { name: 'a', rows },
          { name: 'b', rows },
        ]),
      ),
      'more than 1 sheets',
    ],
    ['what is packed', { inflated: 500 }, asXlsx, 'packed'],
    ['what is held', { held: 400 }, asXlsx, 'packed'],
    ['lines', { rows: 1 }, lines({ source: 'HELPLINE' }, { source: 'HELPLINE' }), 'more than 1 rows'],
  ])('%s', async (_, limits, file, text) => {
    const { problems, rows: none } = await read(file, { limits });
    expect(problems.map((problem) => problem.text.en)).toEqual([expect.stringContaining(text)]);
    expect(none).toEqual([]);
    expect((await read(file, { limits: {} })).problems).toEqual([]);
  });

  test('a packed file that says less of its size than there is in it is damaged', async () => {
    const { problems } = await read({ name: 'a.zip', bytes: zipped({ 'a.csv': 'source\nHELPLINE\n' }, 3) });
    expect(problems.map(({ text }) => text.en)).toEqual([expect.stringContaining('damaged')]);
  });

  test('rows that have a format and nothing in them do not count', async () => {
    const blank = Array.from({ length: 500 }, () => [null, '']);
    const { problems, rows: found } = await read(xlsx(workbook([{ name: 'a', rows: [...rows, ...blank] }])), {
      limits: { rows: 30 },
    });
    expect({ problems, rows: found.length }).toEqual({ problems: [], rows: 30 });
  });
});

describe('lines of JSON', () => {
  test('are nested as the input itself, and their texts are read like cells', async () => {
    const { shape, rows } = await read(
      lines(
        {
          externalId: 17,
          source: 'Helpline',
          anonymous: false,
          incidents: [
            { violationTypes: ['BEATING', 'Robbery'], detail: { occurredOn: '01/05/2026', detainedHours: 3 } },
            { violationTypes: 'RAPE' },
          ],
        },
        { source: null },
      ),
    );
    expect(shape).toBe('OWN');
    expect(rows.map(({ row, externalId }) => [row, externalId])).toEqual([
      [1, '17'],
      [2, null],
    ]);
    expect(rows[0]?.input).toEqual({
      source: 'HELPLINE',
      anonymous: false,
      incidents: [
        { violationTypes: ['BEATING', 'ROBBERY'], detail: { occurredOn: '2026-05-01', detainedHours: 3 } },
        { violationTypes: ['RAPE'] },
      ],
    });
  });

  test('a name that stands twice in an object is refused, and none that stands in two of them', async () => {
    const text =
      '{"source":"HELPLINE","source":"WALK_IN"}\n{"a":{"source":"x"},"b":[{"a":"\\"a\\":"},{"a":1}]}\n{"b\\u0061":1,"ba":2}\n';
    const { rows } = await read(csv(text, 'rows.ndjson'));
    expect(rows.map(({ problems }) => problems[0]?.text.en.includes('twice'))).toEqual([true, false, true]);
  });

  test('lines of JSON are no export of a program', async () => {
    const { problems } = await read(csv('{"source":"HELPLINE"}\n', 'rows.ndjson'), { shape: 'KOBO' });
    expect(problems.map(({ text }) => text.en)).toEqual([expect.stringContaining('KoboToolbox')]);
    const own = await read(csv('{"source":"HELPLINE"}\n', 'rows.ndjson'), { shape: 'OWN' });
    expect([own.problems.length, own.rows.length]).toEqual([0, 1]);
  });

  test('a first row that is a record is told, and nothing of it', async () => {
    const text = 'Zuleika,+27 82 555 0101,source,2026-05-01\nMarta,+27 82 555 0102,HELPLINE,2026-05-02\n';
    const { problems, warnings } = await read(csv(text));
    expect(problems.map(({ text: said }) => said.en)).toEqual([expect.stringContaining('looks like a row')]);
    expect(JSON.stringify([problems, warnings])).not.toMatch(/Zuleika|555/);
  });

  test.each([
    ['a field', { columns: { When: 'incidents.when' } }, /incidents\.when.*incidents\.violationTypes/],
    ['a part', { columns: { When: 'incident.when' } }, /incident\.when.*source/],
    ['a code', { columns: {}, values: { riskLevel: { bad: 'VERY' } } }, /riskLevel.*High/],
    ['a code of several', { columns: {}, values: { 'incidents.violationTypes': { bad: 'VERY' } } }, /Beating/],
    ['a constant', { columns: {}, constants: { source: 'NOWHERE' } }, /source.*Health or medical services/],
    ['a day', { columns: {}, constants: { openedAt: 'yesterday' } }, /openedAt.*A time is expected/],
    ['yes or no', { columns: {}, constants: { 'incidents.consentReporting': 'maybe' } }, /consentReporting.*yes/i],
    ['a heading', { columns: { When: 'openedAt' } }, /“When”.*It has: source, Who came\./],
  ] as const)('%s that there is not is told with what there is', async (_, mapping, said) => {
    const { problems, rows } = await read(csv('source,Who came\nHELPLINE,x\n'), { mapping });
    expect(problems.map(({ text }) => text.en)).toEqual([expect.stringMatching(said)]);
    expect(problems.map(({ text }) => text.pt)).toEqual([expect.stringMatching(/correspondência/)]);
    expect(rows).toEqual([]);
  });

  test('what is no field, and what is of another form, is refused at its path', async () => {
    const { rows } = await read(
      lines(
        { source: 'HELPLINE', colour: 'red' },
        { incidents: { gbvimsType: 'RAPE' } },
        { incidents: [{ gbvimsType: 'RAPE', more: 1 }, 7] },
        { survivor: 'somebody', source: ['HELPLINE'] },
      ),
    );
    expect(rows.map((row) => places(row.problems))).toEqual([
      [''],
      ['incidents'],
      ['incidents.0', 'incidents.1'],
      ['survivor', 'source'],
    ]);
  });

  test('a line that is no object is refused alone', async () => {
    const bytes = Buffer.from('{"source": "HELPLINE"}\n\nnothing\n{"source": "HELPLINE"}');
    const { rows } = await read({ name: 'a.json', bytes });
    expect(rows.map(({ row, problems }) => [row, problems.length])).toEqual([
      [1, 0],
      [3, 1],
      [4, 0],
    ]);
  });

  test('come not together with tables', async () => {
    const { problems } = await read([lines({ source: 'HELPLINE' }), csv('source\nHELPLINE\n')]);
    expect(problems).toHaveLength(1);
  });
});

describe('the template', () => {
  test('has a heading for everything that an input takes, and each is read as that', async () => {
    for (const { input } of allActions.values()) {
      const headings = headingsOf(input);
      const { tables } = await read({ name: 'a.csv', bytes: Buffer.from(templateOf(input)) }, { input });
      if (headings.length > 1) expect(tables.map(({ paths }) => paths)).toEqual([headings]);
    }
  });

  test('a filled template says what stands in it', async () => {
    const headings = headingsOf(ofCases);
    const said = { externalId: 'A-1', source: 'Linha de ajuda', 'incidents.0.detail.occurredOn': '1 de Maio de 2026' };
    const cells = headings.map((heading) => said[heading as keyof typeof said] ?? '');
    const { rows } = await read(csv(`${templateOf(ofCases)}${cells.join(',')}\r\n`));
    expect(rows.map(outcome)).toEqual([
      [2, { source: 'HELPLINE', incidents: [{ detail: { occurredOn: '2026-05-01' } }] }],
    ]);
  });
});
