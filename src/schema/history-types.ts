/** The types of what changed in a record. */
import { Field, ObjectType } from 'type-graphql';
import { FieldValueScalar } from '../model/scalars';
import { thingOf } from '../model/thing';
import { HistoryEntry } from '../writing/history-entry.entity';

export const historyThing = thingOf(HistoryEntry);

@ObjectType({ simpleResolvers: true, description: 'What a field was before a change, and what it was after it.' })
class FieldChange {
  @Field(() => String, { description: 'Name of the field, as the record has it.' })
  field: string;

  @Field(() => FieldValueScalar, {
    nullable: true,
    description:
      'What it was; null where it had no value, or where no history tells it. Of a link: the id, where the account may see what it leads to.',
  })
  before: unknown;

  @Field(() => FieldValueScalar, {
    nullable: true,
    description: 'What it was then; null where it had no value, or where no history tells it.',
  })
  after: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Label of `before` in the language asked for, where it is coded.',
  })
  beforeLabel: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Label of `after` in the language asked for, where it is coded.',
  })
  afterLabel: string | null;
}

/** Adds what changed to the entries of a history. */
export function addChanges(): void {
  Field(() => [FieldChange], { description: 'What changed, field by field; empty where the record was made.' })(
    HistoryEntry.prototype,
    'changes',
  );
}
