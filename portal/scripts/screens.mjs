// Every screen of which a picture is made: name of the file, whose eyes, the address. Sorted by name; a new screen is a line here.

/** The third application from the top in a state. */
const firstApplication = async (ask, state) =>
  (
    await ask('query($state: ApplicationState) { applications(first: 3, filter: { state: $state }) { nodes { id } } }', { state })
  ).applications.nodes.at(-1).id;

/** A request that waits for something: what is due names it. */
const firstRequest = async (ask) => (await ask('{ waitingList(serviceType: "home-care") { request { id } } }')).waitingList[0].request.id;

/** An address with an id in it is made from the graph: `find` asks it as the persona and gives the path. */
export const screens = [
  { name: 'staff-audit', persona: 'auditor', path: '/audit' },
  { name: 'staff-audit-file', persona: 'auditor', path: '', find: findAudited },
  { name: 'staff-client', persona: 'social-worker', path: '', find: findClient },
  { name: 'staff-client-shelter', persona: 'shelter-manager', path: '', find: findClient },
  { name: 'staff-clients', persona: 'assistance-organiser', path: '/clients' },
  { name: 'staff-clients-new', persona: 'assistance-organiser', path: '/clients/new' },
  { name: 'sign-in', persona: null, path: '/' },
  { name: 'staff-applications', persona: 'assistance-organiser', path: '/applications' },
  {
    name: 'staff-application-check',
    persona: 'head-of-assistance',
    find: async (ask) => `/applications/${await firstApplication(ask, 'PROPOSED')}`,
  },
  {
    name: 'staff-application-propose',
    persona: 'assistance-organiser',
    find: async (ask) => `/applications/${await firstApplication(ask, 'MEANS_DECLARED')}`,
  },
  {
    name: 'staff-application-means',
    persona: 'assistance-organiser',
    find: async (ask) => `/applications/${await firstApplication(ask, 'MEANS_DECLARED')}/means`,
  },
  { name: 'staff-application-new', persona: 'assistance-organiser', path: '/applications/new' },
  {
    name: 'staff-application-as-social-worker',
    persona: 'social-worker',
    find: async (ask) => `/applications/${await firstApplication(ask, 'DECIDED')}`,
  },
  { name: 'staff-cases', persona: 'social-worker', path: '/cases' },
  {
    name: 'staff-case',
    persona: 'social-worker',
    find: async (ask) =>
      `/cases/${(await ask('{ socialCases(first: 1, filter: { risk: HIGH_RISK }) { nodes { id } } }')).socialCases.nodes[0].id}`,
  },
  { name: 'staff-day', persona: 'social-worker', path: '/day' },
  { name: 'staff-payments', persona: 'finance', path: '/payments' },
  { name: 'staff-services', persona: 'head-of-services', path: '/services?service=home-care' },
  { name: 'staff-services-referrals', persona: 'social-worker', path: '/services?part=referrals' },
  { name: 'staff-service-request', persona: 'social-worker', find: async (ask) => `/requests/${await firstRequest(ask)}` },
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
