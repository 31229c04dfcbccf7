/** The oracle's resolvers: every field by itself, as the specification tells it. */
import { defaultFieldResolver, responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import { label } from '../../../src/model/codelist';
import { REGION } from '../../../src/base/countries';
import { CountryCode } from '../../../src/model/country.codes';
import { badInput } from '../../../src/base/errors';
import { otherType, parseId, type GlobalId } from '../../../src/base/global-id';
import { isLogged } from '../../../src/policy/rights';
import {
  allThings,
  codesOf,
  innerThings,
  labelling,
  type Attribute,
  type Link,
  type Thing,
} from '../../../src/model/thing';
import { rulingOf } from '../../../src/policy/coordinate';
import { ForbiddenError } from '../../../src/policy/denial';
import { allows, denialOf } from '../../../src/policy/operation-check';
import { actorScopes, rolesThatRead } from '../../../src/policy/rights';
import type { Contract } from './contract';
import { idOf, isOfPlace, pageOf, recordBy, recordOf, shown, type Asking, type Found, type Hanging } from './records';
import { selected } from './selected';
import { viewerOf } from './viewer';
import { changesOf } from './history';

export type Arguments = Readonly<Record<string, unknown>>;

/** What one answer is made with. */
export interface Answering extends Asking {
  readonly contract: Contract;
  /** Told of every cursor that is shown, by its list: type and response key. */
  readonly onCursor: (list: string, cursor: string) => void;
  /** Told of the type that each id given to `node` and `nodes` names, with the response key. */
  readonly onId: (key: string, type: string) => void;
}

type Info = GraphQLResolveInfo;

/** The value of a field. */
export function resolve(source: unknown, args: Arguments, answering: Answering, info: Info): unknown {
  const parent = info.parentType.name;
  const thing = allThings.get(parent) ?? innerThings.get(parent);
  if (parent !== 'Query' && !thing) return defaultFieldResolver(source, args, answering, info);
  const field = info.parentType.getFields()[info.fieldName];
  const ruling = field && rulingOf(parent, field);
  if (!allows(ruling, answering.actor.role)) {
    if (isSilent(answering.contract, thing, info.fieldName)) return null;
    throw new ForbiddenError(denialOf(`${parent}.${info.fieldName}`, ruling));
  }
  return thing ? ofRecord(source as Found, thing, args, answering, info) : ofRoot(args, answering, info);
}

/** Today only fields with a guard of their own say where they were met; of the others the document's place is told. */
const isSilent = ({ denials }: Contract, thing: Thing | undefined, name: string): boolean =>
  denials === 'document' && thing !== undefined && !isLogged(linkOf(thing, name).target());

function ofRoot(args: Arguments, answering: Answering, info: Info): unknown {
  const { fieldName } = info;
  if (fieldName === 'viewer') return viewerOf(answering);
  if (fieldName === 'node') return byId(answering, args.id as string, info);
  if (fieldName === 'nodes') return byIds(answering, args.ids as readonly string[], info);
  for (const thing of allThings.values()) {
    if (thing.tally?.name === fieldName) return tally(answering, thing, thing.tally.by);
    if (thing.plural === fieldName) return list(answering, thing, thing.plural, args, info);
    if (thing.singular === fieldName) return one(answering, recordOf(answering, thing, idFor(thing, args.id)), info);
  }
  throw new Error(`The oracle does not know Query.${fieldName}.`);
}

/** How many there are of each code: the total of the list under each, one after the other. */
async function tally(answering: Answering, thing: Thing, by: string): Promise<object[]> {
  const attribute = thing.attributes.get(by) as Attribute;
  const lines: object[] = [];
  for (const code of codesOf(attribute.type)?.codes ?? []) {
    const filter = { [by]: { eq: code } };
    const { total } = await pageOf(answering, thing, thing.plural, { filter }, { rows: false, total: true });
    if (total > 0) lines.push({ [by]: code, [`${by}Label`]: labels(attribute, code, answering), count: total });
  }
  return lines;
}

/** @throws ApiError for the id of another type */
function idFor({ name, label: called }: Thing, given: unknown): GlobalId {
  const id = parseId(given as string);
  const { en, pt } = otherType(called);
  if (id.type !== null && id.type !== name) throw badInput(en, pt);
  return id;
}

const one = async (answering: Answering, found: Promise<Found | null>, info: Info): Promise<Found | null> =>
  shown(answering, await found, info);

async function byId(answering: Answering, text: string, info: Info): Promise<Found | null> {
  const id = parseId(text);
  const key = String(responsePathAsArray(info.path)[0]);
  if (id.type !== null) answering.onId(key, id.type);
  if (id.type === null && answering.contract.rawNodeIds === 'unknown') return null;
  const things = [...allThings.values()].filter(({ name }) => name === (id.type ?? name));
  for (const thing of things) {
    const { actor } = answering;
    if (actorScopes(actor, thing.dataClass, 'read').length === 0 && !isOfPlace(actor, thing)) continue;
    const found = await recordOf(answering, thing, id);
    if (found) return shown(answering, found, info);
  }
  // The id of no record that is seen may be that of any type.
  if (id.type === null) for (const name of allThings.keys()) answering.onId(key, name);
  return null;
}

/** An Error in a list is an error of its place. */
function byIds(answering: Answering, ids: readonly string[], info: Info): Promise<unknown> {
  const inPlace = answering.contract.malformedIds === 'inPlace';
  return Promise.all(
    ids.map((id) => byId(answering, id, info).catch((error: Error) => (inPlace ? error : Promise.reject(error)))),
  );
}

function ofRecord(found: Found, thing: Thing, args: Arguments, answering: Answering, info: Info): unknown {
  const { fieldName } = info;
  if (fieldName === 'id') return idOf(found);
  if (thing.inner && fieldName === 'changes') return changesOf(answering, found);
  if (fieldName === 'countryLabel') return label(CountryCode, found.country, answering.locale);
  if (thing.links.has(fieldName)) return link(found, linkOf(thing, fieldName), args, answering, info);
  const labelled = thing.attributes.get(fieldName.replace(/Label$/, ''));
  if (labelled && labelled.name !== fieldName) return labels(labelled, found[labelled.name], answering);
  return found[fieldName];
}

function labels(attribute: Attribute, value: unknown, { locale }: Answering): unknown {
  const called = labelling(attribute);
  if (!called || value === null) return null;
  return Array.isArray(value) ? value.map((code) => called(code as string, locale)) : called(value as string, locale);
}

function linkOf(thing: Thing, name: string): Link {
  const found = thing.links.get(name);
  if (!found) throw new Error(`The oracle does not know ${thing.name}.${name}.`);
  return found;
}

/** Of what is seen only because it was shared, and is written by others alone, nobody is told what it was before. */
const isShared = ({ thing: { dataClass } }: Found, { actor }: Answering): boolean =>
  actorScopes(actor, dataClass, 'read').every((scope) => scope === 'referred') &&
  actorScopes(actor, dataClass, 'write').length === 0;

/** What the region reads of its own doing alone. */
function ofAnotherPlace(from: Found, name: string, { dataClass }: Thing): Error {
  const readableBy = rolesThatRead(dataClass);
  return new ForbiddenError({ coordinate: `${from.thing.name}.${name}`, dataClass, readableBy });
}

function link(
  from: Found,
  { name, kind, local, foreign, target }: Link,
  args: Arguments,
  answering: Answering,
  info: Info,
): unknown {
  const thing = target();
  const by = thing.attributes.get(foreign);
  if (!by) throw new Error(`${thing.name} has no attribute ${foreign}`);
  if (thing.inner && isShared(from, answering)) return null;
  if (from.country !== REGION && isOfPlace(answering.actor, thing)) throw ofAnotherPlace(from, name, thing);
  const value = local === 'id' ? from.$id : from[local];
  if (kind === 'one') return one(answering, recordBy(answering, from, thing, by, value), info);
  return list(answering, thing, `${from.thing.name}.${name}`, args, info, { from, by, value });
}

async function list(
  answering: Answering,
  thing: Thing,
  name: string,
  args: Arguments,
  info: Info,
  on?: Hanging,
): Promise<unknown> {
  const asked = selected(info, `${thing.name}Connection`);
  const wants = { rows: asked.has('edges') || asked.has('pageInfo'), total: asked.has('totalCount') };
  const page = await pageOf(answering, thing, name, args, wants, on);
  const cursor = (of: Found | undefined): string | null => {
    const made = of ? page.cursor(of) : null;
    if (made) answering.onCursor(`${info.parentType.name}.${info.path.key}`, made);
    return made;
  };
  return {
    edges: page.found.map((found) => ({
      cursor: () => cursor(found),
      node: (_args: Arguments, _answering: Answering, inner: Info) => shown(answering, found, inner),
    })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: () => cursor(page.found[0]),
      endCursor: () => cursor(page.found.at(-1)),
    },
    totalCount: page.total,
  };
}
