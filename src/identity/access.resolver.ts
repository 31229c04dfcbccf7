/** `viewer.access`: what the policy says of a type, to whoever is asking. */
import { GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from '../base/errors';
import { Viewer } from './identity.types';
import type { RequestContext } from '../base/context';
import type { Locale } from '../base/locale';
import type { Role } from '../base/names';
import { actionLabel } from '../model/action';
import { label } from '../model/codelist';
import { codesOf } from '../model/thing';
import { accessOf, because, ruledTypes, writingOf, type Access } from '../policy/access';
import { dataClassLabel } from '../policy/data-class.codes';
import { textLength } from '../writing/input';

@ObjectType({ simpleResolvers: true, description: 'A mutation by which a field is written.' })
export class FieldWriting {
  @Field(() => String, { description: 'Name of the mutation.' })
  mutation: string;

  @Field(() => String, { description: 'Label of `mutation` in the caller’s language, as what somebody does.' })
  mutationLabel: string;

  @Field(() => [String], { description: 'Where it stands in the input; lists without positions.' })
  path: readonly string[];

  @Field(() => Boolean, { description: 'Whether it must be given, wherever what it stands in is given.' })
  required: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What the account may do with one field.' })
export class FieldAccess {
  @Field(() => String, { description: 'Name of the field.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'Data class that it belongs to; null: no data of anybody.' })
  dataClass: string | null;

  @Field(() => String, { nullable: true, description: 'Label of `dataClass` in the caller’s language.' })
  dataClassLabel: string | null;

  @Field(() => Boolean, { description: 'Whether it may be read, in some records at least.' })
  read: boolean;

  @Field(() => Boolean, {
    description: 'Whether a mutation that the account may take writes it, in some records at least.',
  })
  write: boolean;

  @Field(() => [FieldWriting], { description: 'The mutations by which the account writes it; empty: by none.' })
  writtenBy: readonly FieldWriting[];

  @Field(() => Int, { nullable: true, description: 'Most characters of a text; null for what is no text.' })
  maxLength: number | null;

  @Field(() => Int, { nullable: true, description: 'Smallest number that is taken; null where none is said.' })
  minimum: number | null;

  @Field(() => Int, { nullable: true, description: 'Greatest number that is taken; null where none is said.' })
  maximum: number | null;

  @Field(() => [String], { nullable: true, description: 'The codes that it can have; null for what is not coded.' })
  codes: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Label of each of `codes` in the caller’s language.' })
  codesLabel: readonly string[] | null;

  @Field(() => String, { description: 'Of which records that holds, in words.' })
  because: string;
}

@Resolver(() => Viewer)
export class AccessResolver {
  @FieldResolver(() => [FieldAccess], {
    description: 'What the account may do with each field of a type, and of which records.',
  })
  access(
    @Root() viewer: Viewer,
    @Arg('type', () => String, { description: 'Name of an object type, or `Query` or `Mutation`.' }) type: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): readonly FieldAccess[] {
    const found = ruledTypes(info.schema).find(({ name }) => name === type);
    if (!(found instanceof GraphQLObjectType)) throw unknownType(type);
    const { role } = viewer.actor;
    return accessOf(found, role).map((access) => fieldAccess(found.name, access, role, ctx.locale));
  }
}

function fieldAccess(type: string, access: Access, role: Role, locale: Locale): FieldAccess {
  const { field, dataClass, read } = access;
  const { writtenBy: writings, write: written, attribute } = writingOf(type, field, role);
  // A mutation itself is written by calling it; what no mutation takes is not written, whatever the class allows.
  const write = type === 'Mutation' ? access.write : written;
  const codes = attribute && codesOf(attribute.type);
  const writtenBy = writings.map((each) => ({ ...each, mutationLabel: actionLabel(each.mutation, locale) }));
  const isText = attribute?.type === 'text' || attribute?.type === 'longText';
  return {
    ...{ field, dataClass, read: read.length > 0, write: write.length > 0, writtenBy },
    dataClassLabel: dataClass && dataClassLabel(dataClass, locale),
    maxLength: isText ? textLength(attribute) : null,
    minimum: attribute?.min ?? null,
    maximum: attribute?.max ?? null,
    codes: codes?.codes ?? null,
    codesLabel: codes?.codes.map((code) => label(codes, code, locale)) ?? null,
    because: because({ read, write })[locale],
  };
}

const unknownType = (type: string) =>
  badInput(
    `There is no type ${JSON.stringify(type.slice(0, 50))} with data; take the name of an object type of the schema.`,
    `Não há nenhum tipo ${JSON.stringify(type.slice(0, 50))} com dados; use o nome de um tipo de objecto do esquema.`,
  );
