/** What a workbook (.xlsx) says of its sheets before they are read: names, date system, formats, shared texts. */
import type { Archive } from './archive';
import { damaged, tooManyTables } from './refusals';
import { attribute, pass, type Handler } from './xml';
import { showsOf, type Shows } from './number-format';
import type { Limits } from '../limits';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as old Macintosh programs did. */
  readonly is1904: boolean;
  /** What the number in a cell of a style is. */
  readonly shows: readonly Shows[];
  readonly texts: readonly string[];
}

const BOOK = 'xl/workbook.xml';
export const isWorkbook = (archive: Archive): boolean => archive.has(BOOK);

const quiet: Handler = { open: () => undefined, close: () => undefined, text: () => undefined };

export async function workbookOf(archive: Archive, limits: Limits): Promise<Workbook> {
  const relations = await relationsOf(archive);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await pass(archive.bytesOf(BOOK, limits.held), {
    ...quiet,
    open: (name, given) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(given['date1904'] ?? '');
      if (name !== 'sheet') return;
      const part = relations.get(attribute(given, 'id') ?? '');
      // A chart has a sheet of its own, and no rows.
      if (part === undefined || !/worksheets\//.test(part)) return;
      sheets.push({ name: given['name'] ?? '', hidden: (given['state'] ?? 'visible') !== 'visible', part });
    },
  });
  if (sheets.length === 0) throw damaged();
  if (sheets.length > limits.sheets) throw tooManyTables(limits.sheets);
  const [shows, texts] = [await stylesOf(archive, limits), await textsOf(archive, limits)];
  return { archive, sheets, is1904, shows, texts };
}

async function relationsOf(archive: Archive): Promise<Map<string, string>> {
  const relations = new Map<string, string>();
  await pass(archive.bytesOf('xl/_rels/workbook.xml.rels'), {
    ...quiet,
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || !Id || !Target) return;
      relations.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  return relations;
}

async function stylesOf(archive: Archive, limits: Limits): Promise<Shows[]> {
  const part = 'xl/styles.xml';
  if (!archive.has(part)) return [];
  const formats = new Map<string, string>();
  const styles: string[] = [];
  let isOfCells = false;
  await pass(archive.bytesOf(part, limits.held), {
    ...quiet,
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, formatCode);
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) styles.push(numFmtId);
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles.map((id) => showsOf(Number(id), formats.get(id)));
}

async function textsOf(archive: Archive, limits: Limits): Promise<string[]> {
  const part = archive.names.find((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  if (!part) return [];
  const texts: string[] = [];
  await pass(
    archive.bytesOf(part, limits.held),
    richText('si', (text) => texts.push(text)),
  );
  return texts;
}

/** Gathers the text of an element with its runs, without how it is pronounced. */
export function richText(element: string, take: (text: string) => void): Handler {
  let [text, isText, pronounced] = ['', false, 0];
  return {
    open: (name) => {
      if (name === element) text = '';
      if (name === 'rPh') pronounced += 1;
      isText = name === 't' && pronounced === 0;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') pronounced -= 1;
      if (name === element) take(unescaped(text));
    },
    text: (piece) => {
      if (isText) text += piece;
    },
  };
}

/** Characters that XML cannot hold, and line ends, are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
