/** Random documents over the product's own schema: selections, fragments, aliases and switches. */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { allThings, type Thing } from '../../../src/model/thing';
import { rulingOf, thingOfType } from '../../../src/policy/coordinate';
import { allows } from '../../../src/policy/operation-check';
import type { Contract } from './contract';
import { viewerFields } from './viewer';
import { accessArgument, idArguments, listArguments, purposeArgument, type ArgumentWriting } from './arguments';

export type Composite = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

export interface DocumentWriting extends ArgumentWriting {
  readonly schema: GraphQLSchema;
  readonly contract: Contract;
  /** Things that the document keeps away from. */
  readonly excluded: ReadonlySet<string>;
}

/** A field under its response key, with its arguments: wherever it stands again, it stands the same. */
interface Written {
  readonly field: Field;
  readonly head: string;
  /** Of `node` and `nodes`: types of the ids. */
  readonly things: readonly Thing[];
}

/** Where a selection stands. */
interface Place {
  /** Links that may still be followed. */
  readonly level: number;
  /** Types that fragments on interfaces are for. */
  readonly things: readonly Thing[];
}

export class Documents {
  readonly fragments: { readonly name: string; readonly type: string; readonly text: string }[] = [];
  private readonly written = new Map<string, Written>();
  /** Fields that may still be written. */
  private left = 90;
  private aliases = 0;
  private directives = 0;

  constructor(private readonly writing: DocumentWriting) {}

  root(): string {
    const query = this.writing.schema.getQueryType();
    if (!query) throw new Error('no queries');
    return this.selections(query, { level: 1 + this.writing.chance.below(3), things: [] });
  }

  private selections(type: Composite, place: Place): string {
    const { chance } = this.writing;
    const isWide = allThings.has(type.name);
    const count = type.name === 'Query' ? 1 + chance.below(3) : isWide ? 1 + chance.below(6) : 1 + chance.below(3);
    const parts = Array.from({ length: count }, () => this.selection(type, place));
    return `{ ${parts.join(' ')} }`;
  }

  private selection(type: Composite, place: Place): string {
    const { chance } = this.writing;
    if (this.left-- <= 0) return '__typename';
    if (chance.odds(6)) return `${chance.odds(30) ? this.alias('__typename') : ''}__typename${this.condition()}`;
    if (isInterfaceType(type) && chance.odds(70)) return this.narrow(place);
    if (chance.odds(9)) return this.inline(type, place);
    if (chance.odds(9)) return this.spread(type, place);
    return this.field(type, place);
  }

  private inline(type: Composite, place: Place): string {
    const { chance } = this.writing;
    const condition = this.condition();
    if (allThings.has(type.name) && chance.odds(25)) {
      const node = this.writing.schema.getType('Node') as GraphQLInterfaceType;
      const thing = allThings.get(type.name);
      const things = thing && !chance.odds(20) ? [thing] : this.things(1);
      return `... on Node${condition} ${this.selections(node, { level: Math.min(place.level, 1), things })}`;
    }
    return `...${chance.odds(50) ? ` on ${type.name}` : ''}${condition} ${this.selections(type, place)}`;
  }

  private narrow(place: Place): string {
    const { chance } = this.writing;
    const things = place.things.length > 0 && chance.odds(85) ? place.things : this.things(2);
    const type = this.writing.schema.getType(chance.pick(things).name) as GraphQLObjectType;
    const below = { ...place, things: [] };
    if (chance.odds(25)) return this.spread(type, below);
    return `... on ${type.name}${this.condition()} ${this.selections(type, below)}`;
  }

