/** The same rulings as graphql-shield rules, on the root fields: whatever is read or done begins at one of them. */
import type { GraphQLSchema } from 'graphql';
import { applyMiddleware, type IMiddlewareFieldMap } from 'graphql-middleware';
import { allow, rule, shield, type IRules } from 'graphql-shield';
import { unauthenticated } from '../base/refusals';
import type { RequestContext } from '../base/context';
import { rulingOf, type Ruling } from './coordinate';
import { ForbiddenError } from './denial';
import { allows, denialOf } from './operation-check';

type Guarded = Pick<RequestContext, 'actor'>;
type Resolve = (parent: unknown, args: unknown, ctx: Guarded, info: unknown) => unknown;
type Middleware = (resolve: Resolve, parent: unknown, args: unknown, ctx: Guarded, info: unknown) => unknown;
type FieldRules = Record<string, ReturnType<ReturnType<typeof rule>>>;

/**
 * A rule of its own for each field, which asks the policy when it is met: contextual caches of the library ignore the
 * parent and the arguments.
 */
function ruleOf(coordinate: string, now: () => Ruling | undefined): FieldRules[string] {
  return rule(coordinate, { cache: 'no_cache' })((_parent, _args, ctx: Guarded) => {
    const ruling = now();
    if (allows(ruling, ctx.actor?.role ?? null)) return true;
    return ctx.actor ? new ForbiddenError(denialOf(coordinate, ruling)) : unauthenticated();
  });
}

/** The ruled fields: what the shield is put on, and nothing else, since it costs an async wrapper for each field. */
export function ruledFields(schema: GraphQLSchema): Map<string, string[]> {
  const ruled = new Map<string, string[]>();
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    if (root) ruled.set(root.name, Object.keys(root.getFields()));
  }
  return ruled;
}

/** The schema with the shield in front of its ruled fields; every other field keeps the resolver that it has. */
export function shieldSchema(schema: GraphQLSchema): GraphQLSchema {
  const ruled = ruledFields(schema);
  const rules: Record<string, FieldRules> = {};
  for (const [type, names] of ruled)
    rules[type] = Object.fromEntries(names.map((name) => [name, ruleFor(schema, type, name)]));
  const options = { allowExternalErrors: true, fallbackRule: allow };
  const everywhere = shield(rules as IRules, options).generate(schema) as unknown as Record<
    string,
    Record<string, Middleware>
  >;
  return applyMiddleware(schema, pick(everywhere, ruled));
}

function ruleFor(schema: GraphQLSchema, typeName: string, name: string): FieldRules[string] {
  const type = schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`${typeName}.${name} is not in the schema`);
  return ruleOf(`${typeName}.${name}`, () => rulingOf(typeName, field as never));
}

/** Of the middleware that the library made for every field, that of the ruled ones. */
function pick(
  all: Record<string, Record<string, Middleware>>,
  ruled: ReadonlyMap<string, readonly string[]>,
): IMiddlewareFieldMap {
  const picked: Record<string, Record<string, Middleware>> = {};
  for (const [type, names] of ruled) {
    picked[type] = Object.fromEntries(names.map((name) => [name, guarded(all[type]?.[name])]));
  }
  return picked;
}

/** The library keeps a cache on the context that it is given; ours is frozen, so it gets one of its own. */
function guarded(middleware: Middleware | undefined): Middleware {
  if (!middleware) throw new Error('a ruled field has no rule');
  return (resolve, parent, args, ctx, info) =>
    middleware(() => resolve(parent, args, ctx, info), parent, args, { actor: ctx.actor }, info);
}
