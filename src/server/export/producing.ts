/** Makes the file of an export, once: it is sealed while it is made, and counts when all of it is there. */
import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../base/context';
import type { CountryDatabase } from '../../base/countries';
import { present, problem, ProblemError, type Problem } from '../../base/problem';
import { TextTooLong } from '../../exchange/export/workbook';
import { isTableOf } from '../../domain/data-export/data-export.actions';
import { dhis2Forms, isForDhis2, type Dhis2Form, type RowForm } from '../../domain/data-export/data-export.codes';
import { noteMade, type Exporting, type MadeFile } from '../../domain/data-export/data-export.keeping';
import { askedForDhis2, type Dhis2Given } from '../../domain/data-export/dhis2-asked';
import { assertOfRegion, dhis2FileOf } from '../../domain/data-export/dhis2-file';
import type { App } from '../../identity/app';
import { ApiError } from '../../base/errors';
import { packed } from '../../writing/content/packed';
import { counted, measured, sealed, type Measured } from '../../writing/content/pieces';
import { keepContent } from '../../writing/content/store';
import { contextOf } from './context';
import type { Documents } from './documents';
import { isText, pieceSeal, writtenAs } from './file';
import { pagesOf, type Going } from './rows';
import type { Execution } from '../execution';

/** Bytes that a file has at most: what counts them ends there. */
const MOST_BYTES = 2_000_000_000;

export interface Producing {
  readonly app: App;
  readonly documents: Documents;
  readonly execution: Execution;
}

/** How far it is, and what came of it. */
export interface Production extends Going {
  readonly made: Promise<Omit<MadeFile, 'store'> | readonly Problem[]>;
}

/** @param token of the link: it alone opens what is made */
export function produce(parts: Producing, country: CountryDatabase, token: string, exporting: Exporting): Production {
  const going: { rows: number; expected: number } = { rows: 0, expected: 0 };
  return Object.assign(going, { made: make(parts, country, token, exporting, going) });
}

async function make(
  parts: Producing,
  country: CountryDatabase,
  token: string,
  exporting: Exporting,
  going: { rows: number; expected: number },
): Promise<Omit<MadeFile, 'store'> | readonly Problem[]> {
  const { app } = parts;
  try {
    const ctx = await contextOf(app, exporting);
    const file = await keep(parts, country, token, exporting, ctx, going);
    await noteMade(country, app, exporting, file, ctx);
    return file;
  } catch (error) {
    const shapes = problemsOf(error);
    if (shapes) return shapes.problems.map((shape) => present(shape, exporting.locale));
    app.log.error({ err: error, export: exporting.id }, 'The file of an export could not be made');
    return broken().problems.map((shape) => present(shape, exporting.locale));
  }
}

async function keep(
  parts: Producing,
  country: CountryDatabase,
  token: string,
  exporting: Exporting,
  ctx: RequestContext,
  going: { rows: number; expected: number },
): Promise<Omit<MadeFile, 'store'>> {
  const { app } = parts;
  const { id, format } = exporting;
  const given = { ...parts, exporting, ctx, going };
  const bytes = limited(isForDhis2(format) ? forDhis2(given, format) : ofRows(given, format));
  const contentId = randomUUID();
  const known: Partial<Measured> = {};
  const kept = { size: 0 };
  const isPacked = isText(format);
  const file = measured(bytes, known);
  const seal = pieceSeal(app, country.code, token, { id, contentId });
  await keepContent(app, country.code, contentId, sealed(isPacked ? counted(packed(file), kept) : file, seal));
  const { size, digest } = known as Measured;
  return { contentId, rows: going.rows, bytes: size, packedBytes: isPacked ? kept.size : null, sha256: digest };
}

interface Given extends Producing {
  readonly exporting: Exporting;
  readonly ctx: RequestContext;
  readonly going: { rows: number; expected: number };
}

function ofRows({ app, documents, execution, exporting, ctx, going }: Given, format: RowForm): AsyncIterable<Buffer> {
  const { document, variables } = exporting;
  const plan = documents.plan(ctx, { document, variables, isTable: isTableOf(format) });
  const until = Date.now() + app.config.limits.exportTimeoutMs;
  const pages = pagesOf({ ctx, plan, execution, until, going, stands: () => contextOf(app, exporting) });
  return writtenAs(format, plan, pages, exporting);
}

/** In one piece: what a country publishes of some periods is small. */
async function* forDhis2({ documents, exporting, ctx, going }: Given, format: Dhis2Form): AsyncGenerator<Buffer> {
  // The account may be one of a country by now.
  assertOfRegion(ctx.actor);
  const given = JSON.parse(exporting.variables ?? '{}') as Dhis2Given;
  const asked = askedForDhis2(exporting.document, given, dhis2Forms[format]);
  const { body, values } = await dhis2FileOf(documents.api(ctx), asked);
  going.rows += values;
  yield Buffer.from(body);
}

async function* limited(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of parts) {
    size += part.length;
    if (size > MOST_BYTES) throw tooLarge();
    yield part;
  }
}

function problemsOf(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof TextTooLong) return tooLong(error);
  if (error instanceof ApiError)
    return new ProblemError([{ code: error.code, text: { en: error.in('en'), pt: error.in('pt') } }]);
  return undefined;
}

const tooLarge = (): ProblemError =>
  problem(
    'EXPORT_LIMIT',
    'The file would be larger than 2 GB. Ask for fewer columns, or for a part of the rows by a filter.',
    'O ficheiro teria mais de 2 GB. Peça menos colunas, ou uma parte das linhas com um filtro.',
  );

const tooLong = ({ column, length }: TextTooLong): ProblemError =>
  problem(
    'INVALID_INPUT',
    `A text in “${column}” has ${length} characters; a spreadsheet holds 32767. Leave the column out, or choose another form.`,
    `Um texto em «${column}» tem ${length} caracteres; uma folha de cálculo aceita 32767. Omita a coluna, ou escolha outra forma.`,
  );

const broken = (): ProblemError =>
  problem(
    'INTERNAL_SERVER_ERROR',
    'The file could not be made. Open the link again; if that does not help, ask for the export anew.',
    'Não foi possível fazer o ficheiro. Abra de novo a ligação; se isso não ajudar, peça a exportação de novo.',
  );
