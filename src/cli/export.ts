/** `handsoff export`: rows leave as a file, with the rights of who exports, through the API. */
import { randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Option, type Command } from 'commander';
import type { Locale } from '../base/locale';
import '../domain/all';
import { rowForms } from '../domain/data-export/data-export.codes';
import { AccessPurpose } from '../policy/access-purpose.codes';
import { openClient, type ApiClient } from './api-client';
import { connected } from './connection';
import { download } from './download';
import * as words from './export-words';
import { terminalLocale } from './import-words';
import { Failure, say } from './terminal';

interface Options {
  readonly url: string;
  readonly email?: string;
  readonly language?: Locale;
  readonly locale?: Locale;
  readonly purpose: AccessPurpose;
  readonly variables?: string;
  readonly bom: boolean;
  readonly hxl: boolean;
}

const before = terminalLocale() ?? 'en';

export function exportCommand(program: Command): void {
  const about = (of: keyof typeof words.help): string => words.help[of][before];
  const command = program
    .command('export')
    .argument('<document>', about('document'))
    .argument('<file>', about('output'))
    .description(about('command'))
    .addOption(new Option('--purpose <purpose>', about('purpose')).choices(AccessPurpose.codes).default('REPORTING'))
    .option('--variables <json>', about('variables'))
    .option('--bom', about('byteOrderMark'), false)
    .option('--hxl', about('hxl'), false);
  connected(command, about('email'), before).action((document: string, file: string, options: Options) =>
    run(document, file, options),
  );
}

const extensions = rowForms.map((code) => `.${code.toLowerCase()}`);

async function run(documentPath: string, path: string, options: Options): Promise<void> {
  const { url, email, language, locale: said, purpose, variables, bom, hxl } = options;
  const early = language ?? said ?? before;
  const document = await readFile(documentPath, 'utf8').catch(() => {
    throw new Failure(words.unreadable(documentPath)[early]);
  });
  const format = rowForms.find((code) => `.${code.toLowerCase()}` === extname(path).toLowerCase());
  if (!format) throw new Failure(words.noForm(path, extensions)[early]);
  const client = await openClient(url, email, { asked: language ?? said, before });
  const link = await linkFor(client, { document, variables, format, purpose, byteOrderMark: bom, hxl });
  const partial = `${path}.part`;
  const { rows, bytes, sha256 } = await download(client, link, partial, basename(path));
  await rename(partial, path);
  say(words.written(path, rows, bytes, sha256)[client.locale]);
}

const exportData = `mutation ExportData($input: ExportDataInput!) {
  exportData(input: $input) { url problems { message } } }`;

interface Made {
  readonly exportData: { readonly url: string | null; readonly problems: readonly { readonly message: string }[] };
}

/** Where the file is, at the address at which the API is asked. */
async function linkFor(client: ApiClient, input: object): Promise<string> {
  const { exportData: made } = await client.query<Made>(exportData, {
    input: { ...input, idempotencyKey: randomUUID() },
  });
  if (made.url === null) throw new Failure(made.problems.map(({ message }) => message).join('\n'));
  return `${client.url}${new URL(made.url).pathname}`;
}
