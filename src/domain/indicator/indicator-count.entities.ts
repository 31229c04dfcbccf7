/**
 * Counts that are kept: what each record adds to which cell, and the cells with their sums. They are no things: nothing
 * of them is told but through an indicator. The region has a right to `open_cell` alone, which counts no survivor.
 */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Privilege } from '../../writing/ledger.entities';

/** What is counted: how many rows, and the sum of each measure. */
abstract class Sums {
  @Column('integer')
  n: number;

  @Column('integer')
  m1: number;

  @Column('integer')
  m2: number;

  @Column('integer')
  m3: number;

  @Column('integer')
  m4: number;

  @Column('integer')
  m5: number;

  @Column('integer')
  m6: number;
}

/** A sum of one or more records, and what they have in common. */
abstract class Told extends Sums {
  /** Made from what it is of: the same in every derivation. */
  @PrimaryColumn('uuid')
  id: string;

  /** Which unit is counted (`counting.ts`). */
  @Column('text')
  counting: string;

  /** First day of the month. */
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
}

abstract class Cell extends Told {
  /** Days or minutes, of what is told as a median. */
  @Column('integer', { nullable: true })
  amount: number | null;
}

@Entity({ name: 'indicator_cell' })
@Index(['counting', 'month'])
export class IndicatorCell extends Cell {}

@Entity({ name: 'open_cell' })
@Index(['counting', 'month'])
export class OpenCell extends Cell {}

/** Cells added up by few columns (`indicator.sums.ts`). */
@Entity({ name: 'indicator_sum' })
@Index(['counting', 'told', 'month'])
export class IndicatorSum extends Told {
  /** By which columns, as bits; the others are null. */
  @Column('integer')
  told: number;
}

/** What a case, an alert, an activity … adds to a cell: what is taken off again when it changes. */
@Entity({ name: 'indicator_share' })
export class IndicatorShare extends Sums {
  /** What it is derived with. */
  @PrimaryColumn('uuid', { name: 'root_id' })
  rootId: string;

  @PrimaryColumn('uuid', { name: 'cell_id' })
  cellId: string;
}

/** How far the change feed is counted: one row. */
@Entity({ name: 'indicator_position' })
export class IndicatorPosition {
  /** By which statements it was counted; another version of them counts everything anew. */
  @PrimaryColumn('text')
  derivation: string;

  @Column('bigint')
  xid: string;

  @Column('bigint')
  seq: string;
}

/** Everything that was committed by then is counted: one row. Apart from how much there was to count, which the region is not told. */
@Entity({ name: 'indicator_as_of' })
export class IndicatorAsOf {
  @PrimaryColumn('timestamp with time zone', { name: 'as_of' })
  asOf: string;
}

export const countEntities = [
  IndicatorCell,
  IndicatorSum,
  OpenCell,
  IndicatorShare,
  IndicatorPosition,
  IndicatorAsOf,
] as const;

/** What `<cc>_app` may do with them, by table; `<cc>_region` reads `openTables`. */
export const countTables: Readonly<Record<string, readonly Privilege[]>> = {
  indicator_cell: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  indicator_sum: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  open_cell: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  indicator_share: ['SELECT', 'INSERT', 'DELETE'],
  indicator_position: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  indicator_as_of: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
};

export const openTables: readonly string[] = ['open_cell', 'indicator_as_of'];
