/** A checked input as a mutation gets it: values of attributes apart, ready for the record. */
import type { Input } from '../model/input';

export function sorted(input: Input, flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, Record<string, unknown>> = { values: {} };
  for (const { name, group, part: inner, list } of input.fields.values()) {
    const value = flat[name];
    if (group) result[group] ??= {};
    if (value === undefined) continue;
    const put = inner && value !== null ? sortedPart(inner, value, list) : value;
    if (group) (result[group] as Record<string, unknown>)[name] = put;
    else (result as Record<string, unknown>)[name] = put;
  }
  return result;
}

const sortedPart = (part: Input, value: unknown, list: boolean): unknown =>
  list
    ? (value as readonly Record<string, unknown>[]).map((each) => sorted(part, each))
    : sorted(part, value as Record<string, unknown>);
