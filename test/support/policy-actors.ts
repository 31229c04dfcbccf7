/** The ten roles of the committed access matrix, each with the demo account that is held against it. */
import { accessMatrix, accountOf, isRegional } from './access-matrix';
import type { Client, TestApp } from './app';

export const matrix = accessMatrix();

/** For `describe.each`: the ten roles. */
export const roles: readonly string[] = matrix.roles;

/** Country of the accounts that stand for the country's roles. */
export const home = 'za';

export const actorOf = (api: TestApp, role: string): Promise<Client> =>
  isRegional(matrix, role) ? api.as(accountOf(role)) : api.as(accountOf(role), home);

/** The countries that a role's records come from. */
export const countriesOf = (role: string): readonly string[] =>
  isRegional(matrix, role) ? ['BW', 'MZ', 'REGION', 'ZA', 'ZW'] : ['ZA'];

/** What the one error of a denied coordinate says, going by the matrix. */
export function denial(type: string, field: string): Record<string, unknown> {
  const { dataClass, cells } = matrix.row(type, field);
  const right = type === 'Mutation' ? 'write' : 'read';
  return {
    code: 'FORBIDDEN',
    coordinate: `${type}.${field}`,
    dataClass,
    // Of a record, who reads it in the region's own place alone is nobody to ask.
    readableBy: roles.filter((role) => {
      const scope = cells.get(role)?.[right];
      return scope && !(type !== 'Query' && right === 'read' && scope === 'secretariat');
    }),
  };
}

/** The extensions of an answer's errors, by coordinate; two of one coordinate stay two. */
export const told = (errors: readonly { extensions: Record<string, unknown> }[]): Record<string, unknown>[] =>
  errors.map(({ extensions }) => extensions).sort((a, b) => String(a.coordinate).localeCompare(String(b.coordinate)));

export const denials = (type: string, fields: readonly string[]): Record<string, unknown>[] =>
  fields.map((field) => denial(type, field)).sort((a, b) => String(a.coordinate).localeCompare(String(b.coordinate)));
