/** A result as the text of the answer. Data that were written from rows are text already. */
import type { FormattedExecutionResult } from 'graphql';
import { JsonText } from '../execution/json-text';

export function stringifyResult({ data, errors, extensions }: FormattedExecutionResult): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ errors, data, extensions });
  return errors ? `{"errors":${JSON.stringify(errors)},"data":${data.text}}` : `{"data":${data.text}}`;
}
