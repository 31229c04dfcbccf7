/**
 * What TypeORM would do at once, in steps that can be taken while both the version before and this one serve. What the
 * version before could not live with is refused: it is for a later migration, when nobody serves that version any more.
 */

/** A difference that would take something from the version that is being served. */
export class ContractError extends Error {
  override readonly name = 'ContractError';

  constructor(readonly statements: readonly string[]) {
    super(
      `These would fail, or take what the version before still uses:\n  ${statements.join('\n  ')}\n` +
        'A new attribute is nullable or has an `initial` value. What is to go, goes when no instance uses it any more: generate that with --contract.',
    );
  }
}

interface Options {
  /** Nobody serves the version before. */
  readonly contract: boolean;
}

/** @throws ContractError */
export function inSteps(statements: readonly string[], { contract }: Options): string[] {
  const made = new Set(statements.flatMap((each) => /^CREATE TABLE "([^"]+)"/.exec(each)?.[1] ?? []));
  const taking = statements.filter((each) => !made.has(tableOf(each)) && isTaking(each));
  if (taking.length > 0 && !contract) throw new ContractError(taking);
  const steps: string[] = [];
  const checks: string[] = [];
  for (const statement of replaced(statements)) {
    const table = tableOf(statement);
    const constraint = /ADD CONSTRAINT "([^"]+)" (?:CHECK|FOREIGN KEY)/.exec(statement)?.[1];
    if (made.has(table)) steps.push(statement);
    else if (constraint) {
      steps.push(`${statement} NOT VALID`);
      checks.push(`ALTER TABLE "${table}" VALIDATE CONSTRAINT "${constraint}"`);
    } else {
      steps.push(statement.replace(/^(CREATE (?:UNIQUE )?INDEX|DROP INDEX) (?!CONCURRENTLY)/, '$1 CONCURRENTLY '));
    }
  }
  return [...steps, ...checks];
}

const tableOf = (statement: string): string =>
  /^(?:ALTER TABLE|CREATE TABLE|DROP TABLE) "([^"]+)"/.exec(statement)?.[1] ??
  /^CREATE (?:UNIQUE )?INDEX "[^"]+" ON "([^"]+)"/.exec(statement)?.[1] ??
  '';

/** Whether the version before cannot live with it. */
const isTaking = (statement: string): boolean =>
  /^DROP TABLE|DROP COLUMN|RENAME|ALTER COLUMN "[^"]+" (?:TYPE|SET NOT NULL)/.test(statement) ||
  (/ADD "[^"]+" /.test(statement) && / NOT NULL/.test(statement) && !/ DEFAULT /.test(statement));

/** A constraint that is made anew is never missing in between. */
function replaced(statements: readonly string[]): string[] {
  const dropped = new Map<string, string>();
  const result: string[] = [];
  for (const statement of statements) {
    const [, table, drop] = /^ALTER TABLE "([^"]+)" DROP CONSTRAINT "([^"]+)"$/.exec(statement) ?? [];
    const [, , add, rest] = /^ALTER TABLE "([^"]+)" ADD CONSTRAINT "([^"]+)" (.*)$/s.exec(statement) ?? [];
    if (drop && statements.some((each) => each.includes(`"${table}" ADD CONSTRAINT "${drop}"`))) {
      dropped.set(drop, table as string);
    } else if (add && dropped.has(add)) {
      result.push(`ALTER TABLE "${dropped.get(add)}" DROP CONSTRAINT "${add}", ADD CONSTRAINT "${add}" ${rest}`);
    } else result.push(statement);
  }
  return result;
}
