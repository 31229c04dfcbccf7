/** What sign-in and its kin may refuse, in words for people. */
import { problem, type ProblemError } from '../base/problem';

/** One answer for an unknown account, a wrong password and a disabled account. */
export const signInFailed = (): ProblemError =>
  problem('SIGN_IN_FAILED', 'The e-mail or the password is not right.', 'O e-mail ou a palavra-passe não está certo.');

export const tooManyAttempts = (minutes: number): ProblemError =>
  problem(
    'TOO_MANY_ATTEMPTS',
    `Too many attempts. Try again in ${minutes} minutes.`,
    `Demasiadas tentativas. Tente de novo dentro de ${minutes} minutos.`,
  );

export const secondFactorRequired = (): ProblemError =>
  problem(
    'SECOND_FACTOR_REQUIRED',
    'Enter the code of your authenticator app, or one of your recovery codes.',
    'Introduza o código da sua aplicação de autenticação, ou um dos seus códigos de recuperação.',
    ['oneTimeCode'],
  );

export const secondFactorWrong = (): ProblemError =>
  problem(
    'SECOND_FACTOR_WRONG',
    'This code is not right or was used already. Wait for the next one.',
    'Este código não está certo ou já foi usado. Espere pelo próximo.',
    ['oneTimeCode'],
  );

export const passwordChangeRequired = (): ProblemError =>
  problem(
    'PASSWORD_CHANGE_REQUIRED',
    'This password is good once only. Choose a new one of your own as well.',
    'Esta palavra-passe só serve uma vez. Escolha também uma nova, sua.',
    ['newPassword'],
  );

export const passwordUnchanged = (): ProblemError =>
  problem('PASSWORD_UNCHANGED', 'This is the password that you have already.', 'Esta é a palavra-passe que já tem.', [
    'newPassword',
  ]);

/** The password asked of somebody who is signed in already. */
export const passwordWrong = (path: string): ProblemError =>
  problem('PASSWORD_WRONG', 'This is not your password.', 'Esta não é a sua palavra-passe.', [path]);

/** One answer for an unknown or disabled account, and for a code that is wrong, spent or too old. */
export const resetFailed = (): ProblemError =>
  problem(
    'RESET_FAILED',
    'The e-mail or the code is not right, or the code is too old. Ask your administrator for a new one.',
    'O e-mail ou o código não está certo, ou o código é demasiado antigo. Peça um novo ao seu administrador.',
    ['code'],
  );

export const noSuchColleague = (): ProblemError =>
  problem('NOT_FOUND', 'There is no such colleague in your organisation.', 'Não há tal colega na sua organização.', [
    'staffMemberId',
  ]);

export const notAdministered = (): ProblemError =>
  problem(
    'NOT_ALLOWED',
    'You give no code to yourself, nor to somebody whose role is above yours or one of the whole country. The operator of the installation resets that password.',
    'Não pode dar um código a si próprio, nem a quem tenha uma função acima da sua ou de todo o país. O operador da instalação repõe essa palavra-passe.',
    ['staffMemberId'],
  );

export const refreshTokenInvalid = (): ProblemError =>
  problem(
    'REFRESH_TOKEN_INVALID',
    'Your session has ended. Sign in again.',
    'A sua sessão terminou. Inicie sessão de novo.',
    ['refreshToken'],
  );
