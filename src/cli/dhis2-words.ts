/** What the commands for DHIS2 say by themselves, in the language of whoever uses them. */
import type { Text } from '../base/locale';

const text = (en: string, pt: string): Text => ({ en, pt });

/** Descriptions of the commands, which are shown before anybody is known. */
export const help = {
  command: text('published tables for a DHIS2', 'tabelas publicadas para um DHIS2'),
  check: text(
    'what a mapping leaves unmapped, and what does not fit',
    'o que uma correspondência não cobre, e o que não serve',
  ),
  write: text('files that a DHIS2 imports', 'ficheiros que um DHIS2 importa'),
  push: text(
    'send to a DHIS2: each data set by itself; credentials from DHIS2_TOKEN, or DHIS2_USERNAME and DHIS2_PASSWORD',
    'enviar para um DHIS2: cada conjunto de dados por si; credenciais de DHIS2_TOKEN, ou DHIS2_USERNAME e DHIS2_PASSWORD',
  ),
  mapping: text('the mapping, a YAML file', 'a correspondência, um ficheiro YAML'),
  period: text('periods, as DHIS2 names them: 2026Q1 2026', 'períodos, como o DHIS2 os nomeia: 2026Q1 2026'),
  offline: text('look at the mapping alone, and ask nobody', 'ver só a correspondência, sem perguntar a ninguém'),
  format: text('form of what is written', 'formato do que se escreve'),
  out: text('folder that the files go to', 'pasta para os ficheiros'),
  to: text('address of the DHIS2: https://dhis2.example', 'endereço do DHIS2: https://dhis2.example'),
  dryRun: text('let the DHIS2 check everything and keep nothing', 'o DHIS2 verifica tudo e não guarda nada'),
  sent: text(
    'record of what was sent, by which what is hidden now is deleted there; by default beside the mapping',
    'registo do que se enviou, pelo qual se apaga lá o que agora está oculto; por omissão ao lado da correspondência',
  ),
  url: text('where the API is', 'onde está a API'),
  email: text('account of the region; with --release, of the country', 'conta da região; com --release, do país'),
  release: text(
    'release of exact numbers to the country’s own ministry, by its id: sends by it what is not published',
    'autorização de números exactos para o ministério do próprio país, pelo seu id: envia com ela o que não está publicado',
  ),
  language: text(
    'of messages; else that of the account, or of the terminal (LANG)',
    'das mensagens; se não, a da conta ou a do terminal (LANG)',
  ),
} as const;

export const unreadable = (path: string): Text =>
  text(`${path} cannot be read: is it there, and may you read it?`, `${path} não se pode ler: existe, e pode lê-lo?`);
export const warningOf = ({ en, pt }: Text): Text => text(`Note: ${en}`, `Nota: ${pt}`);
export const whole = (path: string): Text =>
  text(`${path}: everything is mapped.`, `${path}: está tudo em correspondência.`);
export const faulty = (count: number): Text =>
  text(
    `${count === 1 ? '1 fault' : `${count} faults`}: as long as there are any, nothing is written or sent.`,
    `${count === 1 ? '1 falha' : `${count} falhas`}: enquanto houver, nada se escreve nem se envia.`,
  );
export const notAsked = text(
  'Places and numbers were not looked at: leave --offline out for that.',
  'Não se viram lugares nem números: para isso, retire --offline.',
);
export const nobody = text(
  'The account is not known any more: sign in again.',
  'A conta já não é conhecida: entre outra vez.',
);
export const written = (path: string, values: number, deletions: number, address: string): Text =>
  text(
    `${path}: ${amount(values, deletions).en}. POST to ${address}`,
    `${path}: ${amount(values, deletions).pt}. POST para ${address}`,
  );
const amount = (values: number, deletions: number): Text =>
  text(
    `${values === 1 ? '1 value' : `${values} values`}${deletions > 0 ? `, ${deletions === 1 ? '1 deletion' : `${deletions} deletions`}` : ''}`,
    `${values === 1 ? '1 valor' : `${values} valores`}${deletions > 0 ? `, ${deletions === 1 ? '1 eliminação' : `${deletions} eliminações`}` : ''}`,
  );
export const unnamedPeriods = text('Say which periods: --period 2026Q1.', 'Indique os períodos: --period 2026Q1.');
export { amount };
