/** `codeLists`: what every code is called and means, in all languages at once. It is declared, so nothing is read. */
import { Arg, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { badInput, type ApiError } from '../base/errors';
import type { Text } from '../base/locale';
import { above, codeLists, type CodeList } from '../model/codelist';
import { LocalisedText } from './localised-text';
import { DateScalar } from '../model/scalars';

@ObjectType('Code', { simpleResolvers: true, description: 'One code of a list.' })
class CodeType {
  @Field(() => String, { description: 'The code: stable for ever, and the value of the enumeration.' })
  code: string;

  @Field(() => LocalisedText, { description: 'What it is called.' })
  label: Text;

  @Field(() => LocalisedText, {
    nullable: true,
    description: 'What it means, where the label does not say it all.',
  })
  description: Text | null;

  @Field(() => Int, { description: 'Its place in the list, from 1: the order in which people are shown it.' })
  position: number;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the list above (`CodeList.parent`) that it belongs to; null where it belongs to none.',
  })
  parent: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from: GBVIMS, Primero, ISO 3166-1 …' })
  source: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called there, where that differs from the code.' })
  sourceCode: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when it is no longer to be taken; null while it is. Records that have it keep it.',
  })
  deprecatedSince: string | null;

  @Field(() => String, { nullable: true, description: 'Which code of the list to take instead, where there is one.' })
  useInstead: string | null;
}

@ObjectType('CodeList', { simpleResolvers: true, description: 'A list of codes.' })
class CodeListType {
  @Field(() => String, { description: 'Name of the list: that of the enumeration, where the schema has one.' })
  name: string;

  @Field(() => LocalisedText, { description: 'What it is about.' })
  description: Text;

  @Field(() => String, { nullable: true, description: 'Name of the list above, whose codes these belong to.' })
  parent: string | null;

  @Field(() => [CodeType], { description: 'The codes, in their order.' })
  codes: readonly CodeType[];
}

@Resolver()
export class CodeListResolver {
  @Query(() => [CodeListType], {
    nullable: true,
    description:
      'The code lists, with labels and descriptions in every language side by side. Provinces and districts are records, not codes: see `provinces`.',
  })
  codeLists(
    @Arg('names', () => [String], { nullable: true, description: 'Only these, in this order; all where left out.' })
    names?: readonly string[] | null,
  ): readonly CodeListType[] {
    const wanted = names ?? [...codeLists.keys()].sort();
    const unknown = wanted.filter((name) => !codeLists.has(name));
    if (unknown.length > 0) throw unknownLists(unknown);
    return wanted.map((name) => shown(codeLists.get(name) as CodeList));
  }
}

const shownLists = new Map<CodeList, CodeListType>();

function shown(list: CodeList): CodeListType {
  const found = shownLists.get(list) ?? made(list);
  shownLists.set(list, found);
  return found;
}

function made(list: CodeList): CodeListType {
  const parents = above(list);
  const codes = list.codes.map((code, at): CodeType => {
    const { description, source, sourceCode, deprecated, ...label } = list.of[code] as CodeList['of'][string];
    return {
      code,
      label,
      description: description ?? null,
      position: at + 1,
      parent: parents?.of[code] ?? null,
      source: source ?? null,
      sourceCode: sourceCode ?? null,
      deprecatedSince: deprecated?.since ?? null,
      useInstead: deprecated?.instead ?? null,
    };
  });
  return { name: list.name, description: list.description, parent: parents?.list.name ?? null, codes };
}

function unknownLists(unknown: readonly string[]): ApiError {
  const named = unknown.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 50)));
  const names = [...named, ...(unknown.length > named.length ? ['…'] : [])].join(', ');
  return badInput(
    `There is no code list of this name: ${names}. Ask for all of them to see which there are.`,
    `Não há nenhuma lista de códigos com este nome: ${names}. Peça-as todas para ver quais existem.`,
    { unknown: unknown.slice(0, 10) },
  );
}
