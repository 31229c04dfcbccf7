/** The mutations of trainings. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import { Training } from './training.entity';
import {
  CancelTrainingInput,
  ConfirmTrainingInput,
  HoldTrainingInput,
  PlanTrainingInput,
  PostponeTrainingInput,
  ReportTrainingInput,
  VerifyTrainingInput,
} from './training.inputs';
import {
  cancelTraining,
  confirmTraining,
  holdTraining,
  planTraining,
  postponeTraining,
  reportTraining,
  verifyTraining,
} from './training.service';

const input = { description: 'What it takes.' } as const;

@Resolver()
export class TrainingResolver {
  @Action(() => Training, 'Plans a training.')
  planTraining(
    @Arg('input', () => PlanTrainingInput, input) given: PlanTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, planTraining);
  }

  @Action(() => Training, 'Confirms a training: date, place and facilitators are fixed.')
  confirmTraining(
    @Arg('input', () => ConfirmTrainingInput, input) given: ConfirmTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, confirmTraining);
  }

  @Action(() => Training, 'Postpones a training, to other days where they are known.')
  postponeTraining(
    @Arg('input', () => PostponeTrainingInput, input) given: PostponeTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, postponeTraining);
  }

  @Action(() => Training, 'Cancels a training that was not held yet.')
  cancelTraining(
    @Arg('input', () => CancelTrainingInput, input) given: CancelTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, cancelTraining);
  }

  @Action(() => Training, 'Records that a confirmed training was held.')
  holdTraining(
    @Arg('input', () => HoldTrainingInput, input) given: HoldTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, holdTraining);
  }

  @Action(() => Training, 'Reports how many took part in a training that was held.')
  reportTraining(
    @Arg('input', () => ReportTrainingInput, input) given: ReportTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, reportTraining);
  }

  @Action(() => Training, 'Verifies the report of a training; somebody other than its reporter does.')
  verifyTraining(
    @Arg('input', () => VerifyTrainingInput, input) given: VerifyTrainingInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Training, given, verifyTraining);
  }
}
