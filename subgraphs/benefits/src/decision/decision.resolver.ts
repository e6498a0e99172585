import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, Language } from '@atbalsts/graphql';
import { labelOf } from '@atbalsts/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.js';
import { applicationById } from '../application/application.loader.js';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person } from '../external/person.js';
import { letterPathOf } from '../letter/letter.file.js';
import { letterFor } from '../letter/letter.service.js';
import { Payment } from '../payment/payment.entity.js';
import { paymentsOf } from '../payment/payment.loader.js';
import { Decision } from './decision.entity.js';
import { benefitsOn, decisionById } from './decision.loader.js';
import { reasonsOf } from './decision.rules.js';

/** Decisions of the own municipality. */
@Resolver(() => Decision)
export class DecisionResolver {
  @Query(() => Decision, { nullable: true, description: 'A decision by id; null where there is none in your municipality.' })
  @Allow('decision.read')
  decision(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string): Promise<Decision | null> {
    return context.load(decisionById, id);
  }

  @FieldResolver(() => Application, { description: 'On which application.' })
  @Allow('application.read')
  application(@Ctx() context: Context, @Root() decision: Decision): Promise<Application | null> {
    return context.load(applicationById, decision.applicationId);
  }

  @FieldResolver(() => String, {
    description: 'What is decided and on what basis; a refusal with its reasons, the term and the way to challenge it.',
  })
  async reasons(
    @Ctx() context: Context,
    @Root() decision: Decision,
    @Arg('language', () => Language, {
      defaultValue: Language.LV,
      description: 'Language of the text; the officer’s own words stay as they were written.',
    })
    language: Language,
  ): Promise<string> {
    const application = await context.load(applicationById, decision.applicationId);
    const type = application && (await context.load(benefitTypeByCode, application.benefitTypeCode));
    if (!type) throw new Error('a decision without its application or kind of benefit');
    return labelOf(reasonsOf(decision, { label: { lv: type.labelLv, en: type.labelEn }, legalBasis: type.legalBasis }), language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The letter of the decision as Markdown: number, addressee, what is decided, legal basis, the whole calculation, reasons, term and place of a challenge. Null where you may not see who it is for.',
  })
  @Allow('means.read')
  letter(
    @Ctx() context: Context,
    @Root() decision: Decision,
    @Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the letter.' }) language: Language,
  ): Promise<string | null> {
    return letterFor(context, decision, language);
  }

  @FieldResolver(() => String, {
    description:
      'Where the letter is had as PDF: a path below the address of the gateway, opened by GET with the same token. Each opening is audited.',
  })
  @Allow('letter.open')
  letterPath(
    @Root() decision: Decision,
    @Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the letter.' }) language: Language,
  ): string {
    return letterPathOf(decision.id, language);
  }

  @FieldResolver(() => Employee, { description: 'Who proposed it.' })
  proposedBy(@Root() decision: Decision): Employee {
    return employeeRef(decision.proposedById);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who approved it: never who proposed it; null before that.' })
  approvedBy(@Root() decision: Decision): Employee | null {
    return decision.approvedById === null ? null : employeeRef(decision.approvedById);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Who decided a challenge: never who approved the decision; null where none was decided.',
  })
  challengeDecidedBy(@Root() decision: Decision): Employee | null {
    return decision.challengeDecidedById === null ? null : employeeRef(decision.challengeDecidedById);
  }

  @FieldResolver(() => [Payment], { description: 'What is paid on it, by month.' })
  @Allow('payment.read')
  payments(@Ctx() context: Context, @Root() decision: Decision): Promise<Payment[]> {
    return context.load(paymentsOf, decision.id);
  }
}

/** What benefits know of a person. */
@Resolver(() => Person)
export class PersonBenefitsResolver {
  @FieldResolver(() => [Decision], {
    nullable: true,
    description: 'Granted benefits that cover the person and hold on a day, own ones and those of the household.',
  })
  @Allow('decision.read')
  benefits(
    @Ctx() context: Context,
    @Root() person: Person,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<Decision[]> {
    return context.load(benefitsOn, { personId: person.id, on: on ?? context.today });
  }
}
