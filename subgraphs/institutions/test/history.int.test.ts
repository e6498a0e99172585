import { addDays, newId } from '@atbalsts/database';
import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { institutions } from '../src/index.js';
import { admission, changes, facility, others } from './fixture.js';

const today = '2026-11-22';
const [first, last] = [-20, 40]; // days that are looked at, today is 0
const iso = (day: number): string => addDays(today, day);
const manager = staff('facility-manager');
const head = staff('head-of-services');
const resize = 'mutation($i: SetCapacityInput!) { setCapacity(input: $i) { inTheWay { id } problems { code } } }';
const away =
  'mutation($i: RecordAbsenceInput!) { recordAbsence(input: $i) { placement { id absences { from endedOn } } problems { code } } }';

/** A stay as the test knows it; days are counted from today. */
interface Stay {
  id: string;
  version: number;
  person: number;
  house: number;
  place: string;
  from: number;
  endedOn: number;
  /** The first day away; null for who never was. */
  awayFrom?: number;
}
type Step =
  | { kind: 'admit'; person: number; house: number; day: number }
  | { kind: 'transfer' | 'discharge'; stay: number; house: number; day: number }
  | { kind: 'absence'; stay: number; day: number }
  | { kind: 'capacity'; house: number; day: number; places: number };

const holds = ({ from, endedOn }: Stay, day: number): boolean => from <= day && day < endedOn;
/** Whether a stay keeps something taken on a day or later. */
const from = (day: number) => (stay: Stay) => stay.from < stay.endedOn && stay.endedOn > day;

/** What everybody knows by counting on paper: who is where, and how many may be. */
class Paper {
  readonly stays: Stay[] = [];
  constructor(
    readonly beds: readonly number[],
    readonly capacities: { from: number; places: number }[][],
  ) {}

  capacity(house: number, day: number): number {
    return this.capacities[house]?.filter((c) => c.from <= day).at(-1)?.places ?? 0;
  }

  held(house: number, day: number): number {
    return this.stays.filter((stay) => stay.house === house && holds(stay, day)).length;
  }

  /** What the answer must be to who asks for a place from a day on. */
  answer(person: number, house: number, day: number): string {
    if (this.stays.some((stay) => stay.person === person && from(day)(stay))) return 'OVERLAP';
    for (let on = day; on <= last; on++) if (this.held(house, on) >= this.capacity(house, on)) return 'NO_VACANCY';
    const taken = new Set(this.stays.filter((stay) => stay.house === house && from(day)(stay)).map(({ place }) => place));
    return taken.size < (this.beds[house] ?? 0) ? 'done' : 'NO_VACANCY';
  }
}

const house = fc.nat(1);
const past = fc.integer({ min: first, max: 0 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('admit' as const), person: fc.nat(4), house, day: fc.integer({ min: first, max: 31 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('transfer' as const), stay: fc.nat(), house, day: past }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('discharge' as const), stay: fc.nat(), house, day: past }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('absence' as const), stay: fc.nat(), day: past }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), house, day: fc.integer({ min: first, max: 31 }), places: fc.nat(4) }),
  },
);

