/** Documents whose answer is to leave as a file, as what stands below the schema needs them (`src/server/export`). */
export interface FileDocument {
  /** Text of a GraphQL document with one query of one list, or of the table of indicators. */
  readonly document: string;
  /** A JSON object; null: none. */
  readonly variables: string | null;
  /** The file has a table of rows and columns, and no place for a list within a row. */
  readonly isTable: boolean;
}

export interface KnownFile {
  /** The root field. */
  readonly root: string;
  /** What each row tells, as paths. */
  readonly columns: readonly string[];
}
