/**
 * What the library holds. Records point at one another by key; `fields.ts` follows the pointers. Nothing here changes: a mutation answers with a
 * changed copy, so that two executors asked one after the other meet the same library.
 */
type Row = Readonly<Record<string, unknown>>;

export interface Item extends Row {
  __typename: 'Book' | 'Film';
  id: string;
  title: string;
  genre: string | null;
  released: string | null;
  authorIds: readonly string[];
  sequelId: string | null;
}
export interface Book extends Item {
  __typename: 'Book';
  isbn: string;
  size: { height: number; unit: string; depth: { value: number } | null } | null;
}
export interface Film extends Item {
  __typename: 'Film';
  minutes: number;
}
export interface Person extends Row {
  __typename: 'Person';
  id: string;
  friendIds: readonly string[];
  favouriteId: string | null;
  card: string;
}
export interface Review extends Row {
  __typename: 'Review';
  id: string;
  itemId: string;
  byId: string | null;
  stars: number;
  replies: readonly (Reply | null)[] | null;
}
export interface Reply extends Row {
  byId: string;
  below: readonly Reply[] | null;
}
export interface Copy extends Row {
  __typename: 'Copy';
  branchCode: string;
  number: number;
  itemId: string;
}
export interface Loan extends Row {
  __typename: 'Loan';
  id: string;
  copyBranch: string;
  copyNumber: number;
  readerId: string;
  due: string;
  thingId: string;
  open: boolean;
}

const chapter = (title: string, number: number, heroId: string | null, notes: (string | null)[] | null) => ({
  __typename: 'Chapter',
  title,
  number,
  heroId,
  notes,
});

const book = (number: number, more: Partial<Book> & Row): Book => ({
  __typename: 'Book',
  id: `b${number}`,
  isbn: `isbn-${number}`,
  title: `Book ${number}`,
  genre: 'NOVEL',
  released: null,
  authorIds: [],
  sequelId: null,
  size: null,
  pages: null,
  chapters: [],
  words: null,
  extra: null,
  ...more,
});

const film = (number: number, more: Partial<Film> & Row): Film => ({
  __typename: 'Film',
  id: `f${number}`,
  title: `Film ${number}`,
  genre: null,
  released: null,
  authorIds: [],
  sequelId: null,
  minutes: 61 + number * 30,
  scenes: null,
  ...more,
});

export const items: readonly (Book | Film)[] = [
  book(1, {
    authorIds: ['p1', 'p2'],
    sequelId: 'b2',
    released: '1999-03-04',
    pages: 120,
    size: { height: 20, unit: 'CM', depth: { value: 1.5, of: 'CM' } as never, width: 13 } as never,
    chapters: [chapter('One', 1, 'p3', ['a', null]), chapter('Two', 2, null, null), chapter('Three', 3, 'p1', [])],
    words: [['a', 'b'], []],
    extra: { anything: [1, 'two', null, { three: true }] },
  }),
  film(1, {
    authorIds: ['p2'],
    sequelId: 'f2',
    genre: 'CRIME',
    released: '2005-01-31',
    scenes: [[chapter('Dawn', 1, 'p2', null), null], [], [chapter('Dusk', 2, 'p2', ['x'])]],
  }),
  book(2, {
    genre: 'SECRET',
    authorIds: ['p1', 'p1', 'p4'],
    sequelId: 'f1',
    size: { height: 8, unit: 'INCH', depth: null, width: null } as never,
    extra: 'plain',
  }),
  film(2, { genre: 'SECRET', authorIds: [], sequelId: null }),
  book(3, { genre: 'POETRY', authorIds: ['p5'], released: '2020-02-29', pages: 0, words: [] }),
  book(4, { authorIds: ['p3', 'p2', 'p1'], sequelId: 'b1', genre: null, extra: [1, 2] }),
];

