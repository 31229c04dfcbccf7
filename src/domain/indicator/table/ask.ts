/** Who may ask for which numbers: of their organisation, of their country, or what countries let the region have. */
import type { RequestContext } from '../../../base/context';
import type { Actor } from '../../../base/actor';
import { badInput } from '../../../base/errors';
import { nobodysId, uuidIn } from '../../../base/global-id';
import { scopesOf } from '../../../policy/rights';
import { Province } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { assertToldBy, tableOf, type TableAsked } from './asked';
import { idOf } from './asked-id';
import type { Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';
import { isHidden, openDimensionsOf, type Narrowed } from './counts.sql';
import { streamOf, withYearOfStream } from './financial-year';
import { tableFrom, type Question, type Table } from './table';

/** @throws ApiError BAD_USER_INPUT for what cannot be told; UNAVAILABLE where the country does not answer */
export async function indicatorTable(ctx: RequestContext, actor: Actor, asked: TableAsked): Promise<Table> {
  const period = await withYearOfStream(ctx, actor, asked.period);
  const { readers, question } = questionOf(ctx, actor, { ...asked, period });
  // What is counted says nothing of a session: it is looked at before, not in the same statement.
  await ctx.standing?.confirm();
  return tableFrom(ctx, readers, question);
}

/**
 * The same, as far as it can be told before anything is read.
 * @throws ApiError BAD_USER_INPUT
 */
export function assertAskable(ctx: RequestContext, actor: Actor, asked: TableAsked): void {
  streamOf(asked.period);
  questionOf(ctx, actor, asked);
}

/** What is asked, and of which countries. @throws ApiError BAD_USER_INPUT */
function questionOf(
  ctx: RequestContext,
  actor: Actor,
  asked: TableAsked,
): { readonly readers: RequestContext['scope']; readonly question: Question } {
  const table = tableOf(asked);
  const isRegion = actor.country === null;
  const by = [...new Set([...table.by, ...narrowedBy(asked)])];
  for (const one of table.indicators) {
    assertToldBy(one, by);
    if (isRegion) assertOpen(one, by);
  }
  const narrowed = narrowing(actor, asked);
  const question = { ...table, isRegion, actor, locale: ctx.locale, narrowed };
  return { readers: readersFor(ctx, asked.countries ?? null), question };
}

/** @throws ApiError BAD_USER_INPUT where the region is not told an indicator by what is asked */
function assertOpen(one: Indicator, by: readonly IndicatorDimension[]): void {
  const open = openDimensionsOf(one);
  const wrong = isHidden(one) ? [] : by.filter((name) => !open.includes(name));
  if (wrong.length === 0) return;
  const [asked, known] = [wrong.join(', '), open.join(', ')];
  throw badInput(
    `The region is not told ${one.code} by ${asked}; ${known ? `it is told it by ${known}` : 'it is told it as a whole alone'}.`,
    `À região não se indica ${one.code} por ${asked}; ${known ? `indica-se por ${known}` : 'só se indica no conjunto'}.`,
    { indicator: one.code, wrong, possible: open },
  );
}

function readersFor({ scope, told }: RequestContext, wanted: readonly string[] | null): RequestContext['scope'] {
  if (wanted?.length === 0)
    throw badInput(
      'No country is named. Leave “countries” out for all that the account sees.',
      'Nenhum país foi indicado. Omita «countries» para todos os que a conta vê.',
    );
  const outside = (wanted ?? []).filter((code) => !told.away.has(code) && !scope.some((one) => one.code === code));
  if (outside.length > 0)
    throw badInput(
      `The account does not see ${outside.join(', ')}. Leave “countries” out for all that it sees.`,
      `A conta não vê ${outside.join(', ')}. Omita «countries» para todos os que vê.`,
    );
  return wanted ? scope.filter(({ code }) => wanted.includes(code)) : scope;
}

/** What is narrowed to one place or organisation is told by it. */
const narrowedBy = ({ organisation, province }: TableAsked): readonly IndicatorDimension[] => [
  ...(isGiven(organisation) ? (['ORGANISATION'] as const) : []),
  ...(isGiven(province) ? (['PROVINCE'] as const) : []),
];

const isGiven = (text: string | null | undefined): boolean => text !== null && text !== undefined;

/** Whoever reads numbers of their organisation is told those, whatever they ask. */
function narrowing(actor: Actor, { organisation, province }: TableAsked): (country: string) => Narrowed {
  const own = !scopesOf(actor.role, 'INDICATOR', 'read').some((scope) => scope === 'country' || scope === 'region');
  const asked = idOf(organisation, Organisation);
  const place = idOf(province, Province);
  if (own && asked && asked.uuid !== actor.organisationId)
    throw badInput(
      'The account reads the numbers of its own organisation. Leave “organisation” out.',
      'A conta lê os números da sua própria organização. Omita «organisation».',
    );
  return (country) => ({
    // Whoever has no organisation has no numbers of one.
    organisationId: own ? (actor.organisationId ?? nobodysId) : asked && uuidIn(asked, country),
    provinceId: place && uuidIn(place, country),
  });
}
