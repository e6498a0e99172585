import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { AssistantReportState } from './assistant.entity.js';

/** A contract to be concluded. */
@InputType({ description: 'A contract with an assistant to be concluded.' })
export class ConcludeAssistantContractInput {
  @Field(() => ID, { description: 'Who is to be helped.' })
  personId!: string;

  @Field(() => ID, { description: 'Who helps: another person of the registry.' })
  assistantId!: string;

  @Field(() => Float, { description: 'Hours a month that are granted: above 0, at most 744, with at most two decimals.' })
  monthlyHours!: number;

  @Field(() => DateScalar, { description: 'When it was concluded; not in the future.' })
  concludedOn!: string;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; none when left out.' })
  until?: string | null;
}

/** A contract to be ended. */
@InputType({ description: 'A contract with an assistant to be ended before its time.' })
export class EndAssistantContractInput {
  @Field(() => ID, { description: 'The contract.' })
  contractId!: string;

  @Field(() => Int, { description: 'Version of the contract that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The first day on which it no longer holds.' })
  on!: string;

  @Field(() => String, { description: 'Why.' })
  @MaxLength(1000)
  reason!: string;
}

/** What an assistant did in a month. */
@InputType({ description: 'What an assistant did in a month.' })
export class SubmitAssistantReportInput {
  @Field(() => ID, { description: 'The contract.' })
  contractId!: string;

  @Field(() => DateScalar, { description: 'The month, by its first day.' })
  month!: string;

  @Field(() => Float, { description: 'Hours worked: above 0, at most 744, with at most two decimals.' })
  hours!: number;

  @Field(() => String, { nullable: true, description: 'Why there were more hours than granted; needed then.' })
  @MaxLength(1000)
  excessReason?: string | null;
}

/** A decision on a report. */
@InputType({ description: 'A decision on a monthly report, by somebody else than who submitted it.' })
export class DecideAssistantReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => Int, { description: 'Version of the report that was read.' })
  version!: number;

  @Field(() => Boolean, { description: 'True to approve, false to return.' })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is returned; needed then.' })
  @MaxLength(1000)
  reason?: string | null;
}

/** Which contracts to list; what is left out does not matter. */
@InputType({ description: 'Which contracts with assistants to list; what is left out does not matter.' })
export class AssistantContractFilter {
  @Field(() => ID, { nullable: true, description: 'Only those for this person.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those with this assistant.' })
  assistantId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only those that hold on this day.' })
  on?: string | null;
}

/** Which reports to list; what is left out does not matter. */
@InputType({ description: 'Which monthly reports of assistants to list; what is left out does not matter.' })
export class AssistantReportFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this contract.' })
  contractId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only those of this month, by its first day.' })
  month?: string | null;

  @Field(() => AssistantReportState, { nullable: true, description: 'Only those that stand so.' })
  state?: AssistantReportState | null;
}
