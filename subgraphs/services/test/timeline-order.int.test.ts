import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4, v5, v7 } from 'uuid';
import { Neighbours, put, townWith } from './town.js';

const query = `query($r: [_Any!]!, $n: Int!, $a: String) { _entities(representations: $r) { ... on Person {
  timeline(first: $n, after: $a) { nodes { at kind objectId recordedAt } pageInfo { endCursor hasNextPage } } } } }`;

interface Entry {
  at: string;
  kind: string;
  objectId: string;
  recordedAt: string | null;
}

describe('the order of a timeline', () => {
  const worker = staff('social-worker');
  let town: TestSubgraph;

  const page = async (person: string, n: number, a: string | null) =>
    (await town.ask(worker, query, { r: [{ __typename: 'Person', id: person }], n, a })).data._entities[0].timeline as {
      nodes: Entry[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  const idAt = (moment: string) => v7({ msecs: Date.parse(moment) });
  const visit = (person: string, day: string, id: string) => put(town, 'home_visit', { id, person_id: person, on_date: day });

  beforeAll(async () => {
    town = await townWith(new Neighbours());
  });
  afterAll(() => town?.drop());

  it('within a day is by the moment of recording, of whatever kind; what tells no moment comes first of the day', async () => {
    const person = newId();
    const day = '2026-11-20';
    const unknown = await visit(person, day, v4());
    const evening = await visit(person, day, idAt('2026-11-20T16:00:00Z'));
    const late = await visit(person, day, idAt('2026-11-22T08:00:00.123Z'));
    const noon = await put(town, 'participation_agreement', {
      id: idAt('2026-11-20T12:00:00Z'),
      person_id: person,
      agreed_on: day,
      party_ids: [newId()],
      state: 'ACTIVE',
    });
    const morning = await put(town, 'social_case', {
      id: idAt('2026-11-20T07:00:00Z'),
      person_id: person,
      target_group: 'ADULT',
      risk: 'NONE',
      responsible_id: newId(),
      opened_on: day,
      closed_on: '2026-11-21',
      closed_at: '2026-11-21T09:00:00Z',
    });
    const note = await put(town, 'case_note', { case_id: morning, employee_id: newId(), at: '2026-11-20T14:00:00Z', text: 'x' });
    const { nodes } = await page(person, 20, null);
    expect(nodes.map(({ kind, objectId }) => [kind, objectId])).toEqual([
      ['CASE_CLOSED', morning],
      ['HOME_VISIT', late],
      ['HOME_VISIT', evening],
      ['CASE_NOTE', note],
      ['AGREEMENT_MADE', noon],
      ['CASE_OPENED', morning],
      ['HOME_VISIT', unknown],
    ]);
    expect(nodes.map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-11-21T09:00:00.000Z',
      '2026-11-22T08:00:00.123Z',
      '2026-11-20T16:00:00.000Z',
      '2026-11-20T14:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
      '2026-11-20T07:00:00.000Z',
      null,
    ]);
  });

  it('is total, and its cursor stays right whatever arrives between the pages: nothing twice, nothing lost', async () => {
    const arrival = fc.record({
      day: fc.integer({ min: 1, max: 4 }).map((n) => `2026-11-0${n}`),
      // the same millisecond is likely, and so are ids that tell no moment
      moment: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    });
    const arrivals = (min: number, max: number) => fc.array(arrival, { minLength: min, maxLength: max });
    let made = 0;
    const arrive = (person: string, { day, moment }: { day: string; moment: number | null }) => {
      made += 1;
      const id = moment === null ? v5(String(made), person) : idAt(`2026-11-22T10:00:00.00${moment}Z`);
      return visit(person, day, id);
    };
    await fc.assert(
      fc.asyncProperty(
        arrivals(1, 10),
        fc.array(arrivals(0, 3), { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (before, between, size) => {
          const person = newId();
          const first = new Set<string>();
          for (const one of before) first.add(await arrive(person, one));
          const rounds = [...between];
          const seen: Entry[] = [];
          let cursor: string | null = null;
          do {
            const { nodes, pageInfo } = await page(person, size, cursor);
            seen.push(...nodes);
            cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
            for (const one of rounds.shift() ?? []) await arrive(person, one);
          } while (cursor);
          const ids = seen.map(({ objectId }) => objectId);
          expect(new Set(ids).size).toBe(ids.length);
          expect([...first].filter((id) => !ids.includes(id))).toEqual([]);
          // the same order as a list that is sorted in memory
          const key = ({ at, recordedAt, objectId }: Entry) => `${at} ${recordedAt ?? '0'} ${objectId}`;
          expect(seen.map(key)).toEqual(seen.map(key).sort().reverse());
          const { nodes: whole } = await page(person, 100, null);
          expect(whole.map(key)).toEqual(whole.map(key).sort().reverse());
        },
      ),
      { numRuns: 25 },
    );
  });
});
