/**
 * The audit trail of changes: who did what to which record, in the transaction that did it. It never holds values; those
 * stand apart, for as long as the record may be read.
 */
import { Check, Index } from 'typeorm';
import { TRUE } from '../base/sql';
import { actionLabel } from '../model/action';
import { Attribute, Hidden, Thing } from '../model/declaration';
import type { Reach } from '../model/reach';
import { roleLabel } from '../policy/role.codes';

/** What happened to a record. */
export const operations = ['INSERT', 'UPDATE', 'REMOVE'] as const;
export type Operation = (typeof operations)[number];

/** Condition of a column that holds an operation. */
export const isOperation = `"operation" IN (${operations.map((operation) => `'${operation}'`).join(', ')})`;

type Rule = NonNullable<Reach['open']>;
let rule: Rule | undefined;

/** Says which entries exist for whom, beyond what the record says; declared where the reasons for it are known. */
export function ruleHistory(open: Rule): void {
  rule = open;
}

@Check('audit_event_operation', isOperation)
@Index(['recordId', 'at'])
@Thing({
  label: { en: 'Entry of a history', pt: 'Entrada de um histórico' },
  description: 'What somebody did to a record: who, when, by which mutation, and what changed by it.',
  dataClass: 'HISTORY',
  plural: 'historyEntries',
  table: 'audit_event',
  inner: true,
  reach: { open: (alias, subject) => rule?.(alias, subject) ?? TRUE },
  order: { field: 'version', direction: 'DESC' },
  appendOnly: true,
})
export class HistoryEntry {
  @Hidden({ type: 'uuid' })
  id: string;

  @Attribute({ type: 'dateTime', description: 'When, in UTC.' })
  at: string;

  @Hidden({ type: 'uuid' })
  actorId: string;

  @Attribute({
    type: 'text',
    labelled: roleLabel,
    description: 'Role that it was done in; SYSTEM for what falls due by itself.',
  })
  actorRole: string;

  @Hidden({ type: 'uuid', nullable: true })
  organisationId: string | null;

  @Attribute({ type: 'text', labelled: actionLabel, description: 'Name of the mutation, or of what fell due.' })
  action: string;

  @Hidden({ type: 'text' })
  operation: Operation;

  /** Type of the record. */
  @Hidden({ type: 'text' })
  entity: string;

  @Hidden({ type: 'uuid' })
  recordId: string;

  @Attribute({ type: 'int', description: 'The record’s version after it; 1 where it was made.' })
  version: number;

  @Hidden({ type: ['text'] })
  dataClasses: string[];

  @Hidden({ type: 'text' })
  requestId: string;
}

/** What changed in a record: the values before and after, as JSON; of things that are sealed, sealed. */
@Thing({
  label: { en: 'Values of a change', pt: 'Valores de uma alteração' },
  description: 'The values before and after of a change.',
  dataClass: 'HISTORY',
  plural: 'recordChanges',
  inner: true,
  reach: {},
  order: { field: 'id', direction: 'ASC' },
  appendOnly: true,
})
export class RecordChange {
  /** That of the entry of the audit trail. */
  @Hidden({ type: 'uuid' })
  id: string;

  @Hidden({ type: 'uuid', nullable: true })
  dataKeyId: string | null;

  @Hidden({ type: 'longText', nullable: true })
  open: string | null;

  @Hidden({ type: 'longText', nullable: true, sealed: true })
  sealed: string | null;

  /** Ids of records that the values name. */
  @Hidden({ type: ['text'] })
  links: string[];
}
