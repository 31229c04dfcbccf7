/** CHECK condition of a column that takes one of a list of codes. */
export const oneOf = (column: string, codes: readonly string[]): string =>
  `${column} IN (${codes.map((code) => `'${code}'`).join(', ')})`;
