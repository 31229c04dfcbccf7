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

export const refreshTokenInvalid = (): ProblemError =>
  problem(
    'REFRESH_TOKEN_INVALID',
    'Your session has ended. Sign in again.',
    'A sua sessão terminou. Inicie sessão de novo.',
    ['refreshToken'],
  );
