import { type DemoPerson, laterOf, type World } from '../world.js';

/** At most so many of each, so that the demo stays quick to write. */
const most = { parents: 120, trustees: 15 };

/** Who acts for whom: parents and guardians of children in households, trustees of some adults with a severe disability. */
export function planRepresentations(world: World): void {
  const random = world.random.fork('representations');
  let parents = 0;
  for (const household of world.households) {
    const [head] = household.members;
    if (!head || ageAt(head.person, world.today) < 18) continue;
    for (const { person, relation } of household.members) {
      if (relation === 'WARD')
        represent(world, person, head.person, 'GUARDIAN', laterOf(household.since, person.birthDate), 'Bāriņtiesas lēmums (demo)');
      if (relation !== 'CHILD' || parents >= most.parents || head.person.birthDate >= person.birthDate || ageAt(person, world.today) >= 18)
        continue;
      represent(world, person, head.person, 'PARENT', person.birthDate, 'Dzimšanas reģistra ieraksts (demo)');
      parents++;
    }
  }
  const adults = world.people.filter(({ birthDate, municipality }) => birthDate < '1975-01-01' && municipality === '0002000');
  const wards = world.circumstances
    .filter(({ kind, person }) => kind === 'DISABILITY_GROUP_1' && adults.includes(person))
    .map(({ person }) => person);
  for (const ward of [...new Set(wards)].slice(0, most.trustees)) {
    const trustee = random.pick(adults);
    if (trustee === ward || wards.includes(trustee)) continue;
    represent(world, ward, trustee, 'TRUSTEE', '2021-03-01', 'Rajona tiesas spriedums (demo)');
  }
}

function represent(world: World, person: DemoPerson, representative: DemoPerson, kind: string, from: string, evidence: string): void {
  if (person.municipality !== representative.municipality) return;
  world.add('registry', 'representation', {
    id: world.id('representation', `${person.id} ${representative.id} ${kind}`),
    municipality: person.municipality,
    person_id: person.id,
    representative_id: representative.id,
    kind,
    from_date: from,
    until_date: null,
    evidence,
    end_evidence: null,
  });
}

/** Persons who had another code, or another name, before: every so many of those who could. Gives on what the code of today rests, by person. */
export function planFormerIdentities(world: World): ReadonlyMap<string, string> {
  const evidence = new Map<string, string>();
  const settled = world.people.filter(({ personalCode, birthDate }) => personalCode && birthDate < '1999-01-01');
  for (const [n, person] of settled
    .filter((_, index) => index % 211 === 7)
    .slice(0, 40)
    .entries()) {
    evidence.set(person.id, 'Fizisko personu reģistra paziņojums (demo)');
    world.add('registry', 'personal_code', {
      id: world.id('former personal code', person.id),
      municipality: person.municipality,
      person_id: person.id,
      code: legacyCode(person.birthDate, 800 + n),
      from_date: person.birthDate,
      until_date: '2017-07-01',
      evidence: null,
    });
  }
  const married = settled.filter(({ sex }) => sex === 'FEMALE').filter((_, index) => index % 307 === 11);
  for (const [n, person] of married.slice(0, 25).entries()) {
    const before = world.people[(n * 389) % world.people.length] as DemoPerson;
    if (before.sex !== 'FEMALE' || before.familyName === person.familyName) continue;
    world.add('registry', 'former_identity', {
      id: world.id('former identity', person.id),
      municipality: person.municipality,
      person_id: person.id,
      given_name: person.givenName,
      family_name: before.familyName,
      birth_date: person.birthDate,
      sex: person.sex,
      until_date: `20${12 + (n % 12)}-06-15`,
      reason: 'CHANGE',
      evidence: 'Laulības apliecība (demo)',
    });
  }
  return evidence;
}

/** A code of the old form, with its check digit. */
function legacyCode(birthDate: string, serial: number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const digits = `${day}${month}${year.slice(2)}${Number(year.slice(0, 2)) - 18}${serial}`;
  const sum = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return `${digits.slice(0, 6)}-${digits.slice(6)}${((1101 - sum) % 11) % 10}`;
}

const ageAt = ({ birthDate }: DemoPerson, on: string): number =>
  Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
