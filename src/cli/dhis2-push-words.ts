/** What is told while something is sent to a DHIS2. */
import type { Text } from '../base/locale';
import type { Judgement } from '../exchange/dhis2/reply';
import { amount } from './dhis2-words';

const text = (en: string, pt: string): Text => ({ en, pt });

export const badAddress = (to: string): Text =>
  text(
    `${to} is no address of a DHIS2: write https://…, without user, password, query. Without https only on this machine.`,
    `${to} não é um endereço de um DHIS2: escreva https://…, sem utilizador, palavra-passe nem parâmetros. Sem https só nesta máquina.`,
  );
export const noCredentials = text(
  'Set DHIS2_TOKEN, or DHIS2_USERNAME and DHIS2_PASSWORD.',
  'Defina DHIS2_TOKEN, ou DHIS2_USERNAME e DHIS2_PASSWORD.',
);
export const noVersion = (to: string, why: string): Text =>
  text(
    `${to} does not tell its version (${why}), and how it imports hangs on that. Nothing was sent.`,
    `${to} não indica a sua versão (${why}), e dela depende como importa. Nada se enviou.`,
  );
export const version = (to: string, said: string): Text => text(`${to} is DHIS2 ${said}.`, `${to} é o DHIS2 ${said}.`);
export const again = (why: string, seconds: number): Text =>
  text(
    `It did not take it (${why}); again in ${seconds} s.`,
    `Não recebeu (${why}); outra vez dentro de ${seconds} s.`,
  );
export const answersWith = (status: number, to: string | null): Text =>
  to === null
    ? text(`It answers with ${status}.`, `Responde com ${status}.`)
    : text(`It answers with ${status} and leads to ${to}.`, `Responde com ${status} e remete para ${to}.`);
export const noAnswer = (why: string): Text => text(`It does not answer (${why}).`, `Não responde (${why}).`);
export const stillAtWork = (task: string): Text =>
  text(
    `It is still at work on it: task ${task}. Look there, then send again.`,
    `Ainda está a tratar disso: tarefa ${task}. Veja lá, e depois envie outra vez.`,
  );

const became: Readonly<Record<Exclude<Judgement['outcome'], 'WAITS'>, Text>> = {
  SUCCESS: text('taken', 'aceite'),
  PART: text('taken in part', 'aceite em parte'),
  REFUSED: text('REFUSED, nothing of it was taken', 'RECUSADO, nada foi aceite'),
  UNKNOWN: text('UNKNOWN, it may have been taken or not', 'NÃO SE SABE, pode ter sido aceite ou não'),
};

export interface Outcome {
  readonly outcome: Judgement['outcome'];
  /** How many were refused; null: that is not said. */
  readonly refused: number | null;
  /** How many changed nothing there. */
  readonly idle: number;
}

export function outcomeOf(
  dataSet: string,
  [values, deletions]: readonly [number, number],
  { outcome, refused, idle }: Outcome,
): Text {
  const how = outcome === 'WAITS' ? became.UNKNOWN : became[outcome];
  const part = outcome === 'PART' && refused !== null;
  const told = amount(values, deletions);
  return text(
    `${dataSet}: ${told.en}: ${how.en}${part ? `, ${refused} refused` : ''}${idle > 0 ? ` (${idle} changed nothing there)` : ''}.`,
    `${dataSet}: ${told.pt}: ${how.pt}${part ? `, ${refused} ${refused === 1 ? 'recusado' : 'recusados'}` : ''}${idle > 0 ? ` (${idle} nada mudaram lá)` : ''}.`,
  );
}

/** @param cell the first of so many */
export const reason = (cell: string, count: number, why: string): Text =>
  count > 1
    ? text(
        `  refused ${count}, the first of them ${cell}: ${why}`,
        `  recusados ${count}, o primeiro deles ${cell}: ${why}`,
      )
    : text(`  refused ${cell}: ${why}`, `  recusado ${cell}: ${why}`);
export const general = (why: string): Text => text(`  it says: ${why}`, `  diz: ${why}`);
export const more = (count: number): Text => text(`  … and ${count} more`, `  … e mais ${count}`);
export const notCompleted = (forms: number): Text =>
  text(
    `  Forms that were not marked as complete: ${forms}.`,
    `  Formulários que não ficaram marcados como completos: ${forms}.`,
  );
export const dryRun = text('It was a dry run: nothing was kept.', 'Foi um ensaio: nada se guardou.');
export const recorded = (path: string): Text =>
  text(
    `What was taken stands in ${path}: keep it for the next time.`,
    `O que foi aceite está em ${path}: guarde-o para a próxima vez.`,
  );
export const withoutRecord = (path: string): Text =>
  text(
    `There is no ${path}: of what was sent before, nothing will be deleted.`,
    `Não há ${path}: do que se enviou antes, nada se apagará.`,
  );
