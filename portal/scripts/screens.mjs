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
];

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
