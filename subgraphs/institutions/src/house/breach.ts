import { Allow } from '@atbalsts/auth';
import { type IsoDate, isUniqueViolation, newId, TenantEntity } from '@atbalsts/database';
import {
  type BatchLoad,
  type Context,
  DateScalar,
  groupedInOrder,
  mutate,
  type Payload,
  ProblemCode,
  problem,
  Refusal,
} from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { Placement } from '../placement/placement.entity.js';
import { holdPlacement } from '../placement/placement.held.js';
import { recordProblems } from './record.rules.js';

/** Which house rule was breached. */
export enum HouseRule {
  ALCOHOL_OR_DRUGS = 'ALCOHOL_OR_DRUGS',
  VIOLENCE = 'VIOLENCE',
  NIGHT_REST = 'NIGHT_REST',
  SMOKING = 'SMOKING',
  VISITORS = 'VISITORS',
  ABSENCE = 'ABSENCE',
  DAMAGE = 'DAMAGE',
  OTHER = 'OTHER',
}
registerEnumType(HouseRule, {
  name: 'HouseRule',
  description: 'Which house rule was breached.',
  valuesConfig: {
    ALCOHOL_OR_DRUGS: { description: 'Alcohol, drugs, or being drunk.' },
    VIOLENCE: { description: 'Violence or threats.' },
    NIGHT_REST: { description: 'The rest of the night disturbed.' },
    SMOKING: { description: 'Smoking where it is not allowed.' },
    VISITORS: { description: 'Visitors against the rules.' },
    ABSENCE: { description: 'Away without saying so.' },
    DAMAGE: { description: 'Things of the house or of others damaged.' },
    OTHER: { description: 'Another rule.' },
  },
});

/** What was done about a breach. */
export enum BreachMeasure {
  TALK = 'TALK',
  WARNING = 'WARNING',
  MEETING = 'MEETING',
  POLICE = 'POLICE',
  EXCLUSION_PROPOSED = 'EXCLUSION_PROPOSED',
}
registerEnumType(BreachMeasure, {
  name: 'BreachMeasure',
  description: 'What was done about a breach of house rules.',
  valuesConfig: {
    TALK: { description: 'A talk.' },
    WARNING: { description: 'A written warning.' },
    MEETING: { description: 'A meeting with the social worker.' },
    POLICE: { description: 'The police was called.' },
    EXCLUSION_PROPOSED: { description: 'It was proposed to end the stay; whoever discharges decides.' },
  },
});

/** House rules breached during a stay, once per day and rule. */
@Entity()
@ObjectType({ description: 'House rules breached by somebody during a stay, and what was done about it.' })
@Allow('incident.read')
export class HouseRuleBreach extends TenantEntity {
  @Field(() => ID, { description: 'Id of the breach.' })
  override id!: string;

  @Property({ type: 'uuid' })
  placementId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Enum({ items: () => HouseRule, type: 'text' })
  @Field(() => HouseRule, { description: 'Which rule.' })
  rule!: HouseRule;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What happened.' })
  what!: string;

  @Enum({ items: () => BreachMeasure, type: 'text' })
  @Field(() => BreachMeasure, { description: 'What was done about it.' })
  measure!: BreachMeasure;

  /** Subject of the token that recorded it. */
  @Property({ type: 'text' })
  recordedBy!: string;
}

/** A breach of house rules to be recorded. */
@InputType({ description: 'A breach of house rules to be recorded.' })
export class RecordBreachInput {
  @Field(() => ID, { description: 'During which placement.' })
  @IsUUID()
  placementId!: string;

  @Field(() => DateScalar, { description: 'When: a day of the stay, not in the future.' })
  on!: IsoDate;

  @Field(() => HouseRule, { description: 'Which rule.' })
  rule!: HouseRule;

  @Field(() => String, { description: 'What happened.' })
  @MaxLength(4000)
  what!: string;

  @Field(() => BreachMeasure, { description: 'What was done about it.' })
  measure!: BreachMeasure;
}

/** Breaches by placement, the latest first. */
export const breachesOf: BatchLoad<string, HouseRuleBreach[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(HouseRuleBreach, { placementId: { $in: [...ids] } }, { orderBy: { on: 'desc', id: 'desc' } }),
    (b) => b.placementId,
  );

/** Records a breach, once per stay, day and rule: DUPLICATE shows the placement as it stands. It ends no stay: whoever discharges decides. */
export function recordBreach(context: Context, input: RecordBreachInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const { em, municipality, principal } = context;
    const placement = await holdPlacement(context, input.placementId, null);
    const problems = recordProblems(input, placement, context.today);
    if (problems.length) throw new Refusal(problems);
    const { on, rule, measure } = input;
    const breach = em.create(HouseRuleBreach, {
      id: newId(),
      municipality,
      placementId: placement.id,
      on,
      rule,
      what: input.what.trim(),
      measure,
      recordedBy: principal.subject,
    });
    try {
      await em.flush();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const known = problem(
        ProblemCode.DUPLICATE,
        'Tas par šo dienu jau ir ierakstīts.',
        'That was recorded for this day already.',
        'rule',
      );
      throw new Refusal([known], placement);
    }
    await context.audit.write(em, {
      action: 'incident.record',
      personId: placement.personId,
      object: `house-rule-breach:${breach.id}`,
      fields: ['on', 'rule', 'what', 'measure'],
    });
    return placement;
  });
}
