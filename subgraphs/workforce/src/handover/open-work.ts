import { Allow } from '@atbalsts/auth';
import { type BatchLoad, type Context, DateScalar, DomainUnavailable } from '@atbalsts/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

/** The domains in which an employee is responsible for something, and under which name each tells it of `Employee`. */
const tellers = { services: 'openWork', benefits: 'openBenefitWork' } as const;
type Teller = keyof typeof tellers;

/** Something that an employee is responsible for, as its domain tells it. */
@ObjectType({ description: 'Something that an employee is responsible for, in whichever domain; it says nothing of whom it is about.' })
@Allow('handover.read')
export class HandoverItem {
  @Field(() => String, { description: 'The domain that keeps it: services or benefits.' })
  domain!: string;

  @Field(() => String, { description: 'What it is: a value of OpenWorkKind (services) or OpenBenefitWorkKind (benefits).' })
  kind!: string;

  @Field(() => ID, { description: 'Id of its record.' })
  objectId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it is or is due; null where it has no day.' })
  on!: string | null;
}

const askFor =
  (domain: Teller): BatchLoad<string, HandoverItem[]> =>
  async (context, ids) => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee { work: ${tellers[domain]} { kind objectId on } } } }`;
    const of = ids.map((id) => ({ __typename: 'Employee', id }));
    const { _entities } = await context.ask<{ _entities: ({ work: Omit<HandoverItem, 'domain'>[] | null } | null)[] }>(domain, query, {
      of,
    });
    return ids.map((_, n) => (_entities[n]?.work ?? []).map((item) => Object.assign(new HandoverItem(), item, { domain })));
  };
const asking = { services: askFor('services'), benefits: askFor('benefits') };

/** What an employee is responsible for, of all domains that answer, and those that do not. */
export async function openWorkIfKnown(context: Context, id: string): Promise<{ items: HandoverItem[]; silent: Teller[] }> {
  const items: HandoverItem[] = [];
  const silent: Teller[] = [];
  for (const domain of Object.keys(asking) as Teller[]) {
    try {
      items.push(...(await context.load(asking[domain], id)));
    } catch (error) {
      if (!(error instanceof DomainUnavailable)) throw error;
      silent.push(domain);
    }
  }
  return { items, silent };
}
