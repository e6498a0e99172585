// Every screen of which a picture is made: name of the file, whose eyes, the address. Sorted by name; a new screen is a line here.

/** An address with an id in it is made from the graph: `find` asks it as the persona and gives the path. */
export const screens = [
  { name: 'staff-audit', persona: 'auditor', path: '/audit' },
  { name: 'staff-audit-file', persona: 'auditor', path: '', find: findAudited },
  { name: 'staff-client', persona: 'social-worker', path: '', find: findClient },
  { name: 'staff-client-shelter', persona: 'shelter-manager', path: '', find: findClient },
  { name: 'staff-clients', persona: 'assistance-organiser', path: '/clients' },
  { name: 'staff-clients-new', persona: 'assistance-organiser', path: '/clients/new' },
  { name: 'sign-in', persona: null, path: '/' },
  { name: 'staff-day', persona: 'social-worker', path: '/day' },
  { name: 'staff-institutions', persona: 'shelter-manager', path: '/institutions' },
  { name: 'staff-institutions-board', persona: 'shelter-manager', find: async (ask) => `/institutions/${await shelter(ask)}` },
  { name: 'staff-people', persona: 'hr', path: '/people' },
  { name: 'staff-people-employees', persona: 'hr', path: '/people?part=employees' },
  { name: 'staff-people-handover', persona: 'hr', path: '/people?part=handover' },
  { name: 'staff-people-obligations', persona: 'hr', path: '/people?part=obligations' },
  { name: 'staff-people-vacancies', persona: 'director', path: '/people?part=vacancies' },
  {
    name: 'staff-people-employee',
    persona: 'hr',
    find: async (ask) => `/people/${(await ask('{ employees(first: 2) { nodes { id } } }')).employees.nodes[1].id}`,
  },
  { name: 'staff-report', persona: 'director', path: '/report/2022' },
  { name: 'staff-report-figure', persona: 'director', path: '/report/2022/shelter/total' },
  { name: 'staff-report-institutions', persona: 'director', path: '/report/2022?part=institutions' },
  { name: 'staff-report-reconciliation', persona: 'director', path: '/report/2022?part=reconciliation' },
  { name: 'staff-strategy', persona: 'director', path: '/strategy' },
  { name: 'staff-strategy-budget', persona: 'director', find: async (ask) => `/strategy/${await lastPlan(ask)}?part=budget` },
  { name: 'staff-strategy-indicators', persona: 'director', find: async (ask) => `/strategy/${await lastPlan(ask)}?part=indicators` },
  { name: 'staff-strategy-progress', persona: 'director', find: async (ask) => `/strategy/${await lastPlan(ask)}?part=progress` },
];

/** The plan that begins last. */
async function lastPlan(ask) {
  const { strategies } = await ask('{ strategies { id fromYear } }');
  return strategies.sort((a, b) => b.fromYear - a.fromYear)[0].id;
}

/** The shelter of the town. */
async function shelter(ask) {
  return (await ask('{ facilities(kind: SHELTER) { id } }')).facilities[0].id;
}

/** A client of the demo with a case, a benefit and a household. */
async function findClient(ask) {
  const { persons } = await ask('{ persons(search: "P-001598", first: 1) { nodes { id } } }');
  return `/clients/${persons.nodes[0].id}`;
}

/** A file that was opened in an emergency. */
async function findAudited(ask) {
  const { emergencyAccesses } = await ask('{ emergencyAccesses(first: 1) { nodes { personId } } }');
  return `/audit/${emergencyAccesses.nodes[0].personId}`;
}
