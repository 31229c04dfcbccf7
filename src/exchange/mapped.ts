import type { Text } from '../base/locale';
export interface CellFinding {
  readonly column: string | null;
  readonly heading: string | null;
  readonly path: string | null;
  readonly text: Text;
}
export interface Origin {
  readonly column: string;
  readonly heading: string;
}
export interface MappedRow {
  readonly row: number;
  readonly sheet: string | null;
  readonly externalId: string | null;
  readonly input: Record<string, unknown>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly problems: readonly CellFinding[];
  readonly warnings: readonly CellFinding[];
}
