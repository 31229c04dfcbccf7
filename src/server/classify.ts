/** Sorts whatever was thrown into the few codes that leave the server. Nothing of the cause's own text goes with it. */
import { GraphQLError } from 'graphql';
import { ApiError, badInput } from '../base/errors';
import { internal, outOfRange, unavailable } from '../base/refusals';
import { isUnfitValue } from '../base/sqlstate';
import { isUnavailable } from '../database/unavailable';

/** An error for the caller, whatever was thrown. `internal` and `unavailable` are worth a log entry, the others are not. */
export function classify(thrown: unknown): ApiError {
  let cause: unknown = thrown;
  for (let depth = 0; depth < 8 && cause instanceof Error; depth++) {
    if (cause instanceof ApiError) return cause;
    const known = ofDriver(cause) ?? ofArgument(cause);
    if (known) return known;
    const next: unknown =
      cause instanceof GraphQLError ? cause.originalError : (cause as { driverError?: unknown }).driverError;
    if (next === undefined || next === null || next === cause) break;
    cause = next;
  }
  return internal();
}

function ofDriver(error: Error): ApiError | undefined {
  if (isUnavailable(error)) return unavailable();
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && isUnfitValue(code)) return outOfRange();
  return undefined;
}

/** graphql-js finds some arguments unfit only while it runs (null for a variable that may not be null there). */
function ofArgument(error: Error): ApiError | undefined {
  const name = error instanceof GraphQLError && !error.originalError && /^Argument "(\w+)" /.exec(error.message)?.[1];
  return name ? badInput(`The argument "${name}" does not fit.`, `O argumento "${name}" não serve.`) : undefined;
}
