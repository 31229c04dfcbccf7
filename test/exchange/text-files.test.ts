/** Tables as text, as each program and country writes them, and what their columns are taken for. */
import { zipped } from '../support/spreadsheet';
import { csv, inputOf, mapped, read } from './reading';

const ON = 'incidents.0.detail.occurredOn';
const found = (occurredOn: string) => ({ incidents: [{ detail: { occurredOn } }] });
const texts = (findings: readonly { readonly text: { readonly en: string } }[]) => findings.map(({ text }) => text.en);

describe('text files', () => {
  test('a byte order mark, mixed line ends, quoted line breaks and semicolons; rows are counted as a spreadsheet shows them', async () => {
    const text = `\uFEFFexternalId;incidents.0.narrative.text\r\n1;"one\r\ntwo; ""three"""\n\n2;four\r3;"5"" pipe"\n4;5" pipe\n`;
    const { rows } = await read(csv(text));
    const narrative = (found: string) => ({ incidents: [{ narrative: { text: found } }] });
    expect(rows.map(({ row, externalId, input }) => [row, externalId, input])).toEqual([
      [2, '1', narrative('one\ntwo; "three"')],
      [4, '2', narrative('four')],
      [5, '3', narrative('5" pipe')],
      [6, '4', narrative('5" pipe')],
    ]);
  });

  test.each([',', ';', '\t', '|'])('the delimiter %p is told by the content', async (delimiter) => {
    const lines = [
      ['externalId', ON, 'registeredAtOffice'],
      ['1', '2026-05-01', '"a, b; c"'],
    ].map((cells) => cells.join(delimiter));
    const { rows } = await read(csv(lines.join('\n')));
    expect(rows[0]?.input).toEqual({ ...found('2026-05-01'), registeredAtOffice: 'a, b; c' });
    const said = await read(csv(`sep=${delimiter}\r\n${lines.join('\r\n')}`));
    expect(said.rows.map(({ row }) => row)).toEqual([3]);
  });

  test('the delimiter is told from the beginning of a long file, even where that ends within a cell', async () => {
    const long = Array.from({ length: 300 }, (_, at) => `${at};"${'line, \n'.repeat(60)}";2026-05-01\n`).join('');
    const { rows } = await read(csv(`externalId;incidents.0.narrative.text;${ON}\n${long}`));
    expect(rows).toHaveLength(300);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rows[299]).toMatchObject({ row: 301, externalId: '299', input: found('2026-05-01') });
  });

  test('Windows-1252, as spreadsheet programs write it, is read with a warning', async () => {
    const bytes = Buffer.from('externalId;registeredAtOffice\r\n1;S\xe3o \x93Jos\xe9\x94 \x80\r\n', 'latin1');
    const { rows, warnings } = await read({ name: 'a.csv', bytes });
    expect(rows[0]?.input).toEqual({ registeredAtOffice: 'São “José” €' });
    expect(texts(warnings)).toEqual([expect.stringContaining('Windows-1252')]);
  });

  test('equal headings are kept apart', async () => {
    const { rows, tables } = await read(
      csv('Place,Place,Place\na,b,c\n'),
      mapped({ 'Place (2)': 'registeredAtOffice' }),
    );
    expect(tables[0]?.headings).toEqual(['Place', 'Place (2)', 'Place (3)']);
    expect(rows[0]?.input).toEqual({ registeredAtOffice: 'b' });
  });

  test('a field that two columns say is taken from the first, and the other is told', async () => {
    const { rows, warnings } = await read(csv('When,Date\n2026-05-01,2026-05-02\n'), mapped({ When: ON, Date: ON }));
    expect(rows[0]?.input).toEqual(found('2026-05-01'));
    expect(warnings.map(({ column, text }) => [column, text.en])).toEqual([
      ['B', expect.stringContaining('same field')],
    ]);
  });
});

describe('headings and mappings', () => {
  test('paths in any case, with and without positions; descriptions where no mapping says anything', async () => {
    const { tables } = await read(
      csv('INCIDENTS.DETAIL.OCCURREDON,incidents.1.gbvimsType,Year of birth,Name,Colour\n2026-05-01,RAPE,1990,a,b\n'),
    );
    expect(tables[0]?.paths).toEqual([ON, 'incidents.1.gbvimsType', 'survivor.demographics.birthYear', null, null]);
  });

  test('a heading that nothing is known of is told once, and its values are not imported', async () => {
    const { rows, warnings } = await read(csv(`${ON},Colour\n2026-05-01,red\n2026-05-02,blue\n`));
    expect(warnings.map(({ column, heading }) => [column, heading])).toEqual([['B', 'Colour']]);
    expect(rows.map(({ input }) => input)).toEqual([found('2026-05-01'), found('2026-05-02')]);
  });

  test('what a mapping names and is not there stops everything', async () => {
    const file = csv(`${ON},Colour\n2026-05-01,red\n`);
    for (const { mapping } of [
      mapped({ Missing: ON }),
      mapped({ Colour: 'colour' }),
      mapped({}, { colour: { red: 'RED' } }),
      { mapping: { columns: {}, constants: { source: 'NONE' } } },
    ]) {
      const { problems, rows } = await read(file, { mapping });
      expect(problems).toHaveLength(1);
      expect(rows).toEqual([]);
    }
  });

  test('words of the file become codes, and what every row has comes in where nothing is said', async () => {
    const { rows } = await read(csv('Como,Onde\npolícia,rua\n,-\n'), {
      mapping: {
        columns: { Como: 'source', Onde: 'incidents.locationType' },
        values: { source: { Policia: 'POLICE_OTHER_SECURITY_ACTOR' }, 'incidents.locationType': { rua: 'ROAD' } },
        constants: { source: 'HELPLINE', 'incidents.consentReporting': false },
      },
    });
    expect(rows.map(({ input }) => input)).toEqual([
      { source: 'POLICE_OTHER_SECURITY_ACTOR', incidents: [{ locationType: 'ROAD', consentReporting: false }] },
      { source: 'HELPLINE' },
    ]);
  });

  test('lists have no gaps, and origins and problems are where the values are', async () => {
    const { rows } = await read(
      csv('incidents.0.gbvimsType,incidents.3.gbvimsType,incidents.3.narrative.text\n,RAPE,text\n'),
    );
    expect(rows[0]?.input).toEqual({ incidents: [{ gbvimsType: 'RAPE', narrative: { text: 'text' } }] });
    expect(rows[0]?.origins.get('incidents.0.gbvimsType')).toEqual({ column: 'B', heading: 'incidents.3.gbvimsType' });
  });

  test('ids of other records stay as the text that was there', async () => {
    const { rows } = await read(csv('title,districtId\nA,Tshwane\n'), { input: inputOf('planTraining') });
    expect(rows[0]?.input).toEqual({ title: 'A', districtId: 'Tshwane' });
  });
});

test('a workbook and a .zip of tables are told from each other by what is in them', async () => {
  const { rows } = await read({
    name: 'a.xlsx',
    bytes: zipped({ 'a.csv': `${ON}\n2026-05-01\n`, 'media/p.jpg': 'x' }),
  });
  expect(rows.map(({ input }) => input)).toEqual([found('2026-05-01')]);
});
