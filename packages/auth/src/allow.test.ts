import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchema, Extensions, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Action } from './actions.js';
import { Allow, allowanceOf } from './allow.js';

@Allow('person.read')
@ObjectType('AllowedPerson')
class AllowedPerson {
  @Field(() => ID)
  id!: string;

  @Extensions({ complexity: 3 })
  @Allow('person.identity.read', { otherwise: 'null' })
  @Extensions({ audited: true })
  @Field(() => String, { nullable: true })
  givenName?: string;

  @Allow('person.age.read')
  @Field(() => Number, { nullable: true })
  get age(): number | null {
    return null;
  }

  @Allow('person.read')
  @Field(() => String, { nullable: true })
  phone?: string;
}

@Extensions({ cached: false })
@Allow('household.read')
@ObjectType('AllowedHousehold')
class AllowedHousehold {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => AllowedPerson)
class AllowedPersonResolver {
  @Allow('person.search')
  @Query(() => [AllowedPerson])
  people(): AllowedPerson[] {
    return [];
  }

  @Allow('person.register')
  @Mutation(() => AllowedPerson)
  register(): AllowedPerson {
    return new AllowedPerson();
  }

  @Allow('household.read')
  @FieldResolver(() => AllowedHousehold, { nullable: true })
  household(): AllowedHousehold | null {
    return null;
  }

  @Allow('person.contact.read')
  @FieldResolver(() => String, { nullable: true })
  phone(): string | null {
    return null;
  }
}

const schema: GraphQLSchema = await buildSchema({ resolvers: [AllowedPersonResolver], validate: false });
const type = (name: string) => schema.getType(name) as GraphQLObjectType;
const field = (typeName: string, name: string) => {
  const found = type(typeName).getFields()[name];
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

describe('@Allow', () => {
  it.each([
    ['a query', field('Query', 'people'), { action: 'person.search' }],
    ['a mutation', field('Mutation', 'register'), { action: 'person.register' }],
    ['a field resolver', field('AllowedPerson', 'household'), { action: 'household.read' }],
    ['a property', field('AllowedPerson', 'givenName'), { action: 'person.identity.read', otherwise: 'null' }],
    ['a getter', field('AllowedPerson', 'age'), { action: 'person.age.read' }],
    ['a type', type('AllowedPerson'), { action: 'person.read' }],
    ['a property with a resolver method, whose own action wins', field('AllowedPerson', 'phone'), { action: 'person.contact.read' }],
  ])('lands in the extensions of %s', (_what, element, allowance) => {
    expect(allowanceOf(element)).toEqual(allowance);
  });

  it('leaves other extensions where they are, whatever the order', () => {
    expect(field('AllowedPerson', 'givenName').extensions).toMatchObject({ complexity: 3, audited: true });
    expect(type('AllowedHousehold').extensions).toEqual({ cached: false, allow: { action: 'household.read' } });
  });

  it('declares nothing for a field that names nothing', () => {
    expect(allowanceOf(field('AllowedPerson', 'id'))).toBeNull();
  });

  it('says at load that an action does not exist', () => {
    expect(() => Allow('person.steal' as Action)).toThrow("@Allow('person.steal'): no such action");
  });

  it('refuses two actions on one member', () => {
    expect(() => {
      class Twice {
        @Allow('person.read')
        @Allow('person.search')
        name?: string;
      }
      return Twice;
    }).toThrow("Twice.name names two actions: 'person.search' (Twice) and 'person.read'");
  });

  it('refuses an action on a member or class that already inherits one', () => {
    @Allow('person.read')
    class Base {
      @Allow('person.age.read')
      age?: number;
    }
    expect(() => {
      class Derived extends Base {
        @Allow('person.read')
        override age?: number;
      }
      return Derived;
    }).toThrow("Derived.age names two actions: 'person.age.read' (Base) and 'person.read'");
    expect(() => {
      @Allow('person.search')
      class Derived extends Base {}
      return Derived;
    }).toThrow("Derived names two actions: 'person.read' (Base) and 'person.search'");
  });

  it('refuses members where it would have no effect', () => {
    expect(() => Allow('person.read')(AllowedPerson, 'create', {})).toThrow('static member');
    expect(() => Allow('person.read')(AllowedPerson.prototype, Symbol('hidden'), {})).toThrow('named by a symbol');
  });
});
