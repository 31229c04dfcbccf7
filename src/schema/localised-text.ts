/** The type of texts that are told in every language at once. */
import { Field, ObjectType } from 'type-graphql';
import type { Text } from '../base/locale';

@ObjectType({
  simpleResolvers: true,
  description: 'A text in every language of the programme, whichever was asked for.',
})
export class LocalisedText implements Text {
  @Field(() => String, { description: 'In English.' })
  en: string;

  @Field(() => String, { description: 'In Portuguese.' })
  pt: string;
}
