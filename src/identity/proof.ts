/** Proving who one is: by password, under lockout, and by a second factor where the account has one. */
import type { Pool } from 'pg';
import { ProblemError } from '../base/problem';
import { findCredentials, type Credentials } from './account-holder';
import { unauthenticated } from '../base/refusals';
import type { Caller } from './trail';
import { normaliseEmail } from './email';
import { PasswordVerifier } from './password';
import * as refusal from './refusals';
import type { SecondFactor } from './second-factor';
import type { SignInEventKind } from './sign-in-event.entity';
import type { Attempt, Throttle } from './throttle';
import type { Subject, Trail } from './trail';

/** Credentials whose password was shown, with the attempt that it counted as. */
export interface Proof {
  readonly credentials: Credentials;
  readonly attempt: Attempt;
  readonly subject: Subject;
}

export class Proofs {
  private readonly verifier = new PasswordVerifier();

  constructor(
    private readonly pool: Pool,
    private readonly throttle: Throttle,
    private readonly factor: SecondFactor,
    private readonly trail: Trail,
    private readonly lockoutMinutes: number,
  ) {}

  /**
   * Counts, then verifies: an unknown account costs the same statements and the same argon2 as a known one.
   * The attempt counts until it is forgiven or cleared.
   */
  async byPassword(typed: string, password: string, from: Caller): Promise<Proof> {
    const email = normaliseEmail(typed);
    const attempt = await this.count(email ?? typed, from);
    const credentials = await findCredentials(this.pool, 'email', email ?? '');
    const right = await this.verifier.verify(credentials?.passwordHash, password);
    const subject: Subject = { email: email ?? typed, accountId: credentials?.holder.accountId };
    if (credentials && right && credentials.status === 'ACTIVE' && credentials.oneTime !== 'EXPIRED') {
      return { credentials, attempt, subject };
    }
    await this.trail.write(this.pool, failure(credentials, right), subject, from);
    throw refusal.signInFailed();
  }

  /** Asks somebody signed in for their password once more, under the same lockout. */
  async again(accountId: string, password: string, path: string, from: Caller): Promise<Proof> {
    const known = await findCredentials(this.pool, 'id', accountId);
    if (!known) throw unauthenticated();
    try {
      return await this.byPassword(known.holder.email, password, from);
    } catch (error) {
      const wrong = error instanceof ProblemError && error.problems[0]?.code === 'SIGN_IN_FAILED';
      throw wrong ? refusal.passwordWrong(path) : error;
    }
  }

  /** Nothing to do for an account without a second factor. A wrong code leaves the attempt counted. */
  async bySecondFactor(proof: Proof, code: string | null | undefined, from: Caller): Promise<void> {
    if (proof.credentials.totpSecret === null) return;
    if (code === null || code === undefined || code === '') {
      throw await this.pause(proof, 'SECOND_FACTOR_MISSING', refusal.secondFactorRequired(), from);
    }
    if (await this.factor.accept(proof.credentials, code)) return;
    await this.trail.write(this.pool, 'SECOND_FACTOR_WRONG', proof.subject, from);
    throw refusal.secondFactorWrong();
  }

  /** The password was right and something more is needed: no guess, so it does not count as one. */
  async pause(proof: Proof, kind: SignInEventKind, why: ProblemError, from: Caller): Promise<ProblemError> {
    await this.throttle.forgive(proof.attempt);
    await this.trail.write(this.pool, kind, proof.subject, from);
    return why;
  }

  /** @throws ProblemError TOO_MANY_ATTEMPTS */
  async count(email: string, from: Caller): Promise<Attempt> {
    const attempt = await this.throttle.count(email, from.address);
    if (attempt) return attempt;
    await this.trail.write(this.pool, 'LOCKED_OUT', { email }, from);
    throw refusal.tooManyAttempts(this.lockoutMinutes);
  }

  forgive(attempt: Attempt): Promise<void> {
    return this.throttle.forgive(attempt);
  }

  clear(attempt: Attempt): Promise<void> {
    return this.throttle.clear(attempt);
  }
}

function failure(credentials: Credentials | null, right: boolean): SignInEventKind {
  if (!credentials) return 'ACCOUNT_UNKNOWN';
  if (!right) return 'PASSWORD_WRONG';
  return credentials.status === 'ACTIVE' ? 'PASSWORD_EXPIRED' : 'ACCOUNT_INACTIVE';
}
