/** What became of the work that falls due with time: one row for each sweep of a country. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'job_run' })
export class JobRun {
  @PrimaryColumn('text')
  name: string;

  /** When it was last looked whether something is due. */
  @Column('timestamp with time zone', { name: 'ran_at' })
  ranAt: string;

  /** When something was last done. */
  @Column('timestamp with time zone', { name: 'did_at', nullable: true })
  didAt: string | null;

  /** How much was done since the country was made. */
  @Column('bigint', { default: 0 })
  done: string;

  /** Why it last failed; null when it did not. */
  @Column('text', { nullable: true })
  error: string | null;
}
