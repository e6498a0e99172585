import { describe, expect, it, jest } from '@jest/globals';
import * as rules from 'class-validator';
import { type FieldNode, GraphQLError, type OperationDefinitionNode, parse } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { publicError } from './errors.js';

enum Colour {
  RED = 'RED',
  BLUE = 'BLUE',
}

class Member {
  @rules.Min(18)
  age2 = 17;
}

class Household {
  @rules.ValidateNested({ each: true })
  members = [Object.assign(new Member(), { age2: 18 }), new Member()];
}

/** An object whose one field, named `value9`, breaks the rule. */
function breaking(rule: PropertyDecorator, value: unknown): object {
  class Broken {
    value9 = value;
  }
  rule(Broken.prototype, 'value9');
  return new Broken();
}

async function refusalOf(input: object, query = '{ f(input: $i) }') {
  const node = (parse(query).definitions[0] as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
  const originalError = new ArgumentValidationError((await rules.validate(input)) as never);
  const error = publicError(new GraphQLError('failed', { nodes: node, originalError }), 'request-1', () => undefined);
  return { message: error.message, ...error.extensions } as Record<string, string>;
}

describe('a broken constraint', () => {
  it.each([
    [rules.Min(5), 1, 'must be at least 5', 'jābūt vismaz 5'],
    [rules.Min(-2.5), -3, 'must be at least -2.5', 'jābūt vismaz -2.5'],
    [rules.Max(200), 201, 'must be at most 200', 'nedrīkst pārsniegt 200'],
    [rules.MaxLength(3), 'abcd', 'must have at most 3 characters', 'nedrīkst būt garāks par 3 rakstzīmēm'],
    [rules.MaxLength(3, { each: true }), ['abcd'], 'must have at most 3 characters', 'nedrīkst būt garāks par 3 rakstzīmēm'],
    [rules.MinLength(3), 'a', 'must have at least 3 characters', 'jābūt vismaz 3 rakstzīmju garam'],
    [rules.Length(2, 4), 'a', 'must have at least 2 characters', 'jābūt vismaz 2 rakstzīmju garam'],
    [rules.Length(2, 4), 'abcde', 'must have at most 4 characters', 'nedrīkst būt garāks par 4 rakstzīmēm'],
    [rules.ArrayNotEmpty(), [], 'must have at least one entry', 'jābūt vismaz vienam ierakstam'],
    [rules.ArrayMaxSize(1), [1, 2], 'must have at most 1 entries', 'nedrīkst būt vairāk par 1 ierakstiem'],
    [rules.ArrayUnique(), [1, 1], 'must not name anything twice', 'ieraksti nedrīkst atkārtoties'],
    [rules.IsUUID(), 'x', 'must be an id (a UUID)', 'jābūt identifikatoram (UUID)'],
    [rules.IsInt(), 1.5, 'must be a whole number', 'jābūt veselam skaitlim'],
    [rules.IsPositive(), 0, 'must be more than 0', 'jābūt lielākam par 0'],
    [rules.IsNumber(), 'x', 'must be a number', 'jābūt skaitlim'],
    [rules.Matches(/^a$/), 'b', 'does not have the form it must have', 'nav vajadzīgajā formā'],
    [rules.IsNotEmpty(), '', 'must not be empty', 'nedrīkst būt tukšs'],
    [rules.IsIn(['a', 'b']), 'c', 'must be one of: a, b', 'jābūt vienai no vērtībām: a, b'],
    [rules.IsEnum(Colour), 'c', 'must be one of: RED, BLUE', 'jābūt vienai no vērtībām: RED, BLUE'],
    [rules.IsEmail(), 'c', 'is not a value this field can have', 'šādas vērtības šajā laukā nevar būt'],
    [rules.Min(5, { message: 'too few' }), 1, 'is not a value this field can have', 'šādas vērtības šajā laukā nevar būt'],
  ])('%# says what is wrong in English and in Latvian', async (rule, value, en, lv) => {
    expect(await refusalOf(breaking(rule, value))).toEqual({
      message: `value9: ${en}`,
      code: 'BAD_USER_INPUT',
      field: 'value9',
      argument: 'input.value9',
      messageLv: `Nederīga vērtība laukā “value9”: ${lv}`,
      requestId: 'request-1',
    });
  });

  it('inside a list is found by its path, written as the graph writes it', async () => {
    expect(await refusalOf(new Household())).toMatchObject({ field: 'members.1.age2', argument: 'input.members[1].age2' });
    const broken = breaking(rules.Min(1), 0);
    expect(await refusalOf(broken, '{ f(id: 1, input: $i) }')).toMatchObject({ argument: 'input.value9' });
    expect(await refusalOf(broken, '{ f(filter: $i) }')).toMatchObject({ argument: 'filter.value9' });
    expect(await refusalOf(broken, '{ f(value9: 0, after: "x") }')).toMatchObject({ argument: 'value9' });
    expect(await refusalOf(broken, '{ f(a: 1, b: $i) }')).toMatchObject({ argument: 'value9' });
  });
});

describe('an error of the database', () => {
  const told = (code: string) => {
    const onSurprise = jest.fn();
    const originalError = new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });
    const { extensions, message } = publicError(new GraphQLError('failed', { originalError }), 'request-1', onSurprise);
    expect(onSurprise).toHaveBeenCalledWith(originalError);
    expect(message).not.toMatch(/inner|outer|failed$/);
    return extensions;
  };

  it('that cancelled a statement is TIMEOUT in both languages', () => {
    expect(told('57014')).toMatchObject({ code: 'TIMEOUT', messageLv: expect.stringMatching(/pārāk ilgi/) });
  });

  it('that lost the connection is UNAVAILABLE; a message it did not understand is our mistake', () => {
    for (const code of ['08006', '57P01', 'ECONNRESET', '53300']) expect(told(code)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(told('08P01')).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
