import type { ValuePool } from '../generate/values.js';

const items = ['b1', 'b2', 'b3', 'b4', 'f1', 'f2', 'none'];
const persons = ['p1', 'p2', 'p3', 'p4', 'p5', 'none'];

/** Arguments with which the library is asked: mostly of what is there. */
export const libraryPool: ValuePool = {
  'Query.item.id': items,
  'Query.books.ids': items,
  'Query.book.isbn': ['isbn-1', 'isbn-2', 'isbn-3', 'none'],
  'Query.person.id': persons,
  'Query.reader.id': persons,
  'Query.card.number': ['c1', 'c2', 'c3', 'none'],
  'Query.review.id': ['r1', 'r2', 'r3', 'r4', 'none'],
  'Query.branch.code': ['n', 's', 'none'],
  'Query.copy.branch': ['n', 's'],
  'Query.loan.id': ['l1', 'l2', 'l3', 'none'],
  'Mutation.retitle.id': items,
  'Mutation.move.reader': persons,
  'Mutation.giveBack.loan': ['l1', 'l2', 'l3', 'none'],
  'RateInput.item': items,
  'RateInput.stars': [1, 3, 5, 9],
  'LendInput.reader': persons,
  'CopyInput.branch': ['n', 's'],
  'CopyInput.number': [1, 2, 7],
  'Search.text': ['', 'Book', 'o', '1', 'none'],
  Date: ['2000-01-01', '2026-11-22'],
};
