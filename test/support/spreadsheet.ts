/** Workbooks and packed files as people's programs write them, made in a test: cell by cell, and with what is odd in them. */
import { crc32, deflateRawSync } from 'node:zlib';

/** Packs files as .zip; `claimed` is what the packed file says of the size of each, where that is not so. */
export function zipped(files: Readonly<Record<string, string | Buffer>>, claimed?: number): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [plain, path] = [Buffer.from(content), Buffer.from(name)];
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimed ?? plain.length, 18);
    head.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, entry, path);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, packed]);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** A cell: text, number, boolean, a number that is shown in a format, an error, a formula with its result or without. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { readonly number: number; readonly format: string }
  | { readonly error: string }
  | { readonly formula: string; readonly result?: string | number };

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: true;
  /** A blank list is a row that is not there. */
  readonly rows: readonly (readonly MadeCell[])[];
  /** Areas such as `A1:C1`. */
  readonly merged?: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '_x000D_');

const letter = (at: number): string =>
  (at >= 26 ? letter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook (.xlsx). */
export function workbook(sheets: readonly MadeSheet[], { is1904 = false } = {}): Buffer {
  const [formats, texts]: [string[], string[]] = [[], []];
  const pages = sheets.map((sheet) => sheetXml(sheet, formats, texts));
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const styles = formats.map((format, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`);
  const xfs = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return zipped({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${styles.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(pages.map((page, at) => [`xl/worksheets/sheet${at + 1}.xml`, page])),
  });
}

function sheetXml({ rows, merged = [] }: MadeSheet, formats: string[], texts: string[]): string {
  const xml = rows.map((cells, row) => {
    if (cells.length === 0) return '';
    const made = cells.map((cell, at) => cellXml(cell, `${letter(at)}${row + 1}`, formats, texts));
    return `<row r="${row + 1}">${made.join('')}</row>`;
  });
  const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join('');
  return `<worksheet xmlns="${main}"><sheetData>${xml.join('')}</sheetData>${areas && `<mergeCells>${areas}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: MadeCell, at: string, formats: string[], texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  if ('formula' in cell) {
    const { formula, result } = cell;
    const type = typeof result === 'string' ? ' t="str"' : '';
    return `<c r="${at}"${type}><f>${escaped(formula)}</f>${result === undefined ? '' : `<v>${escaped(String(result))}</v>`}</c>`;
  }
  const known = formats.indexOf(cell.format);
  const style = known < 0 ? formats.push(cell.format) : known + 1;
  return `<c r="${at}" s="${style}"><v>${cell.number}</v></c>`;
}
