/** The mutation of incidents. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import { Incident } from './incident.entity';
import { AddIncidentInput } from './incident.inputs';
import { addIncident } from './incident.recording';

@Resolver()
export class IncidentResolver {
  @Action(() => Incident, 'Adds an incident to a case.')
  addIncident(
    @Arg('input', () => AddIncidentInput, { description: 'What it takes.' }) given: AddIncidentInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Incident, given, addIncident);
  }
}
