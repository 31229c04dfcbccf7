/** In which form rows leave, how a file is called, and how it is sealed while it waits. */
import type { Services } from '../../base/context';
import type { CountryCode } from '../../base/countries';
import type { PieceSeal } from '../../base/vault';
import { contentTypes, endings, inFileName } from '../../exchange/dhis2/payloads';
import type { Batches, WriteFile } from '../../exchange/export/column';
import { writeCsv } from '../../exchange/export/csv';
import { writeNdjson } from '../../exchange/export/ndjson';
import { writeParquet } from '../../exchange/export/parquet';
import { writeWorkbook } from '../../exchange/export/workbook';
import type { Answered } from '../../execution/export/columns';
import {
  dhis2Forms,
  isForDhis2,
  type Dhis2Form,
  type ExportFormat,
  type RowForm,
} from '../../domain/data-export/data-export.codes';
import type { Exporting } from '../../domain/data-export/data-export.keeping';
import type { Dhis2Given } from '../../domain/data-export/dhis2-asked';
import { keyOfLink } from '../../writing/one-time-link';
import type { FilePlan } from './documents';

interface Form {
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it is text, which is packed while it is kept. */
  readonly isText: boolean;
  /** None where rows are handed on as they are. */
  readonly write: WriteFile | null;
}

const forms: Readonly<Record<RowForm, Form>> = {
  NDJSON: { extension: 'ndjson', mediaType: 'application/x-ndjson; charset=utf-8', isText: true, write: null },
  CSV: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present', isText: true, write: writeCsv },
  XLSX: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isText: false,
    write: writeWorkbook,
  },
  PARQUET: {
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    isText: false,
    write: writeParquet,
  },
};

export const mediaTypeOf = (format: ExportFormat): string =>
  isForDhis2(format) ? contentTypes[dhis2Forms[format]] : forms[format].mediaType;

export const isText = (format: ExportFormat): boolean => isForDhis2(format) || forms[format].isText;

/** `cases-2026-11-30.csv`; the day is that on which it was asked for, in UTC. For a DHIS2 `ZA-2026Q1-hoDsQuarter.json`. */
export function fileNameOf({ root, format, createdAt, variables }: Exporting): string {
  if (isForDhis2(format)) return dhis2NameOf(format, JSON.parse(variables ?? '{}') as Dhis2Given);
  return `${root}-${new Date(createdAt).toISOString().slice(0, 10)}.${forms[format].extension}`;
}

/** More periods are named by the first and the last of them. */
const NAMED_PERIODS = 6;

function dhis2NameOf(format: Dhis2Form, { country, periods, dataSet }: Dhis2Given): string {
  const all = periods.length > NAMED_PERIODS ? [periods[0], 'to', periods.at(-1)] : periods;
  return `${country}-${all.join('-')}-${inFileName(dataSet ?? '').slice(0, 60)}.${endings[dhis2Forms[format]]}`;
}

/** @param pages rows, each as JSON */
export function writtenAs(
  format: RowForm,
  { table, root }: FilePlan,
  pages: AsyncIterable<readonly string[]>,
  { byteOrderMark, hxl }: Exporting,
): AsyncIterable<Buffer> {
  const { write } = forms[format];
  return write ? write(table, cellsOf(table, pages), { byteOrderMark, hxl, title: root }) : writeNdjson(pages);
}

async function* cellsOf(table: FilePlan['table'], pages: AsyncIterable<readonly string[]>): Batches {
  for await (const rows of pages) {
    yield rows.map((text) => {
      const row = JSON.parse(text) as Answered;
      return table.map((column) => column.of(row));
    });
  }
}

/** Opened by whoever has the link, and by nobody else: what is kept of it is a hash. */
export const pieceSeal = (
  app: Services,
  country: CountryCode,
  token: string,
  { id, contentId }: { readonly id: string; readonly contentId: string },
): PieceSeal =>
  app.vault.pieces(keyOfLink(app, country, token), {
    ...{ country, table: 'data_export', column: 'content' },
    row: `${id}/${contentId}`,
  });
