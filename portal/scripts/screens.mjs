// Every screen of which a picture is made: name of the file, whose eyes, the address. Sorted by name; a new screen is a line here.

/** The third application from the top in a state. */
const firstApplication = async (ask, state) =>
  (
    await ask('query($state: ApplicationState) { applications(first: 3, filter: { state: $state }) { nodes { id } } }', { state })
  ).applications.nodes.at(-1).id;

/** An address with an id in it is made from the graph: `find` asks it as the persona and gives the path. */
export const screens = [
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
  { name: 'staff-day', persona: 'social-worker', path: '/day' },
];
