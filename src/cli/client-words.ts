/** What a client of the API says by itself, in the language of whoever uses it. */
import type { Text } from '../base/locale';

const text = (en: string, pt: string): Text => ({ en, pt });

export const noAnswer = (url: string, why: string): Text =>
  text(`${url} does not answer (${why}).`, `${url} não responde (${why}).`);
export const answersWith = (url: string, status: number): Text =>
  text(`${url} answers with ${status}.`, `${url} responde com ${status}.`);
export const whoAreYou = text(
  'Say who you are: --email, or a token in HANDSOFF_TOKEN.',
  'Diga quem é: --email, ou um token em HANDSOFF_TOKEN.',
);
export const passwordOf = (email: string): Text => text(`Password of ${email}: `, `Palavra-passe de ${email}: `);
export const codeOfApp = text('Code of the authenticator app: ', 'Código da aplicação de autenticação: ');
export const nobodyThere = text(
  'Nobody is there to type it: set HANDSOFF_TOKEN or HANDSOFF_PASSWORD.',
  'Não há ninguém para a escrever: defina HANDSOFF_TOKEN ou HANDSOFF_PASSWORD.',
);
