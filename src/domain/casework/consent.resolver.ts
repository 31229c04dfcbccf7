/** The mutations of the consent ledger. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import { Consent } from './consent.entity';
import { RecordConsentInput, WithdrawConsentInput } from './consent.inputs';
import { recordConsent, withdrawConsent } from './consent.recording';

const input = { description: 'What it takes.' } as const;

@Resolver()
export class ConsentResolver {
  @Action(() => Consent, 'Records a decision of a survivor. A refusal ends what an earlier consent allowed.')
  recordConsent(
    @Arg('input', () => RecordConsentInput, input) given: RecordConsentInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Consent, given, recordConsent);
  }

  @Action(() => Consent, 'Withdraws a consent; ends at once the referrals, transfers and shares that rest on it.')
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, input) given: WithdrawConsentInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Consent, given, withdrawConsent);
  }
}
