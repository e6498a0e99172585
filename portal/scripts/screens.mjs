// Every screen of which a picture is made: name of the file, whose eyes, the address. Sorted by name; a new screen is a line here.

/** The page of the latest referral in a state. */
const referralIn = async (ask, state) => {
  const query = 'query($state: ReferralState!) { referrals(first: 1, state: $state) { nodes { id } } }';
  return `/referrals/${(await ask(query, { state }, '/partner/graphql')).referrals.nodes[0].id}`;
};

/** The page of the newest call for projects. */
const firstCall = async (ask) => `/calls/${(await ask('{ projectCalls { id } }', {}, '/regional/graphql')).projectCalls[0].id}`;

/** The third application from the top in a state. */
const firstApplication = async (ask, state) =>
  (
    await ask('query($state: ApplicationState) { applications(first: 3, filter: { state: $state }) { nodes { id } } }', { state })
  ).applications.nodes.at(-1).id;

/** A request that waits for something: what is due names it. */
const firstRequest = async (ask) => (await ask('{ waitingList(serviceType: "home-care") { request { id } } }')).waitingList[0].request.id;

/** An address with an id in it is made from the graph: `find` asks it as the persona and gives the path. `press` opens a dialog by its buttons. */
export const screens = [
  { name: 'partner-deliveries', persona: 'ngo-a', path: '/deliveries' },
  { name: 'partner-referral-accepted', persona: 'ngo-a', find: (ask) => referralIn(ask, 'ACCEPTED') },
  { name: 'partner-referral-offered', persona: 'ngo-a', find: (ask) => referralIn(ask, 'OFFERED') },
  { name: 'partner-referral-withdrawn', persona: 'ngo-a', find: (ask) => referralIn(ask, 'CONSENT_WITHDRAWN') },
  { name: 'partner-referrals', persona: 'ngo-a', path: '/referrals' },
  { name: 'region-call', persona: 'region-analyst', find: firstCall },
  { name: 'region-calls', persona: 'region-analyst', path: '/calls' },
  { name: 'region-comparison', persona: 'region-analyst', path: '/comparison?per=1000' },
  { name: 'region-comparison-withheld', persona: 'region-analyst', path: '/comparison?table=social-house&row=adult-pupils' },
  { name: 'region-coverage', persona: 'region-analyst', path: '/coverage' },
  { name: 'region-monitoring', persona: 'region-analyst', path: '/monitoring' },
  { name: 'region-registers', persona: 'region-analyst', path: '/registers' },
  { name: 'region-report', persona: 'region-analyst', path: '/towns/0002000/2022?table=shelter' },
  { name: 'region-town', persona: 'region-analyst', path: '/towns/0002000' },
  { name: 'region-towns', persona: 'region-analyst', path: '/towns' },
  { name: 'sign-in', persona: null, path: '/' },
  {
    name: 'staff-application-as-social-worker',
    persona: 'social-worker',
    find: async (ask) => `/applications/${await firstApplication(ask, 'DECIDED')}`,
  },
  { name: 'staff-application-change', persona: 'assistance-organiser', find: findRunning },
  {
    name: 'staff-application-check',
    persona: 'head-of-assistance',
    find: async (ask) => `/applications/${await firstApplication(ask, 'PROPOSED')}`,
  },
  {
    name: 'staff-application-means',
    persona: 'assistance-organiser',
    find: async (ask) => `/applications/${await firstApplication(ask, 'MEANS_DECLARED')}/means`,
  },
  { name: 'staff-application-new', persona: 'assistance-organiser', path: '/applications/new' },
  {
    name: 'staff-application-propose',
    persona: 'assistance-organiser',
    find: async (ask) => `/applications/${await firstApplication(ask, 'MEANS_DECLARED')}`,
  },
  { name: 'staff-applications', persona: 'assistance-organiser', path: '/applications' },
  { name: 'staff-appointments', persona: 'social-worker', path: '/appointments' },
  { name: 'staff-audit', persona: 'auditor', path: '/audit' },
  { name: 'staff-audit-file', persona: 'auditor', path: '', find: findAudited },
  {
    name: 'staff-case',
    persona: 'social-worker',
    find: async (ask) =>
      `/cases/${(await ask('{ socialCases(first: 1, filter: { risk: HIGH_RISK }) { nodes { id } } }')).socialCases.nodes[0].id}`,
  },
  { name: 'staff-cases', persona: 'social-worker', path: '/cases' },
  { name: 'staff-client', persona: 'social-worker', path: '', find: findClient },
  { name: 'staff-client-code', persona: 'social-worker', find: findClient, press: ['Jauns personas kods'] },
  { name: 'staff-client-household', persona: 'social-worker', find: findClient, press: ['Mainīt sastāvu'] },
  { name: 'staff-client-identity', persona: 'social-worker', find: findClient, press: ['Labot identitāti'] },
  { name: 'staff-client-past', persona: 'social-worker', find: findClient, press: ['Agrākais sastāvs'] },
  { name: 'staff-client-representation', persona: 'social-worker', find: findClient, press: ['Reģistrēt pārstāvi'] },
  {
    name: 'staff-client-representation-end',
    persona: 'social-worker',
    find: (ask) => clientOf(ask, 'P-001846'),
    press: ['Izbeigt: Aizgādnis P-017291'],
  },
  { name: 'staff-client-shelter', persona: 'shelter-manager', path: '', find: findClient },
  { name: 'staff-clients', persona: 'assistance-organiser', path: '/clients' },
  { name: 'staff-clients-new', persona: 'assistance-organiser', path: '/clients/new' },
  { name: 'staff-day', persona: 'social-worker', path: '/day' },
  { name: 'staff-institutions', persona: 'shelter-manager', path: '/institutions' },
  { name: 'staff-institutions-board', persona: 'shelter-manager', find: async (ask) => `/institutions/${await shelter(ask)}` },
  { name: 'staff-institutions-nights', persona: 'shelter-manager', find: async (ask) => `/institutions/${await nightShelter(ask)}` },
  { name: 'staff-payments', persona: 'finance', path: '/payments' },
  { name: 'staff-payments-recoveries', persona: 'finance', path: '/payments?part=recoveries' },
  { name: 'staff-people', persona: 'hr', path: '/people' },
  {
    name: 'staff-people-employee',
    persona: 'hr',
    find: async (ask) => `/people/${(await ask('{ employees(first: 2) { nodes { id } } }')).employees.nodes[1].id}`,
  },
  { name: 'staff-people-employees', persona: 'hr', path: '/people?part=employees' },
  {
    name: 'staff-people-employee-as-director',
    persona: 'director',
    find: async (ask) => `/people/${(await ask('{ employees(first: 2) { nodes { id } } }')).employees.nodes[1].id}`,
  },
  { name: 'staff-people-handover', persona: 'hr', path: '/people?part=handover' },
  { name: 'staff-people-obligations', persona: 'hr', path: '/people?part=obligations' },
  { name: 'staff-people-vacancies', persona: 'director', path: '/people?part=vacancies' },
  { name: 'staff-prolongations', persona: 'head-of-assistance', path: '/prolongations' },
  { name: 'staff-report', persona: 'director', path: '/report/2022' },
  { name: 'staff-report-figure', persona: 'director', path: '/report/2022/shelter/total' },
  { name: 'staff-report-institutions', persona: 'director', path: '/report/2022?part=institutions' },
  { name: 'staff-report-reconciliation', persona: 'director', path: '/report/2022?part=reconciliation' },
  { name: 'staff-service-granted', persona: 'head-of-services', find: findGranted },
  { name: 'staff-service-request', persona: 'social-worker', find: async (ask) => `/requests/${await firstRequest(ask)}` },
  { name: 'staff-services', persona: 'head-of-services', path: '/services?service=home-care' },
  { name: 'staff-services-referrals', persona: 'social-worker', path: '/services?part=referrals' },
  { name: 'staff-strategy', persona: 'director', path: '/strategy' },
  { name: 'staff-strategy-budget', persona: 'director', find: async (ask) => `/strategy/${await lastPlan(ask)}?part=budget` },
  { name: 'staff-strategy-indicators', persona: 'director', find: async (ask) => `/strategy/${await lastPlan(ask)}?part=indicators` },
  { name: 'staff-strategy-progress', persona: 'director', find: async (ask) => `/strategy/${await lastPlan(ask)}?part=progress` },
  { name: 'staff-submissions', persona: 'head-of-services', path: '/submissions?show=all' },
  { name: 'staff-violence', persona: 'social-worker', path: '/violence' },
  { name: 'staff-violence-as-organiser', persona: 'assistance-organiser', path: '/violence' },
  { name: 'staff-violence-examined', persona: 'social-worker', path: '/violence?part=examined' },
];

