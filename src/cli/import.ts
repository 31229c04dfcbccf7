/** `handsoff import`: the rows of a file become records, with the rights of who imports them, through the API. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import { locales, type Locale, type Text } from '../base/locale';
import '../domain/all';
import { ImportKind } from '../domain/import/import.codes';
import { kindOfImport } from '../domain/import/import.kinds';
import { ImportShape } from '../exchange/shape.codes';
import { templateOf } from '../exchange/mapping/template';
import { openClient, type ApiClient } from './api-client';
import { connected, repeated } from './connection';
import { follow, type Counts, type Finding } from './import-progress';
import { mappingFor } from './import-mapping';
import * as words from './import-words';
import { terminalLocale } from './import-words';
import { Failure, say } from './terminal';

interface Connection {
  readonly url: string;
  readonly email?: string;
  readonly language?: Locale;
  readonly locale?: Locale;
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

/** Before it is known who somebody is, the terminal's language counts. */
const before = terminalLocale() ?? 'en';

export function importCommands(program: Command): void {
  const about = (of: keyof typeof words.help): string => words.help[of][before];
  const kindArgument = (): Argument => new Argument('<kind>', about('kind')).choices(ImportKind.codes.map(spoken));
  const command = program.command('import').description(about('command'));
  connected(
    command
      .command('file', { isDefault: true })
      .addArgument(kindArgument())
      .argument('<file>', about('path'))
      .description(about('file'))
      .addOption(new Option('--shape <shape>', about('shape')).choices(ImportShape.codes))
      .option('--mapping <file or name>', about('mapping'))
      .option('--organisation <id>', about('organisation'))
      .option('--dry-run', about('dryRun'), false)
      .option('--findings <file>', about('findings')),
    about('email'),
    before,
  ).action((kind: string, file: string, options: Options) => run(kindOf(kind), file, options));
  connected(
    command.command('undo').argument('<id>', about('id')).description(about('undo')),
    about('email'),
    before,
  ).action((id: string, options: Connection) => undo(id, options));
  command
    .command('template')
    .addArgument(kindArgument())
    .description(about('template'))
    .action((kind: string) => say(templateOf(kindOfImport(kindOf(kind)).input)));
}

const spoken = (code: string): string => code.toLowerCase().replaceAll('_', '-');
const kindOf = (said: string): ImportKind => ImportKind.codes.find((code) => spoken(code) === said) as ImportKind;

const clientOf = ({ url, email, language, locale }: Connection): Promise<ApiClient> =>
  openClient(url, email, { asked: language ?? locale, before });

const prepare = `mutation PrepareImport($input: PrepareImportInput!) {
  prepareImport(input: $input) { dataImport { id status } problems { message path } } }`;

interface Prepared {
  readonly prepareImport: {
    readonly dataImport: { readonly id: string; readonly status: string } | null;
    readonly problems: readonly { readonly message: string }[];
  };
}

async function run(kind: ImportKind, path: string, options: Options): Promise<void> {
  const { shape, organisation: organisationId, dryRun, mapping: said, language, locale } = options;
  const bytes = await readFile(path).catch(() => {
    throw new Failure(words.unreadable(path)[language ?? locale ?? before]);
  });
  const client = await clientOf(options);
  const mapping = said === undefined ? {} : await mappingFor(client, kind, said, !dryRun);
  const fileName = basename(path);
  const input = { kind, shape, fileName, ...mapping, organisationId, dryRun };
  const id = await begun(client, input, bytes);
  const { counts, findings } = await follow(client, id, fileName, bytes);
  if (options.findings !== undefined) {
    await writeFile(options.findings, findings.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
  for (const line of reportOf(counts, findings, dryRun ? null : [id, ...repeated(options)])) say(line[client.locale]);
  if (counts.rowsRefused > 0) process.exitCode = 2;
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

/** @param back what takes it back is asked for with, its id first; null: it was only looked at */
export function reportOf(counts: Counts, findings: readonly Finding[], back: readonly string[] | null): Text[] {
  const others = findings.length - SHOWN;
  return [
    ...findings.slice(0, SHOWN).map(lineOf),
    ...(others > 0 ? [words.more(others)] : []),
    words.summary(counts, back === null),
    back === null ? words.unkept : words.toUndo(back),
  ];
}

/** Where, and what: the column, or the field where no column says it. */
function lineOf({ finding, row, sheet, column, path, message }: Finding): Text {
  const within = [sheet, column || path].filter(Boolean);
  const [en, pt] = locales.map((locale) =>
    [words.findingWords[finding][locale], [words.place(row)[locale], ...within].join(', '), message].join(': '),
  );
  return { en, pt } as Text;
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

async function undo(id: string, options: Connection): Promise<void> {
  const client = await clientOf(options);
  const { locale } = client;
  const { dataImport } = await client.query<{ readonly dataImport: State | null }>(state, { id });
  if (!dataImport) throw new Failure(words.noImport[locale]);
  let now: State = dataImport;
  do now = await undoPart(client, id, now.version);
  while (now.status === 'UNDOING');
  say(words.undone(now.rowsUndone, now.rowsKept)[locale]);
}

async function undoPart(client: ApiClient, id: string, expectedVersion: number): Promise<State> {
  const input = { idempotencyKey: randomUUID(), id, expectedVersion };
  const { undoImport } = await client.query<Undone>(takeBack, { input });
  if (undoImport.dataImport) return undoImport.dataImport;
  throw new Failure(undoImport.problems.map(({ message }) => message).join('\n'));
}
