import { newId } from '@atbalsts/database';
import type { TestDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidFactError, type NewFact, OutboxSource, publish, publishMany } from '../src/index.js';
import { asSystem, factDatabase, person, town } from './support.js';

let registry: TestDatabase;
beforeAll(async () => {
  registry = await factDatabase('registry');
});
afterAll(() => registry.drop());

const refused = (fact: unknown) => asSystem(registry.database, (em) => publish(em, fact as NewFact)).catch((error: unknown) => error);

describe('publishing', () => {
  it('refuses an unknown kind', async () => {
    expect(await refused({ ...person(1951), kind: 'wage' })).toBeInstanceOf(InvalidFactError);
    expect(await refused({ ...person(1951), kind: 'constructor' })).toBeInstanceOf(InvalidFactError);
  });

  it('refuses a body with a field that its kind does not have, and does not repeat the value', async () => {
    const fact = person(1951);
    const error = await refused({ ...fact, body: { ...fact.body, givenName: 'Anna' } });
    expect(error).toBeInstanceOf(InvalidFactError);
    expect((error as Error).message).toBe('person: unrecognized_keys');
  });

  it('refuses a body that lacks a field or has a wrong one', async () => {
    const personId = newId();
    const error = await refused({ ...person(1951, personId), body: { personId, sex: 'female' } });
    expect((error as Error).message).toBe('person: sex invalid_value, birthYear invalid_type');
  });

  it('refuses a key that is not that of the body, one of another shape, and a fact of no town', async () => {
    expect(await refused({ ...person(1951), key: newId() })).toBeInstanceOf(InvalidFactError);
    expect(await refused({ ...person(1951), key: 'anna', body: null })).toBeInstanceOf(InvalidFactError);
    expect(await refused({ ...person(1951), municipality: '' })).toBeInstanceOf(InvalidFactError);
  });

  it('writes none of many when one is refused', async () => {
    const facts = [person(1951), { ...person(1952), key: 'x' }, person(1953)];
    await expect(asSystem(registry.database, (em) => publishMany(em, facts))).rejects.toBeInstanceOf(InvalidFactError);
    expect((await new OutboxSource(registry.database).pull(null, 10)).facts).toEqual([]);
  });

  it('takes thousands at once, in order', async () => {
    const facts = Array.from({ length: 12_001 }, (_, index) => person(1900 + (index % 100)));
    await asSystem(registry.database, (em) => publishMany(em, facts));
    const source = new OutboxSource(registry.database);
    const [first, rest] = [await source.pull(null, 10_000), await source.pull(10_000, 10_000)];
    expect([...first.facts, ...rest.facts].map((fact) => fact.key)).toEqual(facts.map((fact) => fact.key));
    expect([first.more, rest.more]).toEqual([true, false]);
  });

  it('tells nothing of kinds that the domain does not own', async () => {
    const id = newId();
    await asSystem(registry.database, (em) =>
      publish(em, { kind: 'employee', key: id, municipality: town, body: { employeeId: id, unitId: null, kind: 'CARER' } }),
    );
    const batch = await new OutboxSource(registry.database).pull(12_001, 10, { kinds: ['employee'] });
    expect(batch).toMatchObject({ kinds: [], facts: [] });
  });
});
