/** Files as tables or lines: what a file is is told by its content; its name is not asked. */
import { Archive } from './archive';
import { csvSheet } from './csv';
import { beginningOf, textOf, type TextFile } from './encoding';
import * as refusal from './refusals';
import { FileRefused, type Sheet } from './sheet';
import { isWorkbook, workbookOf } from './workbook';
import { worksheet } from './worksheet';
import type { Limits } from '../limits';

export interface GivenFile {
  /** What people call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Lines {
  readonly file: string;
  readonly text: TextFile;
}

/** Tables, or lines of JSON. */
export interface Opened {
  readonly sheets: readonly Sheet[];
  readonly lines: readonly Lines[];
}

/** A file that cannot be opened, with its name. */
export class NotOpened extends Error {
  constructor(
    readonly file: string,
    readonly refusal: FileRefused,
  ) {
    super(refusal.message);
  }
}

/** @throws NotOpened */
export async function openFiles(files: readonly GivenFile[], limits: Limits): Promise<Opened> {
  const opened: { sheets: Sheet[]; lines: Lines[] } = { sheets: [], lines: [] };
  let bytes = 0;
  for (const { name, bytes: content } of files) {
    try {
      bytes += content.byteLength;
      if (bytes > limits.bytes) throw refusal.tooLarge(Math.floor(limits.bytes / 1024 / 1024));
      const { sheets, lines } = await open(
        name,
        Buffer.from(content.buffer, content.byteOffset, content.byteLength),
        limits,
      );
      opened.sheets.push(...sheets);
      opened.lines.push(...lines);
      if (opened.sheets.length > limits.sheets) throw refusal.tooManyTables(limits.sheets);
      if (opened.sheets.length > 0 && opened.lines.length > 0) throw refusal.mixedFormats();
    } catch (error) {
      if (error instanceof FileRefused) throw new NotOpened(name, error);
      throw error;
    }
  }
  return opened;
}

async function open(name: string, bytes: Buffer, limits: Limits): Promise<Opened> {
  if (bytes.length === 0) throw refusal.empty();
  const magic = bytes.toString('latin1', 0, 8);
  if (magic.startsWith('\xd0\xcf\x11\xe0')) throw refusal.oldWorkbook();
  if (!magic.startsWith('PK')) return openText(name, bytes, limits);
  const archive = await Archive.of(bytes, limits);
  if (!isWorkbook(archive)) return openPacked(archive, limits);
  const book = await workbookOf(archive, limits);
  return { sheets: book.sheets.map((sheet) => worksheet(name, book, sheet, limits)), lines: [] };
}

function openText(name: string, bytes: Buffer, limits: Limits): Opened {
  const text = textOf(bytes);
  const beginning = beginningOf(text).trimStart();
  if (beginning === '') throw refusal.empty();
  if (/^<(!doctype|html|table|\?xml)/i.test(beginning)) throw refusal.webPage();
  if (beginning.startsWith('%PDF')) throw refusal.noText();
  if (/^\[\s*[[{\]]/.test(beginning)) throw refusal.jsonList();
  if (/^\{\s*["}]/.test(beginning)) return { sheets: [], lines: [{ file: name, text }] };
  return { sheets: [csvSheet(name, text, limits)], lines: [] };
}

/** A form and its repeats in a .zip; pictures beside them are left. */
async function openPacked(archive: Archive, limits: Limits): Promise<Opened> {
  const names = archive.names.filter((name) => /\.csv$/i.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name));
  if (names.length === 0) throw refusal.otherPacked();
  if (names.length > limits.sheets) throw refusal.tooManyTables(limits.sheets);
  const sheets: Sheet[] = [];
  let left = limits.held;
  for (const name of names) {
    const bytes = await archive.whole(name, left);
    left -= bytes.length;
    if (bytes.length > 0) sheets.push(csvSheet(name.slice(name.lastIndexOf('/') + 1), textOf(bytes), limits));
  }
  if (sheets.length === 0) throw refusal.empty();
  return { sheets, lines: [] };
}
