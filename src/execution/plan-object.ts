/** A record in a document: which cells it takes, and how it is written from them. */
import { isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { column, raw } from '../base/sql';
import { KeysAway } from '../vault/keys-apart';
import { SealBroken } from '../vault/sealing';
import type { Attribute, Thing } from '../model/thing';
import { attributeToJson, idToJson, labelToJson, textToJson } from './json';
import type { Part, Source } from './part';
import type { Planning, Spot } from './planning';
import { selectedFields, type Selected } from './selection';
import { endOf, headsOf, type Slot } from './write-connection';
import type { Write } from './writing';

/** How a record is written as these nodes select it; null where the row has none. */
export function planObject(planning: Planning, spot: Spot, nodes: readonly FieldNode[]): Write {
  const { thing } = spot.source;
  const type = objectType(planning, thing);
  const slots = [...selectedFields(planning.walk, thing.name, nodes).values()].map((selected) => ({
    key: selected.key,
    write: slot(planning, { ...spot, place: [...spot.place, selected.key] }, type, selected),
  }));
  const write = objectWriter(slots, spot.part.id(spot.source));
  return thing.sealed ? guarded(write, spot, nodes) : write;
}

function objectType({ walk }: Planning, { name }: Thing): GraphQLObjectType {
  const type = walk.schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}

function objectWriter(slots: readonly Slot<Write>[], id: number): Write {
  const heads = headsOf(slots);
  const writes = slots.map(({ write }) => write);
  const end = endOf(slots);
  return (cells, at, writing) => {
    if (cells[at + id] === null) return 'null';
    let text = '';
    for (let i = 0; i < writes.length; i++) text += heads[i] + (writes[i] as Write)(cells, at, writing);
    return text + end;
  };
}

/** A record whose seal is broken is null in its place, with one error. */
const guarded =
  (write: Write, { place }: Spot, nodes: readonly FieldNode[]): Write =>
  (cells, at, writing) => {
    try {
      return write(cells, at, writing);
    } catch (error) {
      if (!(error instanceof SealBroken || error instanceof KeysAway)) throw error;
      writing.fail(error, place, nodes);
      return 'null';
    }
  };

function slot(planning: Planning, spot: Spot, type: GraphQLObjectType, { name, nodes }: Selected): Write {
  const { part, source: from } = spot;
  const { thing } = from;
  if (name === '__typename') return constant(`"${thing.name}"`);
  const field = type.getFields()[name];
  if (!field) throw new Error(`${thing.name} has no field ${name}`);
  const denied = planning.denies(thing.name, field);
  if (denied) return (_cells, _at, writing) => (writing.deny(denied, spot.place, nodes), 'null');
  if (name === 'id') return id(part.id(from), thing.name);
  if (name === 'country') return (_cells, _at, writing) => `"${writing.here.country}"`;
  const link = thing.links.get(name);
  if (link) return planning.follow(planning, spot, link, field, nodes);
  const attribute = thing.attributes.get(name);
  if (attribute) return value(part, from, attribute);
  return labels(part, from, name);
}

const constant =
  (text: string): Write =>
  () =>
    text;

/** Rows that follow each other often lead to the same record: its id is not made twice. */
function id(at: number, type: string): Write {
  let country = '';
  let prefix = '';
  let last: string | null = null;
  let made = '';
  return (cells, row, writing) => {
    const uuid = cells[row + at] as string;
    if (writing.here.country !== country) {
      country = writing.here.country;
      prefix = `${type}:${country}:`;
      last = null;
    }
    if (uuid !== last) {
      last = uuid;
      made = idToJson(prefix, uuid);
    }
    return made;
  };
}

function value(part: Part, from: Source, attribute: Attribute): Write {
  const cell = part.attribute(from, attribute);
  const toJson = attributeToJson(attribute);
  if (attribute.sealed) return sealed(part, from, attribute, cell);
  return (cells, at) => {
    const text = cells[at + cell];
    return text === null ? 'null' : toJson(text as string);
  };
}

/** A row whose data key was destroyed keeps null: it was erased. */
function sealed(part: Part, from: Source, attribute: Attribute, cell: number): Write {
  const id = part.id(from);
  const key = part.cell(part.export(from, 'data_key_id', column(from.alias, 'data_key_id')));
  const wrapped = part.cell(part.export(from, '$wrapped', raw(`encode(k.wrapped, 'hex')`)));
  part.keys.set(key, wrapped);
  const where = { table: from.thing.table, column: attribute.column };
  return (cells, at, writing) => {
    const sealedText = cells[at + cell];
    const dataKey = typeof sealedText === 'string' ? writing.key(cells[at + key] as string, cells[at + wrapped]) : null;
    if (!dataKey) return 'null';
    return textToJson(writing.open(dataKey, sealedText as string, { ...where, row: cells[at + id] as string }));
  };
}

function labels(part: Part, from: Source, name: string): Write {
  const attribute = from.thing.attributes.get(name.slice(0, -'Label'.length));
  if (!attribute || !name.endsWith('Label')) throw new Error(`${from.thing.name}.${name} is nothing that is read`);
  const cell = part.attribute(from, attribute);
  const toJson = labelToJson(attribute);
  return (cells, at, writing) => {
    const text = cells[at + cell];
    return text === null ? 'null' : toJson(text as string, writing.locale);
  };
}
