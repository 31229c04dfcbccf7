/** What the import command says by itself, in the language of whoever imports. */
import { askedLocale, type Locale, type Text } from '../base/locale';

/** The language of the terminal, where it is one of ours: `pt_MZ.UTF-8`. */
export function terminalLocale(env: NodeJS.ProcessEnv = process.env): Locale | null {
  const said = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean);
  return askedLocale(said?.replace(/[.@].*$/, '').replace('_', '-'));
}

const text = (en: string, pt: string): Text => ({ en, pt });

/** Descriptions of the command, which are shown before anybody is known. */
export const help = {
  command: text(
    'records from files: CSV, XLSX, NDJSON, exports of KoboToolbox, ODK Central and Primero',
    'registos a partir de ficheiros: CSV, XLSX, NDJSON, exportações do KoboToolbox, ODK Central e Primero',
  ),
  file: text(
    'import a file (“file” may be left out; “import file --help” tells its options); the same again goes on where it broke off, and changes nothing that is done',
    'importar um ficheiro («file» pode omitir-se; «import file --help» diz as opções); o mesmo outra vez continua onde ficou e não altera nada do que está feito',
  ),
  kind: text('what the rows become', 'em que se tornam as linhas'),
  path: text('the file; a ZIP where there are several', 'o ficheiro; um ZIP quando são vários'),
  shape: text(
    'what program it comes from; else it is told by the file',
    'de que programa vem; se não, diz-o o próprio ficheiro',
  ),
  mapping: text(
    'how its columns are called: a JSON file, which is kept (not in a dry run), or the name of one that was',
    'como se chamam as colunas: um ficheiro JSON, que se guarda (excepto num ensaio), ou o nome de uma já guardada',
  ),
  organisation: text(
    'whose records they are, where that is not the account’s own organisation',
    'de quem são os registos, quando não é da organização da conta',
  ),
  dryRun: text('check everything, keep nothing', 'verificar tudo, não guardar nada'),
  findings: text(
    'write what was found in the rows to a file, as JSON lines',
    'escrever num ficheiro o que se encontrou nas linhas, como linhas de JSON',
  ),
  undo: text(
    'take an import back, but for rows that somebody has worked on since',
    'desfazer uma importação, excepto as linhas em que alguém trabalhou entretanto',
  ),
  id: text('id of the import, as it was told', 'id da importação, como foi indicado'),
  template: text('the headings of a file of one’s own, as CSV', 'os cabeçalhos de um ficheiro próprio, em CSV'),
  url: text('where the API is', 'onde está a API'),
  email: text(
    'account that imports; its password is asked for, or that of HANDSOFF_PASSWORD',
    'conta que importa; pede-se a palavra-passe, ou usa-se a de HANDSOFF_PASSWORD',
  ),
  language: text(
    'of messages; else that of the account, or of the terminal (LANG)',
    'das mensagens; se não, a da conta ou a do terminal (LANG)',
  ),
} as const;

export const place = (row: number): Text =>
  row > 0 ? text(`row ${row}`, `linha ${row}`) : text('the file', 'o ficheiro');
export const findingWords = { PROBLEM: text('refused', 'recusada'), WARNING: text('odd', 'estranho') } as const;
export const more = (count: number): Text =>
  text(
    `… and ${count} more (--findings writes all to a file)`,
    `… e mais ${count} (--findings escreve tudo num ficheiro)`,
  );
const ofRows = (count: number): string => `${count} row${count === 1 ? '' : 's'}`;
const ofLines = (count: number): string => `${count} linha${count === 1 ? '' : 's'}`;
export const summary = (
  { rowsRead, rowsMade, rowsKnown, rowsRefused }: Record<'rowsRead' | 'rowsMade' | 'rowsKnown' | 'rowsRefused', number>,
  isDry: boolean,
): Text =>
  text(
    `${ofRows(rowsRead)}: ${rowsMade} ${isDry ? 'could be imported' : 'imported'}, ${rowsKnown} there already, ${rowsRefused} refused.`,
    `${ofLines(rowsRead)}. ${isDry ? 'A importar' : 'Importadas'}: ${rowsMade}; já cá estavam: ${rowsKnown}; recusadas: ${rowsRefused}.`,
  );
/** A line that can be run as it stands. */
export const toUndo = (args: readonly string[]): Text => {
  const command = ['npx handsoff import undo', ...args].join(' ');
  return text(`To take it back: ${command}`, `Para a desfazer: ${command}`);
};
export const unkept = text('Nothing was kept, the mapping neither.', 'Não se guardou nada, nem a correspondência.');
export const undone = (rows: number, kept: number): Text =>
  text(
    `${ofRows(rows)} taken back${kept > 0 ? `; ${kept} left, since somebody has worked on it or something else hangs on it` : ''}.`,
    `Desfeito: ${ofLines(rows)}${kept > 0 ? `; por desfazer: ${kept}, pois alguém trabalhou nisso ou algo mais depende disso` : ''}.`,
  );
export const noImport = text(
  'There is no such import, or it is out of sight of this account.',
  'Essa importação não existe, ou esta conta não a vê.',
);
export const unreadable = (path: string): Text =>
  text(`${path} cannot be read: is it there, and may you read it?`, `${path} não se pode ler: existe, e pode lê-lo?`);
export const brokenOff = text(
  'The answer broke off. Give the same command again: it goes on where it was.',
  'A resposta interrompeu-se. Dê o mesmo comando outra vez: continua onde ficou.',
);
export const severalMappings = (name: string): Text =>
  text(
    `Several mappings are called ${name}: rename all but one.`,
    `Várias correspondências chamam-se ${name}: dê outro nome a todas menos uma.`,
  );
export const noMapping = (said: string): Text =>
  text(
    `There is neither a file ${said} nor a mapping of that name for such rows.`,
    `Não há ficheiro ${said} nem correspondência com esse nome para tais linhas.`,
  );
