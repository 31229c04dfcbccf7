/** The mutations of cases: registration, everyday changes, and the work up to its follow-up. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import { CaseNote } from './case-note.entity';
import {
  AssessCaseInput,
  FollowUpCaseInput,
  MarkCaseDuplicateInput,
  PlanCaseInput,
  SubmitCaseInput,
  WithdrawCaseInput,
} from './case.progress.inputs';
import { assessCase, followUpCase, markCaseDuplicate, planCase, submitCase, withdrawCase } from './case.progress';
import { registerCase } from './case.registration';
import { addCaseNote, assignCase, updateCase } from './case.work';
import { Case } from './case.entity';
import { AddCaseNoteInput, AssignCaseInput, RegisterCaseInput, UpdateCaseInput } from './case.inputs';

const input = { description: 'What it takes.' } as const;

@Resolver()
export class CaseResolver {
  @Action(() => Case, 'Registers a case with its survivor, consents and incidents, or begins one as a draft.')
  registerCase(
    @Arg('input', () => RegisterCaseInput, input) given: RegisterCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, registerCase);
  }

  @Action(() => Case, 'Registers a draft.')
  submitCase(
    @Arg('input', () => SubmitCaseInput, input) given: SubmitCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, submitCase);
  }

  @Action(() => Case, 'Changes a case that is being worked on.')
  updateCase(
    @Arg('input', () => UpdateCaseInput, input) given: UpdateCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, updateCase);
  }

  @Action(() => Case, 'Assigns a case to a colleague of the organisation.')
  assignCase(
    @Arg('input', () => AssignCaseInput, input) given: AssignCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, assignCase);
  }

  @Action(() => CaseNote, 'Adds a note or a safety plan to a case.')
  addCaseNote(
    @Arg('input', () => AddCaseNoteInput, input) given: AddCaseNoteInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, CaseNote, given, addCaseNote);
  }

  @Action(() => Case, 'Records that needs and risk are assessed.')
  assessCase(
    @Arg('input', () => AssessCaseInput, input) given: AssessCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, assessCase);
  }

  @Action(() => Case, 'Records that the action plan is agreed with the survivor.')
  planCase(
    @Arg('input', () => PlanCaseInput, input) given: PlanCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, planCase);
  }

  @Action(() => Case, 'Takes a planned or reopened case into follow-up.')
  followUpCase(
    @Arg('input', () => FollowUpCaseInput, input) given: FollowUpCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, followUpCase);
  }

  @Action(() => Case, 'Marks a case as a repetition of another, which stays.')
  markCaseDuplicate(
    @Arg('input', () => MarkCaseDuplicateInput, input) given: MarkCaseDuplicateInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, markCaseDuplicate);
  }

  @Action(() => Case, 'Ends a case because the survivor wants no more of it; ends what is shared of it.')
  withdrawCase(
    @Arg('input', () => WithdrawCaseInput, input) given: WithdrawCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, withdrawCase);
  }
}
