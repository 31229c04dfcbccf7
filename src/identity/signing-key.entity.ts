/** A key pair that access tokens are signed with. The API may read these and write none. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';

/** The current key signs; the previous one's tokens still count; a retired one's do not. */
export const keyStatuses = ['CURRENT', 'PREVIOUS', 'RETIRED'] as const;
export type KeyStatus = (typeof keyStatuses)[number];

@Entity('signing_key')
@Check(oneOf('status', keyStatuses))
@Index('signing_key_one_current', ['status'], { unique: true, where: `status = 'CURRENT'` })
export class SigningKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pkey' })
  kid: string;

  /** Public half, as the JWKS shows it. */
  @Column('jsonb', { name: 'public_jwk' })
  publicJwk: Readonly<Record<string, string>>;

  /** Private half (PKCS #8), sealed under TOKEN_SECRET. */
  @Column('text', { name: 'private_key' })
  privateKey: string;

  @Column('text')
  status: KeyStatus;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: string;
}
