/**
 * What a country has published of its survivors, frozen: `published_period` and `published_cell`, which the region reads;
 * and, the country's own, what they were made of: what is hidden has to be protected in all that comes after as well.
 */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Privilege } from '../../../writing/ledger.entities';

abstract class Published {
  @PrimaryColumn('text')
  series: string;

  /** As DHIS2 names it. */
  @PrimaryColumn('text')
  period: string;
}

@Entity({ name: 'published_period' })
export class PublishedPeriod extends Published {
  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('date', { name: 'published_on' })
  publishedOn: string;

  /** Which list of tables could be protected (`table-design.ts`). */
  @Column('text')
  list: string;

  /** The published periods that it adds up; null where it adds up none. */
  @Column('text', { array: true, nullable: true })
  parts: string[] | null;
}

@Entity({ name: 'published_cell' })
@Index(['population', 'period', 'dimensions'])
export class PublishedCell {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  period: string;

  @Column('text')
  population: string;

  /** Names of dimensions in their order, with commas. */
  @Column('text')
  dimensions: string;

  /** A code of each. */
  @Column('text', { array: true })
  codes: string[];

  /** Null where it is hidden. */
  @Column('integer', { nullable: true })
  value: number | null;

  @Column('boolean', { name: 'is_rounded' })
  isRounded: boolean;
}

/** The edition as the country keeps it, with what is hidden; and what its release told of it. */
@Entity({ name: 'published_edition' })
export class PublishedEdition extends Published {
  @Column('text')
  content: string;

  @Column('text')
  floors: string;
}

/** What was published is not published again, in whichever period: a record counts once. */
@Entity({ name: 'published_record' })
export class PublishedRecord {
  @PrimaryColumn('text')
  counting: string;

  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId: string;

  @Column('text')
  period: string;
}

export const publishedEntities = [PublishedPeriod, PublishedCell, PublishedEdition, PublishedRecord] as const;

export const publishedTables: Readonly<Record<string, readonly Privilege[]>> = {
  published_period: ['SELECT', 'INSERT'],
  published_cell: ['SELECT', 'INSERT'],
  published_edition: ['SELECT', 'INSERT'],
  published_record: ['SELECT', 'INSERT'],
};

/** Those that the region reads. */
export const regionalTables: readonly string[] = ['published_period', 'published_cell'];
