/** Data that were written from rows, as JSON text, and the answer that they stand in. */
import type { FormattedExecutionResult } from 'graphql';

export class JsonText {
  constructor(
    readonly text: string,
    /** Whether any root field is not null. */
    readonly hasData: boolean,
  ) {}

  /** For whoever serialises it without knowing. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** A result as the text of the answer. */
export function stringifyResult({ data, errors, extensions }: FormattedExecutionResult): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ errors, data, extensions });
  const before = errors ? `"errors":${JSON.stringify(errors)},` : '';
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  return `{${before}"data":${data.text}${after}}`;
}
