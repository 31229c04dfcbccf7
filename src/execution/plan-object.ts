/** A record in a document: which cells it takes, and how it is written from them. */
import { isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { KeysAway } from '../vault/keys-apart';
import { SealBroken } from '../vault/sealing';
import type { Attribute, Thing } from '../model/thing';
import { countryAttribute } from '../policy/country';
import { HistoryEntry } from '../writing/history-entry.entity';
import { attributeToJson, idToJson, labelToJson, textToJson } from './json';
import { planChanges } from './plan-changes';
import type { Part, Source } from './part';
import type { Planning, Spot } from './planning';
import { sealedText } from './sealed';
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
  if (name === 'countryLabel') return countryLabel;
  const link = thing.links.get(name);
  if (link) return planning.follow(planning, spot, link, field, nodes);
  const attribute = thing.attributes.get(name);
  if (attribute) return value(part, from, attribute);
  if (thing.target === HistoryEntry && name === 'changes') return planChanges(planning, spot, nodes);
  return labels(part, from, name);
}

const labelOfCountry = labelToJson(countryAttribute);
const countryLabel: Write = (_cells, _at, writing) => labelOfCountry(writing.here.country, writing.locale);

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
  if (attribute.sealed) return sealed(part, from, attribute);
  const cell = part.attribute(from, attribute);
  const toJson = attributeToJson(attribute);
  return (cells, at) => {
    const text = cells[at + cell];
    return text === null ? 'null' : toJson(text as string);
  };
}

function sealed(part: Part, from: Source, attribute: Attribute): Write {
  const open = sealedText(part, from, attribute);
  return (cells, at, writing) => {
    const text = open(cells, at, writing);
    return text === null ? 'null' : textToJson(text);
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