const person = (number: number, more: Partial<Person> & Row): Person => ({
  __typename: 'Person',
  id: `p${number}`,
  name: `Person ${number}`,
  born: null,
  address: null,
  friendIds: [],
  favouriteId: null,
  card: `c${number}`,
  trusted: number % 2 === 0,
  debt: number * 1.5,
  level: 'BASIC',
  ...more,
});

export const persons: readonly Person[] = [
  person(1, {
    born: '1970-05-05',
    address: { street: 'Main 1', town: null, zip: ['LV', '1'] },
    friendIds: ['p2', 'p3'],
    favouriteId: 'f1',
  }),
  person(2, { address: { street: 'Side 2', town: 'Town', zip: null }, friendIds: ['p1', 'p2', 'p5'], favouriteId: 'b2', level: 'GOLD' }),
  // An honorary card is closed to this graph, and a level may not be null: there is no card, and with it no person, wherever it is asked for.
  person(3, { friendIds: ['p4'], level: 'HONORARY', debt: 0 }),
  person(4, { born: '2001-12-31', favouriteId: 'b1' }),
  person(5, { address: { street: 'Far 5', town: '', zip: [] }, friendIds: ['p1', 'p1'] }),
];

export const reviews: readonly Review[] = [
  ['r1', 'b1', 'p1', 5, 'Good', ['x', 'y'], 'SHOWN'],
  ['r2', 'f1', 'p2', 1, null, null, 'HELD'],
  ['r3', 'b1', null, 3, '', [], 'SHOWN'],
  ['r4', 'b2', 'p3', 4, 'Fine', ['z'], 'SHOWN'],
  ['r5', 'f2', 'p1', 2, 'Long', null, 'HELD'],
].map(([id, itemId, byId, stars, text, tags, state], index) => ({
  __typename: 'Review' as const,
  id: id as string,
  itemId: itemId as string,
  byId: byId as string | null,
  stars: stars as number,
  text,
  tags,
  state,
  on: index % 2 ? null : `2026-01-0${index + 1}`,
  replies:
    index % 2
      ? null
      : [
          { text: 'Yes', level: 1, byId: 'p4', below: [{ text: 'No', level: 2, byId: 'p1', below: null }] },
          null,
          { text: 'So', level: 1, byId: 'p2', below: [] },
        ],
}));

export const branches = [
  { __typename: 'Branch', code: 'n', name: 'North', address: null, opening: [['9-12', '13-17'], []], managerId: 'p1' },
  { __typename: 'Branch', code: 's', name: 'South', address: { street: 'South 1', town: 'Town', zip: null }, opening: [], managerId: null },
] as const;

export const copies: readonly Copy[] = [
  ['n', 1, 'b1', 'IN', 0.5],
  ['n', 2, 'b1', 'OUT', 0],
  ['s', 1, 'b2', null, 1],
  ['s', 2, 'f1', 'LOST', 0.25],
  ['n', 3, 'b4', 'IN', 0],
].map(([branchCode, number, itemId, state, worn]) => ({
  __typename: 'Copy' as const,
  branchCode: branchCode as string,
  number: number as number,
  itemId: itemId as string,
  state,
  worn,
}));

export const devices = [{ __typename: 'Device', code: 'd1', weight: null }] as const;

export const loans: readonly Loan[] = [
  ['l1', 'n', 2, 'p1', '2026-11-01', 'b1', true],
  ['l2', 's', 2, 'p2', '2026-12-01', 'f1', true],
  ['l3', 'n', 1, 'p2', '2025-01-01', 'd1', false],
  ['l4', 's', 1, 'p4', '2026-10-10', 'b2', true],
].map(([id, copyBranch, copyNumber, readerId, due, thingId, open], index) => ({
  __typename: 'Loan' as const,
  id: id as string,
  copyBranch: copyBranch as string,
  copyNumber: copyNumber as number,
  readerId: readerId as string,
  due: due as string,
  thingId: thingId as string,
  open: open as boolean,
  fee: index % 2 ? 2.5 : null,
  history: index % 2 ? ['lent', 'prolonged', 'lent'] : [],
}));
