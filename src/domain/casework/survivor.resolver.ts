/** The mutation of survivors; a new one comes with a case. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import { Survivor } from './survivor.entity';
import { UpdateSurvivorInput } from './survivor.inputs';
import { updateSurvivor } from './survivor.recording';

@Resolver()
export class SurvivorResolver {
  @Action(() => Survivor, 'Changes what is recorded of a survivor, or adds to it.')
  updateSurvivor(
    @Arg('input', () => UpdateSurvivorInput, { description: 'What it takes.' }) given: UpdateSurvivorInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Survivor, given, updateSurvivor);
  }
}