  private spread(type: Composite, place: Place): string {
    const { chance } = this.writing;
    const known = this.fragments.filter((fragment) => fragment.type === type.name);
    if (known.length > 0 && chance.odds(50)) return `...${chance.pick(known).name}${this.condition()}`;
    const text = this.selections(type, place);
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, type: type.name, text });
    return `...${name}${this.condition()}`;
  }

  private field(type: Composite, place: Place): string {
    const field = this.choose(type, place.level);
    if (!field) return '__typename';
    const { head, field: of, things } = this.head(type, field, place);
    if (!leads(of)) return head + this.condition();
    const isLink = allThings.has(type.name);
    const inside = { level: isLink ? place.level - 1 : place.level, things };
    return `${head}${this.condition()} ${this.selections(typeOf(of) as Composite, inside)}`;
  }

  /** A field of the type: a value more often than a link, and a link only while there are levels left. */
  private choose(type: Composite, level: number): Field | undefined {
    const { chance } = this.writing;
    const all = Object.values(type.getFields()).filter((field) => this.isKnown(type, field));
    if (type.name === 'Query') return this.chooseRoot(all);
    if (type.name.endsWith('Connection')) {
      const weights = chance.odds(60) ? ['edges'] : ['pageInfo', 'totalCount'];
      return all.find(({ name }) => name === chance.pick(weights)) ?? all.find(({ name }) => name === 'edges');
    }
    if (type.name.endsWith('Edge')) return all.find(({ name }) => name === (chance.odds(75) ? 'node' : 'cursor'));
    const isDue = type.name === 'Viewer' || (level > 0 && chance.odds(32));
    const links = isDue ? all.filter(leads) : [];
    const values = all.filter((field) => !leads(field));
    const from = links.length > 0 || values.length === 0 ? links : values;
    return from.length > 0 ? chance.pick(from) : undefined;
  }

  private chooseRoot(all: readonly Field[]): Field | undefined {
    const { chance, actor } = this.writing;
    const nodes = all.filter(({ name }) => name === 'node' || name === 'nodes');
    if (chance.odds(5)) return all.find(({ name }) => name === 'viewer');
    if (chance.odds(22)) return chance.pick(nodes);
    const listed = chance.odds(75);
    const kind = all.filter((field) => thingOfType(typeOf(field)) && isList(field) === listed);
    const open = kind.filter((field) => allows(rulingOf('Query', field), actor.role));
    return chance.pick(open.length > 0 && chance.odds(88) ? open : kind);
  }

  /** Fields that the oracle knows, of things that this document does not keep away from. */
  private isKnown(type: Composite, field: Field): boolean {
    const target = thingOfType(typeOf(field));
    if (target && this.writing.excluded.has(target.name)) return false;
    if (type.name === 'Query') return target !== undefined || ['node', 'nodes', 'viewer'].includes(field.name);
    const thing = allThings.get(type.name);
    if (!thing) return viewerFields[type.name]?.includes(field.name) ?? true;
    const value = thing.attributes.has(field.name) || thing.attributes.has(field.name.replace(/Label$/, ''));
    return value || thing.links.has(field.name) || /^country(Label)?$/.test(field.name);
  }

  private head(type: Composite, chosen: Field, place: Place): Written {
    const { chance } = this.writing;
    const alias = chance.odds(18) ? this.alias(chosen.name) : '';
    const key = alias ? alias.slice(0, -2) : chosen.name;
    const known = this.written.get(`${type.name}.${key}`);
    if (known) return known;
    const isRoot = type.name === 'Query';
    const things = isRoot && (chosen.name === 'node' || chosen.name === 'nodes') ? this.things(3) : [];
    const head = `${alias}${chosen.name}${this.argumentsOf(type, chosen, key, things, place)}`;
    const written = { field: chosen, head, things };
    this.written.set(`${type.name}.${key}`, written);
    return written;
  }

  private argumentsOf(type: Composite, field: Field, key: string, things: readonly Thing[], place: Place): string {
    const { chance, contract } = this.writing;
    const isRoot = type.name === 'Query';
    const { args } = field;
    if (things.length > 0) {
      const malformed = field.name === 'node' ? chance.odds(20) : contract.asksMalformed && chance.odds(35);
      return idArguments(this.writing, things, args, { raw: true, malformed });
    }
    if (field.name === 'access') return accessArgument(this.writing);
    const thing = thingOfType(typeOf(field));
    if (!thing || args.length === 0) return '';
    if (isList(field)) {
      const errors = chance.odds(12) && (isRoot || contract.asksNested);
      const pages = isRoot ? (place.level > 2 ? [0, 1, 2, 3, 4] : [0, 1, 2, 5, 8, 12]) : [0, 1, 2, 2, 3];
      return listArguments(this.writing, { thing, args, key: `${type.name}.${key}`, pages, errors });
    }
    if (!isRoot) return purposeArgument(this.writing, args);
    return idArguments(this.writing, [thing], args, { raw: true, malformed: chance.odds(10) });
  }

  private things(most: number): Thing[] {
    const { chance, excluded } = this.writing;
    const allowed = [...allThings.values()].filter(({ name }) => !excluded.has(name));
    const open = allowed.filter(({ name }) => {
      const field = this.writing.schema.getQueryType()?.getFields()[allThings.get(name)?.plural ?? ''];
      return field && allows(rulingOf('Query', field), this.writing.actor.role);
    });
    return chance.some(open.length > 0 && chance.odds(85) ? open : allowed, 1, most);
  }

  /** Few enough names that they meet, each for one field of a type. */
  private alias(name: string): string {
    if (this.aliases++ >= 8) return '';
    const { chance } = this.writing;
    return chance.odds(75)
      ? `${chance.pick(['a', 'b'])}_${name.replace(/^__/, '')}: `
      : `${chance.pick(['x', 'y', 'constructor'])}: `;
  }

  private condition(): string {
    const { chance, inputs, contract } = this.writing;
    if (!chance.odds(7) || this.directives >= 5) return '';
    this.directives++;
    const value = chance.odds(25) ? String(chance.odds(50)) : inputs.switch(contract.asksSwitches);
    const other = chance.odds(10) && this.directives++ < 5 ? ` @include(if: ${String(chance.odds(80))})` : '';
    const name = other || chance.odds(50) ? 'skip' : 'include';
    return ` @${name}(if: ${value})${other}`;
  }
}

/** graphql-js asks five questions for this, and here it is asked a million times. */
const types = new WeakMap<Field, GraphQLNamedType>();
function typeOf(field: Field): GraphQLNamedType {
  const known = types.get(field) ?? getNamedType(field.type);
  types.set(field, known);
  return known;
}

const leading = new Map<GraphQLNamedType, boolean>();
function leads(field: Field): boolean {
  const type = typeOf(field);
  const known = leading.get(type) ?? isCompositeType(type);
  leading.set(type, known);
  return known;
}

const isList = (field: Field): boolean => {
  const type = typeOf(field);
  return isObjectType(type) && type.name.endsWith('Connection');
};