describe('a history of admissions, reservations, absences, transfers, discharges and changes of capacity', () => {
  let town: TestSubgraph;
  beforeAll(async () => {
    town = await testSubgraph(institutions, others());
  });
  afterAll(() => town?.drop());

  /** Puts two houses and five people through a history, beside the paper. */
  async function live(steps: readonly Step[]): Promise<{ paper: Paper; houses: string[]; people: string[] }> {
    const paper = new Paper(
      [3, 2],
      [3, 2].map((places) => [{ from: -10_000, places }]),
    );
    const houses = [await facility(town, { beds: 3 }), await facility(town, { beds: 2 })];
    const people = Array.from({ length: 5 }, () => newId());
    for (const one of steps) {
      if (one.kind === 'capacity') await changeCapacity(paper, houses[one.house] as string, one);
      else if (one.kind === 'absence') await goAway(paper, one);
      else if (one.kind === 'admit') {
        const { person, house: where, day } = one;
        const expected = paper.answer(person, where, day);
        const i = { personId: people[person], facilityId: houses[where], from: iso(day), funding: 'MUNICIPAL', emergency: 'x' };
        const { placement, problems } = (await town.ask(manager, admission, { i })).data.admit;
        expect([one, problems[0]?.code ?? 'done']).toEqual([one, expected]);
        if (placement) paper.stays.push({ ...placement, person, house: where, from: day, endedOn: Infinity });
      } else await change(paper, houses, one);
    }
    return { paper, houses, people };
  }

  async function change(
    paper: Paper,
    houses: string[],
    { kind, stay: nth, house: where, day }: Extract<Step, { stay: number; house: number }>,
  ): Promise<void> {
    const open = paper.stays.filter((stay) => stay.endedOn === Infinity);
    const stay = open[nth % open.length];
    if (!stay || (kind === 'transfer' && where === stay.house)) return;
    let expected = stay.from > 0 ? 'WRONG_STATE' : day < Math.max(stay.from, stay.awayFrom ?? day) ? 'INVALID' : 'done';
    const left = { endedOn: day, version: stay.version + 1 };
    if (expected === 'done' && kind === 'transfer') {
      stay.endedOn = day;
      expected = paper.answer(stay.person, where, day);
      stay.endedOn = Infinity;
    }
    const named = { placementId: stay.id, version: stay.version, on: iso(day) };
    const i = kind === 'transfer' ? { ...named, facilityId: houses[where] } : { ...named, destination: 'OTHER' };
    const { placement, problems } = (await town.ask(manager, changes[kind as 'transfer' | 'discharge'], { i })).data.done;
    expect([kind, day, problems[0]?.code ?? 'done']).toEqual([kind, day, expected]);
    if (!placement) return;
    Object.assign(stay, left);
    if (kind === 'transfer') {
      const { id, version, place } = placement;
      paper.stays.push({ id, version, place, person: stay.person, house: where, from: day, endedOn: Infinity });
    }
  }

  /** The head changes a capacity: refused where on some day before the next change somebody would have no place. */
  async function changeCapacity(
    paper: Paper,
    facilityId: string,
    { house: where, day, places }: Step & { kind: 'capacity' },
  ): Promise<void> {
    const periods = paper.capacities[where] as { from: number; places: number }[];
    const next = periods.find((period) => period.from > day)?.from ?? Infinity;
    const same = periods.find((period) => period.from === day);
    let expected = same?.places === places ? 'DUPLICATE' : 'done';
    for (let on = day; on < Math.min(next, last + 1); on++)
      if (expected === 'done' && paper.held(where, on) > places) expected = 'WRONG_STATE';
    const { data } = await town.ask(head, resize, { i: { facilityId, from: iso(day), capacity: places } });
    expect([where, day, places, data.setCapacity.problems[0]?.code ?? 'done']).toEqual([where, day, places, expected]);
    expect(data.setCapacity.inTheWay.length > 0).toBe(expected === 'WRONG_STATE');
    if (expected !== 'done') return;
    const changed = [...periods.filter((period) => period !== same), { from: day, places }].sort((a, b) => a.from - b.from);
    periods.splice(0, periods.length, ...changed);
  }

  /** Somebody who has a bed goes away, and the bed is kept. */
  async function goAway(paper: Paper, { stay: nth, day }: Step & { kind: 'absence' }): Promise<void> {
    const open = paper.stays.filter((stay) => stay.endedOn === Infinity && stay.from <= day && stay.awayFrom === undefined);
    const stay = open[nth % open.length];
    if (!stay) return;
    const { data } = await town.ask(manager, away, { i: { placementId: stay.id, reason: 'HOSPITAL', from: iso(day) } });
    expect(data.recordAbsence.problems).toEqual([]);
    stay.awayFrom = day;
  }

  it('never overfills, never places anybody twice, and is as full on any day as one counts by hand', async () => {
    const days = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    const asked = days.map((day, n) => `d${n}: occupancy(on: "${iso(day)}") { capacity occupied absent reserved free }`).join(' ');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const { paper, houses } = await live(steps);
        for (const [where, id] of houses.entries()) {
          const { data } = await town.ask(manager, `query($f: ID!) { facility(id: $f) { ${asked} } }`, { f: id });
          for (const [n, day] of days.entries()) {
            const there = paper.stays.filter((stay) => stay.house === where && holds(stay, day));
            const reserved = there.filter((stay) => stay.from > 0).length;
            const absent = there.filter(({ awayFrom }) => awayFrom !== undefined && awayFrom <= day).length;
            const capacity = paper.capacity(where, day);
            const free = Math.max(0, Math.min(capacity, paper.beds[where] as number) - there.length);
            expect([day, data.facility[`d${n}`]]).toEqual([day, { capacity, occupied: there.length - reserved, absent, reserved, free }]);
            expect(there.length).toBeLessThanOrEqual(capacity);
            expect(new Set(there.map(({ place }) => place)).size).toBe(there.length);
          }
        }
        for (const day of days) {
          const somewhere = paper.stays.filter((stay) => holds(stay, day)).map(({ person }) => person);
          expect(new Set(somewhere).size).toBe(somewhere.length);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('keeps all of that when everything of a history happens at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const houses = [await facility(town, { beds: 3 }), await facility(town, { beds: 2 })] as [string, string];
        const people = Array.from({ length: 5 }, () => newId());
        const inputs = people
          .slice(0, 3)
          .map((personId) => ({ personId, facilityId: houses[0], from: iso(first), funding: 'MUNICIPAL', emergency: 'x' }));
        const began = await Promise.all(inputs.map(async (i) => (await town.ask(manager, admission, { i })).data.admit.placement));
        const answers = await Promise.all(
          steps.map((one) => {
            if (one.kind === 'capacity') {
              return town.ask(head, resize, { i: { facilityId: houses[one.house], from: iso(one.day), capacity: one.places } });
            }
            if (one.kind === 'absence') {
              return town.ask(manager, away, { i: { placementId: began[one.stay % 3].id, reason: 'HOSPITAL', from: iso(one.day) } });
            }
            if (one.kind === 'admit') {
              const i = {
                personId: people[one.person],
                facilityId: houses[one.house],
                from: iso(one.day),
                funding: 'MUNICIPAL',
                emergency: 'x',
              };
              return town.ask(manager, admission, { i });
            }
            const named = { placementId: began[one.stay % 3].id, version: 1, on: iso(one.day) };
            const i = one.kind === 'transfer' ? { ...named, facilityId: houses[1] } : { ...named, destination: 'OTHER' };
            return town.ask(manager, changes[one.kind], { i });
          }),
        );
        for (const answer of answers) expect(answer?.errors).toBeUndefined();
        const crowded = await town.sql(
          `select d.day from generate_series($1::date, $2::date, interval '1 day') d(day), unnest($3::uuid[]) f(id)
            where (select count(*) from placement p where p.facility_id = f.id and daterange(p.from_date, p.ended_on) @> d.day::date)
                > (select capacity from facility_capacity c where c.facility_id = f.id and daterange(c.from_date, c.until_date) @> d.day::date)`,
          [iso(first), iso(last), houses],
        );
        expect(crowded).toEqual([]);
        const homeless = await town.sql(
          `select p.id from placement p join placement n on n.continues_id = p.id where n.person_id <> p.person_id or n.from_date <> p.ended_on`,
        );
        expect(homeless).toEqual([]);
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
