/** How names travel between TypeScript, GraphQL and PostgreSQL. */

/** `openedAt` → `opened_at`, `AllegedPerpetrator` → `alleged_perpetrator`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at: number) => (at === 0 ? '' : '_') + letter.toLowerCase());

/** `openedAt` → `OPENED_AT`. */
export const constantCase = (name: string): string => snakeCase(name).toUpperCase();

/** `Case` → `case`, `AllegedPerpetrator` → `allegedPerpetrator`. */
export const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
