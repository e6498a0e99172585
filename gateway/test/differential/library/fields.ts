import {
  type Book,
  branches,
  type Copy,
  copies,
  devices,
  type Film,
  type Item,
  items,
  type Loan,
  loans,
  type Person,
  persons,
  type Reply,
  type Review,
  reviews,
} from './records.js';

/** How a field is read from a record; a field without an entry here is a property of its record. */
// biome-ignore lint/suspicious/noExplicitAny: arguments and parents differ from field to field
export type FieldReader = (parent: any, args: any) => unknown;

const itemOf = (id: string | null) => items.find((item) => item.id === id) ?? null;
const personOf = (id: string | null) => persons.find((person) => person.id === id) ?? null;
const branchOf = (code: string) => branches.find((branch) => branch.code === code) ?? null;
const copyOf = (branch: string, number: number) => copies.find((copy) => copy.branchCode === branch && copy.number === number) ?? null;
const cardOf = (person: Person | null) => person && { __typename: 'Card', number: person.card, level: person.level, holderId: person.id };
const firstOf = <T>(list: readonly T[], first: number | null | undefined) =>
  first === null || first === undefined ? list : list.slice(0, Math.max(0, first));
const thingOf = (id: string) => itemOf(id) ?? devices.find((device) => device.code === id) ?? null;
const copiesOf = (item: { id?: string; isbn?: string }) =>
  copies.filter((copy) => copy.itemId === (item.id ?? items.find((one) => (one as Partial<Book>).isbn === item.isbn)?.id));

const itemFields: Record<string, FieldReader> = {
  authors: ({ authorIds }: Item) => authorIds.map(personOf),
  sequel: ({ sequelId }: Item) => itemOf(sequelId),
  rating: ({ id }: Item) => {
    const stars = reviews.filter((review) => review.itemId === id).map((review) => review.stars);
    return stars.length ? stars.reduce((a, b) => a + b, 0) / stars.length : null;
  },
  reviews: ({ id }: Item, { first, min }) =>
    firstOf(
      reviews.filter((review) => review.itemId === id && review.stars >= (min ?? 0)),
      first,
    ),
  label: ({ id }: Item) => `label of ${id}`,
  copies: copiesOf,
};

