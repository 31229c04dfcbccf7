/** `viewer.access`: what the policy says of a type, to whoever is asking. */
import { GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from '../base/errors';
import { Viewer } from './identity.types';
import type { RequestContext } from '../base/context';
import { accessOf, because, ruledTypes } from '../policy/access';

@ObjectType({ simpleResolvers: true, description: 'What the account may do with one field.' })
export class FieldAccess {
  @Field(() => String, { description: 'Name of the field.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'Data class that it belongs to; null: no data of anybody.' })
  dataClass: string | null;

  @Field(() => Boolean, { description: 'Whether it may be read, in some records at least.' })
  read: boolean;

  @Field(() => Boolean, { description: 'Whether it may be written, in some records at least.' })
  write: boolean;

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
    return accessOf(found, viewer.actor.role).map((access) => ({
      field: access.field,
      dataClass: access.dataClass,
      read: access.read.length > 0,
      write: access.write.length > 0,
      because: because(access)[ctx.locale],
    }));
  }
}

const unknownType = (type: string) =>
  badInput(
    `There is no type ${JSON.stringify(type.slice(0, 50))} with data; take the name of an object type of the schema.`,
    `Não há nenhum tipo ${JSON.stringify(type.slice(0, 50))} com dados; use o nome de um tipo de objecto do esquema.`,
  );
