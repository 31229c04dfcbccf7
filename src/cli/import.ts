/** `handsoff import`: the rows of a file become records, with the rights of who imports them, through the API. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import { locales, type Locale } from '../base/locale';
import '../domain/all';
import { ImportKind } from '../domain/import/import.codes';
import { kindOfImport } from '../domain/import/import.kinds';
import { ImportShape } from '../exchange/shape.codes';
import { templateOf } from '../exchange/mapping/template';
import { openClient, type ApiClient } from './api-client';
import { follow, type Counts, type Finding } from './import-progress';
import { mappingFor } from './import-mapping';
import { Failure, say } from './terminal';

interface Connection {
  readonly url: string;
  readonly email?: string;
  readonly language: Locale;
}

interface Options extends Connection {
  readonly shape?: ImportShape;
  readonly mapping?: string;
  readonly organisation?: string;
  readonly dryRun: boolean;
  readonly findings?: string;
}

/** Findings that are shown; a file can have all. */
const SHOWN = 30;

export function importCommands(program: Command): void {
  const command = program
    .command('import')
    .description('records from files: CSV, XLSX, NDJSON, exports of KoboToolbox, ODK Central and Primero');
  connected(
    command
      .command('file', { isDefault: true })
      .addArgument(new Argument('<kind>', 'what the rows become').choices(ImportKind.codes.map(spoken)))
      .argument('<file>', 'the file; a ZIP where there are several')
      .description('import a file; the same again goes on where it broke off, and changes nothing that is done')
      .addOption(
        new Option('--shape <shape>', 'what program it comes from; else it is told by the file').choices(
          ImportShape.codes,
        ),
      )
      .option(
        '--mapping <file or name>',
        'how its columns are called: a JSON file, which is kept, or the name of one that was',
      )
      .option('--organisation <id>', 'whose records they are, where that is not the account’s own organisation')
      .option('--dry-run', 'check everything, keep nothing', false)
      .option('--findings <file>', 'write what was found in the rows to a file, as JSON lines'),
  ).action((kind: string, file: string, options: Options) => run(kindOf(kind), file, options));
  connected(
    command
      .command('undo')
      .argument('<id>', 'id of the import, as it was told')
      .description('take an import back, but for rows that somebody has worked on since'),
  ).action((id: string, options: Connection) => undo(id, options));
  command
    .command('template')
    .addArgument(new Argument('<kind>', 'what the rows become').choices(ImportKind.codes.map(spoken)))
    .description('the headings of a file of one’s own, as CSV')
    .action((kind: string) => say(templateOf(kindOfImport(kindOf(kind)).input)));
}

const spoken = (code: string): string => code.toLowerCase().replaceAll('_', '-');
const kindOf = (said: string): ImportKind => ImportKind.codes.find((code) => spoken(code) === said) as ImportKind;

const connected = (command: Command): Command =>
  command
    .option('--url <url>', 'where the API is', process.env.HANDSOFF_URL ?? 'http://localhost:4000')
    .option(
      '--email <address>',
      'account that imports; its password is asked for, or that of HANDSOFF_PASSWORD',
      process.env.HANDSOFF_EMAIL,
    )
    .addOption(new Option('--language <language>', 'of messages').choices(locales).default('en'));

const prepare = `mutation PrepareImport($input: PrepareImportInput!) {
  prepareImport(input: $input) { dataImport { id status } problems { message path } } }`;

interface Prepared {
  readonly prepareImport: {
    readonly dataImport: { readonly id: string; readonly status: string } | null;
    readonly problems: readonly { readonly message: string }[];
  };
}

async function run(kind: ImportKind, path: string, options: Options): Promise<void> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Failure(`${path}: ${error.message}`);
  });
  const client = await openClient(options.url, options.email, options.language);
  const mappingId = options.mapping === undefined ? undefined : await mappingFor(client, kind, options.mapping);
  const { shape, organisation: organisationId, dryRun } = options;
  const fileName = basename(path);
  const input = { kind, shape, fileName, mappingId, organisationId, dryRun };
  const id = await begun(client, input, bytes);
  const { counts, findings } = await follow(client, id, fileName, bytes);
  await report(id, counts, findings, options);
}

/** The same file again is the same import, unless that was taken back. */
async function begun(client: ApiClient, input: object, bytes: Buffer): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(input)).update(bytes).digest('hex');
  const found = await prepared(client, { ...input, idempotencyKey: `import ${digest}` });
  if (!found.status.startsWith('UND')) return found.id;
  return (await prepared(client, { ...input, idempotencyKey: `import ${randomUUID()}` })).id;
}

async function prepared(client: ApiClient, input: object): Promise<{ readonly id: string; readonly status: string }> {
  const { prepareImport } = await client.query<Prepared>(prepare, { input });
  if (prepareImport.dataImport) return prepareImport.dataImport;
  throw new Failure(prepareImport.problems.map(({ message }) => message).join('\n'));
}

async function report(id: string, counts: Counts, findings: readonly Finding[], options: Options): Promise<void> {
  const { rowsRead, rowsMade, rowsKnown, rowsRefused } = counts;
  for (const one of findings.slice(0, SHOWN)) {
    const place = [one.row > 0 ? `row ${one.row}` : 'the file', one.sheet, one.column ?? one.path]
      .filter(Boolean)
      .join(', ');
    say(`${one.finding === 'PROBLEM' ? 'refused' : 'odd'}: ${place}: ${one.message}`);
  }
  if (findings.length > SHOWN) say(`… and ${findings.length - SHOWN} more (--findings writes all to a file)`);
  if (options.findings !== undefined) {
    await writeFile(options.findings, findings.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
  const made = options.dryRun ? 'could be imported' : 'imported';
  say(`${rowsRead} rows: ${rowsMade} ${made}, ${rowsKnown} imported before, ${rowsRefused} refused.`);
  if (!options.dryRun) say(`To take it back: handsoff import undo ${id}`);
  if (rowsRefused > 0) process.exitCode = 2;
}

const state = `query Import($id: ID!) { dataImport(id: $id) { id version status rowsUndone rowsKept } }`;
const takeBack = `mutation UndoImport($input: UndoImportInput!) {
  undoImport(input: $input) { dataImport { version status rowsUndone rowsKept } problems { message } } }`;

interface State {
  readonly version: number;
  readonly status: string;
  readonly rowsUndone: number;
  readonly rowsKept: number;
}

interface Undone {
  readonly undoImport: {
    readonly dataImport: State | null;
    readonly problems: readonly { readonly message: string }[];
  };
}

async function undo(id: string, { url, email, language }: Connection): Promise<void> {
  const client = await openClient(url, email, language);
  const { dataImport } = await client.query<{ readonly dataImport: State | null }>(state, { id });
  if (!dataImport) throw new Failure('There is no such import, or it is out of sight of this account.');
  let now: State = dataImport;
  do now = await undoPart(client, id, now.version);
  while (now.status === 'UNDOING');
  say(`${now.rowsUndone} rows taken back; ${now.rowsKept} stay, since somebody has worked on them.`);
}

async function undoPart(client: ApiClient, id: string, expectedVersion: number): Promise<State> {
  const input = { idempotencyKey: randomUUID(), id, expectedVersion };
  const { undoImport } = await client.query<Undone>(takeBack, { input });
  if (undoImport.dataImport) return undoImport.dataImport;
  throw new Failure(undoImport.problems.map(({ message }) => message).join('\n'));
}