/** The declaration of a change of a monthly benefit that runs. */
async function findRunning(ask) {
  const query = '{ applications(first: 60, filter: { state: DECIDED }) { nodes { id decisions { state outcome from } } } }';
  const runs = ({ decisions }) => {
    const last = decisions.at(-1);
    return last?.outcome === 'GRANT' && last.from && last.state === 'NOTIFIED';
  };
  return `/applications/${(await ask(query)).applications.nodes.find(runs).id}/change`;
}

/** A request whose service is granted: its review is due. */
async function findGranted(ask) {
  const query = '{ dueWork(first: 1, kind: SERVICE_REVIEW, until: "2027-12-01") { nodes { objectId } } }';
  return `/requests/${(await ask(query)).dueWork.nodes[0].objectId}`;
}

/** The plan that begins last. */
async function lastPlan(ask) {
  const { strategies } = await ask('{ strategies { id fromYear } }');
  return strategies.sort((a, b) => b.fromYear - a.fromYear)[0].id;
}

/** The shelter of the town. */
async function shelter(ask) {
  return (await ask('{ facilities(kind: SHELTER) { id } }')).facilities[0].id;
}

/** The night shelter of the town. */
async function nightShelter(ask) {
  return (await ask('{ facilities(kind: NIGHT_SHELTER) { id } }')).facilities[0].id;
}

/** The page of a client by their reference. */
async function clientOf(ask, search) {
  const { persons } = await ask('query($search: String!) { persons(search: $search, first: 1) { nodes { id } } }', { search });
  return `/clients/${persons.nodes[0].id}`;
}

/** A client of the demo with a case, a benefit and a household. */
function findClient(ask) {
  return clientOf(ask, 'P-001598');
}

/** A file that was opened in an emergency. */
async function findAudited(ask) {
  const { emergencyAccesses } = await ask('{ emergencyAccesses(first: 1) { nodes { personId } } }');
  return `/audit/${emergencyAccesses.nodes[0].personId}`;
}
