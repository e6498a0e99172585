import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { approveDecision, returnDecision } from './approval.service.js';
import { decideChallenge } from './challenge.service.js';
import { Decision } from './decision.entity.js';
import { ProposeDecisionInput } from './decision.input.js';
import { DecisionPayload } from './decision.payload.js';
import { challengeDecision, notifyDecision } from './notification.service.js';
import { proposeDecision } from './proposal.service.js';

type Changed = Promise<Payload<'decision', Decision>>;

/** The way of a decision, from a proposal to the last word on a challenge. */
@Resolver(() => Decision)
export class DecisionMutationResolver {
  @Mutation(() => DecisionPayload, {
    description:
      'Proposes a decision. The amount follows from the means and the rules of the day of the application, never from the caller. INVALID where nothing can be granted, and for a refusal without reasons; WRONG_STATE while means are to be declared; RULE_MISSING; OVERLAP.',
  })
  @Allow('decision.propose')
  proposeDecision(
    @Ctx() context: Context,
    @Arg('input', () => ProposeDecisionInput, { description: 'The proposal.' }) input: ProposeDecisionInput,
  ): Changed {
    return proposeDecision(context, input);
  }

  @Mutation(() => DecisionPayload, {
    description:
      'Approves a proposal: it holds from now on, and its payments are due. FOUR_EYES for who proposed it and for the case worker of anybody it covers, whatever the role.',
  })
  @Allow('decision.approve')
  approveDecision(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
  ): Changed {
    return approveDecision(context, id, version);
  }

  @Mutation(() => DecisionPayload, { description: 'Returns a proposal with the reason; the application can be worked on again.' })
  @Allow('decision.return')
  returnDecision(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
    @Arg('reason', () => String, { description: 'Why it is returned.' }) reason: string,
  ): Changed {
    return returnDecision(context, id, version, reason);
  }

  @Mutation(() => DecisionPayload, { description: 'Records that an approved decision was notified: the month for a challenge begins.' })
  @Allow('decision.notify')
  notifyDecision(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('on', () => DateScalar, { description: 'The day it was notified; not before the application, not in the future.' }) on: string,
  ): Changed {
    return notifyDecision(context, id, on);
  }

  @Mutation(() => DecisionPayload, { description: 'Records a challenge of a notified decision, within its term.' })
  @Allow('decision.challenge')
  challengeDecision(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('on', () => DateScalar, { description: 'The day it was challenged.' }) on: string,
    @Arg('grounds', () => String, { description: 'What the applicant says against it.' }) grounds: string,
  ): Changed {
    return challengeDecision(context, id, on, grounds);
  }

  @Mutation(() => DecisionPayload, {
    description:
      'Decides a challenge. FOUR_EYES for who approved the decision. Not upheld, the decision is revoked from that day on: what is due is cancelled, and the application waits for a new decision.',
  })
  @Allow('challenge.decide')
  decideChallenge(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('on', () => DateScalar, { description: 'The day the challenge was decided.' }) on: string,
    @Arg('upheld', () => Boolean, { description: 'True where the decision stays; false where it is revoked.' }) upheld: boolean,
    @Arg('reasons', () => String, { description: 'Why.' }) reasons: string,
  ): Changed {
    return decideChallenge(context, { id, on, upheld, reasons });
  }
}
