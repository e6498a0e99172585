import { type Action, Allow } from '@atbalsts/auth';
import { type Payload, Problem } from '@atbalsts/graphql';
import { type ClassType, Field, ObjectType } from 'type-graphql';

/**
 * Makes the payload class of a mutation that gives one object back: `PayloadOf(() => Trip, 'trip', 'TripPayload', 'trip.read')`.
 * @param node the object's class
 * @param field its name in the payload
 * @param name the name of the payload's type
 * @param action who may see what was changed
 */
export function PayloadOf<T extends object, F extends string>(
  node: () => ClassType<T>,
  field: F,
  name: string,
  action: Action,
): ClassType<Payload<F, T>> {
  @ObjectType(name, { description: 'What a change gives back.' })
  @Allow(action)
  class Changed {
    @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
    problems!: Problem[];
  }
  Field(() => node(), { nullable: true, description: 'What was changed; null when refused.' })(Changed.prototype, field);
  return Changed as unknown as ClassType<Payload<F, T>>;
}
