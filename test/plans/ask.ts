/** Asks a question as a client does, and listens to which statement it becomes. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Thing } from '../../src/model/thing';
import type { Client } from '../support/app';
import { home } from '../support/policy-actors';
import type { Sent } from './explain';
import type { Question } from './questions';

export const pageSize = 20;

/** The statement of one country; null where the actor may not read the thing. */
export async function ask(client: Client, thing: Thing, question: Question): Promise<Sent | null> {
  const { plural, name } = thing;
  const { filter, orderBy, beyond, counted } = question;
  const document = (page: string, more: string): string =>
    `query ($filter: ${name}Filter, $orderBy: [${name}Order!], $after: String) {
      ${plural}(country: ${home.toUpperCase()}, filter: $filter, orderBy: $orderBy, ${page}) {
        ${counted ? 'totalCount' : `edges { node { id version } } pageInfo { hasNextPage ${more} }`} } }`;
  const variables = { filter, orderBy };
  let after: string | null = null;
  if (beyond) {
    const { data } = await client.query(document('last: 1, before: $after', 'endCursor'), variables);
    after = (data?.[plural]?.pageInfo.endCursor as string | undefined) ?? null;
    if (after === null) return null;
  }
  const sent: Sent[] = [];
  const listen = (message: unknown): void => void sent.push(message as Sent);
  subscribe('handsoff:statement', listen);
  try {
    const { data, errors, text } = await client.query(document(`first: ${pageSize}, after: $after`, ''), {
      ...variables,
      after,
    });
    if (errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')) return null;
    if (!data?.[plural] || errors.length > 0) throw new Error(`${plural} ${JSON.stringify(variables)}: ${text}`);
  } finally {
    unsubscribe('handsoff:statement', listen);
  }
  if (sent.length !== 1) throw new Error(`${plural}: ${sent.length} statements in one country`);
  return sent[0] ?? null;
}