/** Every field of the library that is more than a property. The subgraphs take their own from here, and the whole takes all. */
export const fieldReaders: Record<string, Record<string, FieldReader>> = {
  Query: {
    item: (_, { id }) => itemOf(id),
    items: (_, { first, genre }) =>
      firstOf(
        items.filter((item) => !genre || item.genre === genre),
        first,
      ),
    book: (_, { isbn }) => items.find((item) => (item as Partial<Book>).isbn === isbn) ?? null,
    books: (_, { ids }) => ids.map((id: string) => (itemOf(id)?.__typename === 'Book' ? itemOf(id) : null)),
    search: (_, { by }) => {
      const chapters = items[0]?.chapters as unknown[];
      const { text, genres, since, limit } = { text: '', ...by };
      const found = [...items, ...persons].filter((one) => String(one.title ?? one.name).includes(text));
      const fitting = found.filter((one) => (!genres || genres.includes(one.genre)) && (!since || String(one.released ?? '') >= since));
      return firstOf([...fitting, ...chapters, null], limit);
    },
    shelves: () => [[items[0], items[1]], [], [items[2], items[0]]],
    grid: (_, { rows }) => [[1, null, 3], null, [], [4]].slice(0, rows ?? 4).map((row) => row ?? []),
    person: (_, { id }) => personOf(id),
    featured: () => items[1],
    open: () => true,
    card: (_, { number }) => cardOf(persons.find((person) => person.card === number) ?? null),
    reader: (_, { id }) => personOf(id),
    readers: (_, { level }) => (level === null ? null : persons.filter((person) => !level || person.level === level)),
    named: () => persons.slice(0, 2),
    review: (_, { id }) => reviews.find((review) => review.id === id) ?? null,
    latest: (_, { first }) => firstOf(reviews, first),
    best: () => items[0],
    branches: () => branches,
    branch: (_, { code }) => branchOf(code),
    copy: (_, { branch, number }) => copyOf(branch, number),
    loan: (_, { id }) => loans.find((loan) => loan.id === id) ?? null,
    overdue: () => loans.filter((loan) => loan.open),
    borrowed: () => [...loans.map((loan) => thingOf(loan.thingId)), null],
  },
  Mutation: {
    retitle: (_, { id, title }) => itemOf(id) && { ...itemOf(id), title },
    move: (_, { reader, to }) => personOf(reader) && { ...personOf(reader), address: { town: null, zip: null, ...to } },
    rate: (_, { input }) =>
      input.stars > 5
        ? { review: null, problem: 'Too many stars', itemId: itemOf(input.item)?.id ?? null }
        : { review: itemOf(input.item) && newReview(input), problem: null, itemId: itemOf(input.item)?.id ?? null },
    lend: (_, { input }) => {
      const copy = copyOf(input.copy.branch, input.copy.number);
      const reader = personOf(input.reader);
      if (!copy || !reader) return { __typename: 'Refused', reason: 'Not there', readerId: reader?.id ?? null };
      const loan = {
        ...loans[0],
        id: 'l-new',
        copyBranch: copy.branchCode,
        copyNumber: copy.number,
        readerId: reader.id,
        due: input.until ?? '2027-01-01',
      };
      return { __typename: 'Lending', loan, copy };
    },
    giveBack: (_, { loan }) => loans.find((one) => one.id === loan) ?? null,
  },
  Book: {
    ...itemFields,
    chapters: ({ chapters }, { first }) => firstOf(chapters, first),
    parcel: ({ size, released }: Book, { padding }) =>
      size ? `${size.height}${size.unit}${size.depth ? `x${size.depth.value}` : ''} of ${released} in ${padding}` : `flat of ${released}`,
    lent: ({ id }: Book) => loans.filter((loan) => loan.thingId === id).length,
  },
  Film: { ...itemFields, slots: ({ minutes }: Film) => Math.ceil(minutes / 30) },
  Item: itemFields,
  Chapter: { hero: ({ heroId }) => personOf(heroId) },
  Person: {
    works: ({ id }: Person, { genre, first }) =>
      firstOf(
        items.filter((item) => item.authorIds.includes(id) && (!genre || item.genre === genre)),
        first,
      ),
    friends: ({ friendIds }: Person, { first }) => firstOf(friendIds, first).map(personOf),
    favourite: ({ favouriteId }: Person) => itemOf(favouriteId),
    card: (person: Person) => cardOf(person),
    reviews: ({ id }: Person, { first }) =>
      firstOf(
        reviews.filter((review) => review.byId === id),
        first,
      ),
    loans: ({ id }: Person, { open }) => loans.filter((loan) => loan.readerId === id && (open === null || loan.open === open)),
  },
  Card: { holder: ({ holderId }) => personOf(holderId) },
  Review: { by: ({ byId }: Review) => personOf(byId), item: ({ itemId }: Review) => itemOf(itemId) },
  Reply: { by: ({ byId }: Reply) => personOf(byId) },
  RateResult: { item: ({ itemId }) => itemOf(itemId) },
  Copy: {
    branch: ({ branchCode }: Copy) => branchOf(branchCode),
    loans: ({ branchCode, number }: Copy) => loans.filter((loan) => loan.copyBranch === branchCode && loan.copyNumber === number),
  },
  Branch: {
    manager: ({ managerId }) => personOf(managerId),
    loans: ({ code }, { dueBefore }) =>
      loans.map((loan) => (loan.copyBranch === code && (!dueBefore || loan.due < dueBefore) ? loan : null)),
  },
  Loan: {
    copy: ({ copyBranch, copyNumber }: Loan) => copyOf(copyBranch, copyNumber),
    reader: ({ readerId }: Loan) => personOf(readerId),
    thing: ({ thingId }: Loan) => thingOf(thingId),
    history: ({ history, due, readerId }) =>
      history.map((kind: string) =>
        kind === 'lent' ? { __typename: 'Lent', on: due, toId: readerId } : { __typename: 'Prolonged', on: due, until: '2027-02-02' },
      ),
  },
  Lent: { to: ({ toId }) => personOf(toId) },
  Refused: { reader: ({ readerId }) => personOf(readerId) },
};

const newReview = (input: { item: string; stars: number; text?: string; tags?: string[] }) => ({
  ...reviews[0],
  id: `new of ${input.item}`,
  itemId: input.item,
  stars: input.stars,
  text: input.text ?? null,
  tags: input.tags ?? null,
});

/** The record of an entity by whichever of its keys the representation carries; null for one that is not there. */
export const entityReaders: Record<string, (key: Record<string, unknown>) => object | null> = {
  Book: ({ id, isbn }) => items.find((item) => item.__typename === 'Book' && (item.id === id || item.isbn === isbn)) ?? null,
  Film: ({ id }) => itemOf(id as string),
  Item: ({ id }) => itemOf(id as string),
  Person: ({ id }) => personOf(id as string),
  Card: ({ number }) => cardOf(persons.find((person) => person.card === number) ?? null),
  Review: ({ id }) => reviews.find((review) => review.id === id) ?? null,
  Copy: ({ branch, number }) => copyOf((branch as { code: string }).code, number as number),
  Branch: ({ code }) => branchOf(code as string),
  Loan: ({ id }) => loans.find((loan) => loan.id === id) ?? null,
};
