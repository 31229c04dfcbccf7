/** Runs the reads of a document: asks the countries for all root fields together, and writes each from the answers. */
import { locatedError, type GraphQLError } from 'graphql';
import type { Viewpoint } from '../policy/rights';
import type { CountryReader, RequestContext } from '../base/context';
import type { Actor } from '../base/actor';
import type { Told } from '../base/told';
import { isUnavailable } from '../database/unavailable';
import { Binding } from './bind';
import { fly, type Answered } from './flight';
import { parameters } from './hole';
import type { Statements } from './statement';
import type { PlannedRoot, Prepared } from './root-field';
import type { Top } from './statement';
import { Writing } from './writing';

/** A root field as it stands in the answer: JSON text, `null` where it failed. */
export interface Written {
  readonly key: string;
  readonly text: string;
}

/** How rights are decided for an actor, with the ids left open: what is made of it serves every actor of this kind. */
export const viewpointOf = ({ role, country, organisationId, namedElsewhere = true }: Actor): Viewpoint => ({
  role,
  country,
  namedElsewhere,
  accountId: parameters.account,
  organisationId: organisationId === null ? null : parameters.organisation,
});

/** Tells the kinds of actors apart. */
export const kindOf = (actor: Actor | null): string =>
  actor
    ? `${actor.role}/${actor.country === null ? 'region' : 'country'}/${actor.organisationId === null ? '' : 'o'}${actor.namedElsewhere === false ? '' : 'n'}`
    : '';

export interface Reading {
  readonly ctx: RequestContext;
  readonly actor: Actor;
  readonly statements: Statements;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @param fail is told of the error of each root field that failed */
export async function readRoots(
  { ctx, actor, statements, variables }: Reading,
  roots: readonly PlannedRoot[],
  fail: (error: GraphQLError) => void,
): Promise<Written[]> {
  const binding = new Binding(ctx, actor, viewpointOf(actor), variables);
  const prepared = roots.map((root) => attempt(root, fail, () => root.prepare(binding, ctx.scope)));
  const flown = await fly(statements, binding, askedOf(ctx.scope, prepared), ctx.standing);
  const answered = actor.country === null ? withoutAway(flown, ctx.told) : flown;
  const writing = writingFor(ctx, binding);
  const written = roots.map((root, at) => ({
    key: root.key,
    text: attempt(root, fail, () => prepared[at]?.write(answered, writing)) ?? 'null',
  }));
  ctx.told.take(writing);
  return written;
}

/** The region gets what the others have: a country that does not answer is told of, not the failure of all. */
function withoutAway(answered: Answered, { away }: Told): Answered {
  const here = [...answered].filter(([code, rows]) => {
    const isAway = rows instanceof Error && isUnavailable(rows);
    if (isAway) away.add(code);
    return !isAway;
  });
  return here.length === answered.size ? answered : new Map(here);
}

export const writingFor = ({ locale, app: { vault } }: RequestContext, binding: Binding): Writing =>
  new Writing({
    locale,
    vault,
    list: (list) => binding.list(list),
    seal: (list) => binding.seal(list),
    refusal: (set) => binding.refusal(set),
  });

/** A failure is the error of its field, as graphql-js would locate it. */
function attempt<T>({ key, nodes }: PlannedRoot, fail: (error: GraphQLError) => void, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    fail(locatedError(error, nodes, [key]));
    return undefined;
  }
}

function askedOf(
  readers: readonly CountryReader[],
  prepared: readonly (Prepared | undefined)[],
): Map<CountryReader, readonly Top[]> {
  const asked = new Map<CountryReader, readonly Top[]>();
  for (const reader of readers) {
    const tops = prepared.flatMap((one) => one?.asked(reader) ?? []);
    if (tops.length > 0) asked.set(reader, tops);
  }
  return asked;
}
