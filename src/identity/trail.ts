/** Writes the audit trail of signing in. */
import type { Db } from './database';
import type { SignInEventKind } from './sign-in-event.entity';

export interface Caller {
  readonly address: string;
  readonly requestId: string;
}

/** Whom an event is about: the account where there is one, and the keyed hash of the e-mail where one was typed. */
export interface Subject {
  readonly accountId?: string;
  readonly email?: string;
}

export class Trail {
  constructor(private readonly hash: (value: string) => string) {}

  async write(db: Db, kind: SignInEventKind, { accountId, email }: Subject, from: Caller): Promise<void> {
    await db.query({
      name: 'identity.event',
      text: 'INSERT INTO sign_in_event (kind, account_id, subject, address, request_id) VALUES ($1, $2, $3, $4, $5)',
      values: [
        kind,
        accountId ?? null,
        email === undefined ? null : this.hash(`account ${email}`),
        from.address,
        from.requestId,
      ],
    });
  }
}
