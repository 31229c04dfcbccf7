/** The audit trail of changes: who did what to which record, in the transaction that did it. It never holds values. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What happened to a record. */
export const operations = ['INSERT', 'UPDATE', 'REMOVE'] as const;
export type Operation = (typeof operations)[number];

/** Condition of a column that holds an operation. */
export const isOperation = `"operation" IN (${operations.map((operation) => `'${operation}'`).join(', ')})`;

@Check('audit_event_operation', isOperation)
@Index(['recordId', 'at'])
@Entity({ name: 'audit_event' })
export class AuditEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamp with time zone')
  at: string;

  @Column('uuid', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'actor_role' })
  actorRole: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  /** Name of the mutation. */
  @Column('text')
  action: string;

  @Column('text')
  operation: Operation;

  /** Type of the record. */
  @Column('text')
  entity: string;

  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** The record's version after it. */
  @Column('integer')
  version: number;

  @Column('text', { name: 'data_classes', array: true })
  dataClasses: string[];

  @Column('text', { name: 'request_id' })
  requestId: string;
}
