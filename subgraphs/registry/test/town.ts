import type { Principal } from '@atbalsts/auth';
import { daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { registry } from '../src/index.js';

/** An organisation that every town of these tests knows. */
export const organisation = '11111111-1111-4111-8111-111111111111';

/** A mutation's payload with the errors of the operation, as JSON. */
type Answer = Awaited<ReturnType<TestSubgraph['ask']>>['data'];

/** A registry with one organisation, and short ways to fill it. */
export interface Town extends TestSubgraph {
  /** Registers somebody and gives the id. */
  somebody(birthDate?: string): Promise<string>;
  /** Runs one mutation with its input; gives its payload, and the errors. */
  change(name: string, type: string, fields: string, input: object, as?: Principal): Promise<Answer>;
  /** Makes or changes a household. */
  household(input: object, as?: Principal): Promise<Answer>;
}

/** A number as letters, a to z, then aa: names have no digits. */
const letters = (n: number): string => (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(97 + ((n - 1) % 26));

/** Puts up a registry for a test file. Call `drop()` in `afterAll`. */
export async function makeTown(): Promise<Town> {
  const subgraph = await testSubgraph(registry);
  await subgraph.sql(`insert into organisation values ($1, 'Biedrība A', 'NGO', null)`, [organisation]);
  const worker = staff('social-worker', { municipality: daugavpils });
  let next = 0;
  const change: Town['change'] = async (name, type, fields, input, as = worker) => {
    const query = `mutation($i: ${type}!) { ${name}(input: $i) { ${fields} problems { code field } } }`;
    const { data, errors } = await subgraph.ask(as, query, { i: input });
    return { ...(data?.[name] ?? {}), errors };
  };
  return {
    ...subgraph,
    change,
    household: (input, as) =>
      change('changeHousehold', 'ChangeHouseholdInput', 'household { id version members { person { id } relation since } }', input, as),
    async somebody(birthDate = '1985-03-02') {
      const input = {
        personalCode: `32${String(++next).padStart(4, '0')}-00001`,
        givenName: 'Līga',
        familyName: `Paraugs${letters(next)}`,
        birthDate,
        sex: 'FEMALE',
        address: 'Dārza iela 1',
        residenceSince: '2010-01-01' > birthDate ? '2010-01-01' : birthDate,
      };
      return (await change('registerPerson', 'RegisterPersonInput', 'person { id }', input)).person.id;
    },
  };
}
