/** Cells of a locked period as they were counted then. They are no things: nothing of them is told but through an indicator. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Privilege } from '../../../writing/ledger.entities';

@Entity({ name: 'locked_cell' })
@Index(['lockId', 'counting', 'month'])
export class LockedCell {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid', { name: 'lock_id' })
  lockId: string;

  @Column('text')
  counting: string;

  /** First day of the month; of what is counted of a period as a whole, its first day. */
  @Column('date')
  month: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('uuid', { name: 'province_id', nullable: true })
  provinceId: string | null;

  @Column('text', { nullable: true })
  gender: string | null;

  @Column('text', { name: 'age_band', nullable: true })
  ageBand: string | null;

  @Column('text', { name: 'violence_type', nullable: true })
  violenceType: string | null;

  @Column('text', { nullable: true })
  perpetrator: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('integer', { nullable: true })
  amount: number | null;

  /** By their names: which column holds a measure may change, what was locked does not. */
  @Column('jsonb')
  measures: Readonly<Record<string, number>>;
}

export const lockedEntities = [LockedCell] as const;

/** Frozen: nobody changes or deletes them. The region has no right to them. */
export const lockedTables: Readonly<Record<string, readonly Privilege[]>> = { locked_cell: ['SELECT', 'INSERT'] };
