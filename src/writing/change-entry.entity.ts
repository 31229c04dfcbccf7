/** The change feed of a country: which record changed, in the order in which a reader may rely on it (`feed.ts`). */
import { Check, Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { isOperation, type Operation } from './history-entry.entity';

@Check('change_entry_operation', isOperation)
@Entity({ name: 'change_entry' })
export class ChangeEntry {
  /** The transaction that wrote it. `bigint`, for TypeORM knows no `xid8`; the default is spelt as the catalogue spells it. */
  @PrimaryColumn('bigint', { default: () => 'txid_current()' })
  xid: number;

  /** Order within a transaction. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: number;

  @Column('timestamp with time zone')
  at: string;

  /** Type of the record. */
  @Column('text')
  entity: string;

  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** The record's version after it. */
  @Column('integer')
  version: number;

  @Column('text')
  operation: Operation;

  @Column('text', { name: 'data_class' })
  dataClass: string;

  /** Organisations and accounts that may have seen the record before or after it. */
  @Column('uuid', { array: true })
  organisations: string[];

  @Column('uuid', { array: true })
  accounts: string[];
}
