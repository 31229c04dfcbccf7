/** Names of constraints and indices that say what they are of: `referral_case_id_fkey`. */
import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type Table } from 'typeorm';

const longest = 63;

/** PostgreSQL cuts names at 63 bytes; longer ones end in a hash so that they stay different. */
function name(parts: readonly string[], kind: string): string {
  const whole = [...parts, kind]
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '');
  if (whole.length <= longest) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${whole.slice(0, longest - kind.length - hash.length - 2)}_${hash}_${kind}`;
}

export class NamingStrategy extends DefaultNamingStrategy {
  override primaryKeyName(table: Table | string): string {
    return name([this.tableOf(table)], 'pkey');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return name([this.tableOf(table), ...columns], 'fkey');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return name([this.tableOf(table), ...columns], 'key');
  }

  override indexName(table: Table | string, columns: string[], where?: string): string {
    const partial = where ? [createHash('sha256').update(where).digest('hex').slice(0, 6)] : [];
    return name([this.tableOf(table), ...columns, ...partial], 'idx');
  }

  private tableOf(table: Table | string): string {
    return this.getTableName(table).split('.').at(-1) ?? '';
  }
}
