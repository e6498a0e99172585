import { demoId, personas } from '@atbalsts/auth';
import { laterOf, type World } from '../world.js';
import { planEmergencyAccess } from './emergency.js';
import { planFormerIdentities, planRepresentations } from './relations.js';

/** Partner and other organisations of the demo, invented. */
const organisations = [
  ...Object.values(personas).flatMap((persona) =>
    'organisationName' in persona
      ? [{ id: persona.organisation, name: persona.organisationName, kind: 'NGO', registration_number: null }]
      : [],
  ),
  { id: demoId('organisation', 'orphans-court'), name: 'Daugavpils bāriņtiesa (demo)', kind: 'MUNICIPAL', registration_number: null },
  { id: demoId('organisation', 'employment-agency'), name: 'Nodarbinātības dienests (demo)', kind: 'STATE', registration_number: null },
  { id: demoId('organisation', 'home-care-provider'), name: 'SIA “Aprūpe tuvumā” (demo)', kind: 'PRIVATE', registration_number: null },
];

/** Writes everybody whom the other plans have invented: persons, codes, residences, households, circumstances, consents, and their facts. Runs last. */
export function planRegistry(world: World): void {
  for (const organisation of organisations) world.add('registry', 'organisation', organisation);
  for (const person of world.people) {
    if (!world.householdOf(person)) world.household([[person, 'HEAD']], '2020-01-01' > person.birthDate ? '2020-01-01' : person.birthDate);
  }
  planPersons(world);
  planHouseholds(world);
  planRepresentations(world);
  planEmergencyAccess(world);
  for (const [n, { person, kind, from, until, evidence }] of world.circumstances.entries()) {
    const id = world.id('circumstance', n);
    world.add('registry', 'circumstance', {
      id,
      municipality: person.municipality,
      person_id: person.id,
      kind,
      from_date: from,
      until_date: until,
      evidence,
    });
    world.fact('registry', {
      kind: 'circumstance',
      key: id,
      municipality: person.municipality,
      body: { personId: person.id, kind, from, until },
    });
  }
  for (const { id, person, organisationId, purpose, scopes, from, until, withdrawnAt } of world.consents) {
    world.add('registry', 'consent', {
      id,
      municipality: person.municipality,
      person_id: person.id,
      organisation_id: organisationId,
      purpose,
      scopes,
      from_date: from,
      until_date: until,
      given_by_id: null,
      capacity: 'SELF',
      withdrawn_at: withdrawnAt,
    });
  }
  world.after('registry', `select setval('person_reference_number', ${world.people.length})`);
  world.after('registry', `select setval('household_reference_number', ${world.households.length})`);
}

function planPersons(world: World): void {
  const evidenceOfCode = planFormerIdentities(world);
  for (const person of world.people) {
    const { id, municipality } = person;
    world.add('registry', 'person', {
      id,
      municipality,
      reference: person.reference,
      identity_basis: person.personalCode ? 'PERSONAL_CODE' : 'OWN_STATEMENT',
      given_name: person.givenName,
      family_name: person.familyName,
      birth_date: person.birthDate,
      sex: person.sex,
      phone: person.phone,
    });
    if (person.personalCode) {
      world.add('registry', 'personal_code', {
        id: world.id('personal code', id),
        municipality,
        person_id: id,
        code: person.personalCode,
        from_date: laterOf(person.birthDate, '2017-07-01'),
        until_date: null,
        evidence: evidenceOfCode.get(id) ?? null,
      });
    }
    if (person.address && person.residenceSince) {
      const residence = {
        id: world.id('residence', id),
        municipality,
        person_id: id,
        place: municipality,
        address: person.address,
        from_date: person.residenceSince,
        until_date: null,
      };
      world.add('registry', 'residence', residence);
    }
    world.fact('registry', {
      kind: 'person',
      key: id,
      municipality,
      body: { personId: id, sex: person.sex, birthYear: Number(person.birthDate.slice(0, 4)) },
    });
  }
}

function planHouseholds(world: World): void {
  for (const [n, household] of world.households.entries()) {
    const { id, municipality } = household;
    world.add('registry', 'household', { id, municipality, reference: `M-${String(n + 1).padStart(6, '0')}` });
    for (const { person, relation } of household.members) {
      const member = world.id('household member', person.id);
      const since = laterOf(household.since, person.birthDate);
      world.add('registry', 'household_member', {
        id: member,
        municipality,
        household_id: id,
        person_id: person.id,
        relation,
        from_date: since,
        until_date: null,
      });
      world.fact('registry', {
        kind: 'household-member',
        key: member,
        municipality,
        body: { householdId: id, personId: person.id, relation, since, until: null },
      });
    }
  }
}
