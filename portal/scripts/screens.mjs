// Every screen of which a picture is made: name of the file, whose eyes, the address. Sorted by name; a new screen is a line here.

/** An address with an id in it is made from the graph: `find` asks it as the persona and gives the path. */
export const screens = [
  { name: 'sign-in', persona: null, path: '/' },
  { name: 'staff-day', persona: 'social-worker', path: '/day' },
];
