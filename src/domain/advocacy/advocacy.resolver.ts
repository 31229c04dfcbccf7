/** The mutations of advocacy. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import { AdvocacyActivity } from './advocacy-activity.entity';
import { AdvanceAdvocacyActivityInput, RecordAdvocacyActivityInput } from './advocacy.inputs';
import { advanceAdvocacyActivity, recordAdvocacyActivity } from './advocacy.service';

const input = { description: 'What it takes.' } as const;

@Resolver()
export class AdvocacyResolver {
  @Action(() => AdvocacyActivity, 'Records work towards a change of law, policy or practice.')
  recordAdvocacyActivity(
    @Arg('input', () => RecordAdvocacyActivityInput, input) given: RecordAdvocacyActivityInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, AdvocacyActivity, given, recordAdvocacyActivity);
  }

  @Action(() => AdvocacyActivity, 'Records that the change has come to another stage.')
  advanceAdvocacyActivity(
    @Arg('input', () => AdvanceAdvocacyActivityInput, input) given: AdvanceAdvocacyActivityInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, AdvocacyActivity, given, advanceAdvocacyActivity);
  }
}
