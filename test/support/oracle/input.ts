/** Writes arguments: values of input types, with variables in any place of them. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { Chance } from './chance';

/** A value as variables carry it; undefined stands for one that is left out. */
export type Tree = null | boolean | number | string | readonly Tree[] | { readonly [name: string]: Tree };

export interface Variable {
  readonly name: string;
  readonly declaration: string;
  /** Undefined: left out. */
  readonly given: Tree | undefined;
}

/** What null and absent values may do in a place. */
export interface Manners {
  /** Whether what makes graphql-js or the product refuse the field may be written. */
  readonly errors: boolean;
  /** The type of the input object around is a comparison, whose operands take no null. */
  readonly operand: boolean;
}

export class Inputs {
  readonly variables: Variable[] = [];

  constructor(private readonly chance: Chance) {}

  /** The text of a value in a place of this type. */
  write(type: GraphQLInputType, tree: Tree, manners: Manners): string {
    if (this.variables.length < 14 && this.chance.odds(isNonNullType(type) ? 22 : 30))
      return this.variable(type, tree, manners);
    return this.literal(type, tree, manners);
  }

  private literal(type: GraphQLInputType, tree: Tree, manners: Manners): string {
    if (isNonNullType(type)) return this.literal(type.ofType, tree, manners);
    if (tree === null) return 'null';
    if (isListType(type)) {
      const item = type.ofType;
      if (!Array.isArray(tree)) return this.write(item, tree, manners);
      // A list of one may be written without brackets.
      if (tree.length === 1 && this.chance.odds(20)) return this.literal(item, tree[0] as Tree, manners);
      return `[${(tree as readonly Tree[]).map((part) => this.write(item, part, manners)).join(', ')}]`;
    }
    if (!isInputObjectType(type)) return plain(type, tree);
    const operand = isComparison(type);
    const parts = Object.entries(tree as Record<string, Tree>).map(([name, part]) => {
      const field = type.getFields()[name];
      if (!field) throw new Error(`${type.name} has no field ${name}`);
      return `${name}: ${this.write(field.type, part, { ...manners, operand })}`;
    });
    return `{${parts.join(', ')}}`;
  }

  /** A variable that stands for the value, for another, or, where that does no harm, for none. */
  private variable(type: GraphQLInputType, tree: Tree, manners: Manners): string {
    const { chance } = this;
    const strict = isNonNullType(type);
    const nullable = strict ? type.ofType : type;
    const byDefault = tree !== null && chance.odds(strict ? 45 : 30);
    const demanding = tree !== null && (strict ? !byDefault || chance.odds(40) : chance.odds(15));
    const mayBeNull = !demanding && (manners.errors || (!strict && !manners.operand));
    const name = `v${this.variables.length}`;
    const shown = byDefault ? ` = ${plain(nullable, tree)}` : '';
    const value = this.other(nullable, tree);
    const given = demanding && !byDefault ? value : this.given(value, mayBeNull);
    this.variables.push({ name, declaration: `$${name}: ${String(nullable)}${demanding ? '!' : ''}${shown}`, given });
    return `$${name}`;
  }

  private given(tree: Tree, mayBeNull: boolean): Tree | undefined {
    if (this.chance.odds(40)) return tree;
    return mayBeNull && this.chance.odds(35) ? null : undefined;
  }

  /** Another value of the type where one is at hand, so that it can be told from the default. */
  private other(type: GraphQLInputType, tree: Tree): Tree {
    if (tree === null || this.chance.odds(30)) return tree;
    if (Array.isArray(tree)) return (tree as readonly Tree[]).slice(0, 1);
    if (isEnumType(type)) return this.chance.pick(type.getValues()).name;
    if (typeof tree === 'number') return this.chance.below(5);
    return typeof tree === 'boolean' ? !tree : tree;
  }

  /** A switch for @skip or @include. */
  switch(errors: boolean): string {
    const { chance } = this;
    const known = this.variables.filter(({ name }) => name.startsWith('s'));
    if (known.length > 0 && chance.odds(60)) return `$${chance.pick(known).name}`;
    if (known.length >= 3) return String(chance.odds(50));
    const name = `s${this.variables.length}`;
    const byDefault = chance.odds(50);
    const loose = byDefault && chance.odds(50);
    const shown = byDefault ? ` = ${String(chance.odds(50))}` : '';
    const value = chance.odds(50);
    const given = byDefault && chance.odds(50) ? (loose && errors && chance.odds(30) ? null : undefined) : value;
    this.variables.push({ name, declaration: `$${name}: Boolean${loose ? '' : '!'}${shown}`, given });
    return `$${name}`;
  }

  /** A variable of a type that takes null, left out for now. */
  left(type: string): string {
    const name = `v${this.variables.length}`;
    this.variables.push({ name, declaration: `$${name}: ${type}`, given: undefined });
    return name;
  }

  get declarations(): string {
    return this.variables.length > 0 ? `(${this.variables.map(({ declaration }) => declaration).join(', ')})` : '';
  }

  get values(): Record<string, Tree> {
    const given = this.variables.filter((variable) => variable.given !== undefined);
    return Object.fromEntries(given.map((variable) => [variable.name, variable.given as Tree]));
  }
}

const isComparison = (type: GraphQLInputObjectType): boolean =>
  type.name.endsWith('Filter') && !('and' in type.getFields());

/** A value without variables. */
export function plain(type: GraphQLInputType, tree: Tree): string {
  const named = getNamedType(type);
  if (tree === null) return 'null';
  if (Array.isArray(tree)) return `[${(tree as readonly Tree[]).map((part) => plain(named, part)).join(', ')}]`;
  if (isInputObjectType(named)) {
    const fields = named.getFields();
    const parts = Object.entries(tree as Record<string, Tree>).map(([name, part]) => {
      const field = fields[name];
      return `${name}: ${field ? plain(field.type, part) : 'null'}`;
    });
    return `{${parts.join(', ')}}`;
  }
  return isEnumType(named) && typeof tree === 'string' ? tree : JSON.stringify(tree);
}
