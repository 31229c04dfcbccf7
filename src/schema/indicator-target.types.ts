/** What the rows of a table of indicators tell of targets. */
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../model/scalars';

@ObjectType('IndicatorRowTarget', { simpleResolvers: true, description: 'What a value is to reach, and who set it.' })
export class IndicatorRowTargetType {
  @Field(() => ID, { description: 'Id of the target: see the query `indicatorTarget`.' })
  id: string;

  @Field(() => Float, { description: 'What is to be reached, as the value is told.' })
  value: number;

  @Field(() => Int, { description: 'Version of the target; its history tells what it was before.' })
  version: number;

  @Field(() => ID, { nullable: true, description: 'Funding stream whose donor set it; null: the programme did.' })
  fundingStream: string | null;

  @Field(() => String, { nullable: true, description: 'Institution that set it; null: the programme did.' })
  donor: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Colleague who set it, or corrected it, last; null where the account does not see who.',
  })
  setBy: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was set, or corrected, last, in UTC.' })
  setAt: string;
}
