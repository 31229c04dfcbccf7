/** The tables of a country that are no things, and what the API's role may do with each. */
import { HistoryEntry, RecordChange } from './history-entry.entity';
import { ChangeEntry } from './change-entry.entity';
import { KeyCheck, LastingKey } from '../vault/key-record.entities';
import { ErasedRecord } from './erased-record.entity';
import { IdempotencyRecord } from './idempotency.entity';
import { ImportedRow } from './imported-row.entity';
import { JobRun } from './job-run.entity';
import { ContentPiece, StoredContent } from './content/content.entities';
import { ReleasedRow } from './released-row.entity';
import { OneTimeLink } from './one-time-link.entity';
import { SearchText, SearchWord } from './search-text.entities';

export const ledgerEntities = [
  KeyCheck,
  LastingKey,
  IdempotencyRecord,
  HistoryEntry,
  RecordChange,
  ChangeEntry,
  JobRun,
  ImportedRow,
  ReleasedRow,
  OneTimeLink,
  StoredContent,
  ContentPiece,
  ErasedRecord,
  SearchText,
  SearchWord,
] as const;

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** Privileges of `<cc>_app` by table; `<cc>_region` has none. */
export const systemTables: Readonly<Record<string, readonly Privilege[]>> = {
  // A view of what stands in the schema of keys, on which nobody but the owner has a right.
  data_key: ['SELECT', 'INSERT'],
  key_check: ['SELECT', 'INSERT'],
  lasting_key: ['SELECT', 'INSERT'],
  idempotency_record: ['SELECT', 'INSERT', 'UPDATE'],
  audit_event: ['SELECT', 'INSERT'],
  record_change: ['SELECT', 'INSERT'],
  change_entry: ['SELECT', 'INSERT'],
  erased_record: ['SELECT', 'INSERT'],
  imported_row: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  released_row: ['SELECT', 'INSERT', 'UPDATE'],
  job_run: ['SELECT', 'INSERT', 'UPDATE'],
  one_time_link: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  stored_content: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  content_piece: ['SELECT', 'INSERT', 'DELETE'],
  search_text: ['SELECT', 'INSERT', 'DELETE'],
  search_word: ['SELECT', 'INSERT', 'DELETE'],
};

/**
 * Tables that the version before writes until its last instance ends, and nobody else reads: the region no more. They go
 * with a later migration (`migration generate … --contract`).
 */
export const retiredTables: Readonly<Record<string, readonly Privilege[]>> = {
  shared_case: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  shared_incident: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
};
