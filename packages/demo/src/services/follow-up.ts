import { addDays, addMonths } from '@atbalsts/database';
import { addWorkingDays, assessmentForms, serviceTermOn } from '@atbalsts/reference';
import type { Random } from '../random.js';
import type { Row, World } from '../world.js';
import { dayIn, earlier, later } from './calendar.js';
import { marksForScore, riskMarks, riskOutcome } from './marks.js';
import { carePlanTasks, reviewTexts, riskTexts } from './texts-follow-up.js';

type Text = string;
const text = (row: Row, column: string): Text => String(row[column]);
const rowsOf = (world: World, table: string): Row[] => world.rows.get('services')?.get(table) ?? [];

/**
 * What social work adds to cases and requests that are there: risk assessments of families, needs cards by area, agreements, care plans, reviews, the
 * reasons of ends, free places and who is offered them. Nothing of it moves a figure of a year's report.
 */
export function planFollowUp(world: World, random: Random): void {
  planWorkDue(world);
  planRisks(world, random.fork('risks'));
  planNeedsCards(world, random.fork('needs cards'));
  planGrants(world, random.fork('grants'));
  planOffers(world, random.fork('offers'));
}

/** Every case has its day by which the work had to begin. */
function planWorkDue(world: World): void {
  for (const row of rowsOf(world, 'social_case')) {
    const openedOn = text(row, 'opened_on');
    row.work_due_on = addWorkingDays(openedOn, serviceTermOn('SOCIAL_WORK_START', openedOn)?.amount ?? 10);
  }
}

const ofFamilies = ['FAMILY_WITH_CHILDREN', 'VIOLENCE'];

/** Families of open cases: nearly all were assessed, the last time with what the case says today; of some the next time is over. */
function planRisks(world: World, random: Random): void {
  for (const row of rowsOf(world, 'social_case')) {
    if (row.closed_on !== null || !ofFamilies.includes(text(row, 'target_group')) || random.chance(0.06)) continue;
    let on = earlier(addDays(text(row, 'opened_on'), random.int(2, 9)), addDays(world.today, -1));
    for (;;) {
      const form = assessmentForms.find(
        ({ kind, validFrom, validUntil }) => kind === 'FAMILY_RISK' && validFrom <= on && (validUntil === null || on < validUntil),
      );
      if (!form) break;
      const marks = riskMarks(random, form, text(row, 'risk'));
      const { score, level, months } = riskOutcome(form, marks);
      const nextDueOn = addMonths(on, months);
      world.add('services', 'risk_assessment', {
        id: world.id('risk assessment', `${text(row, 'id')} ${on}`),
        municipality: text(row, 'municipality'),
        case_id: text(row, 'id'),
        person_id: text(row, 'person_id'),
        household_id: row.household_id ?? null,
        on_date: on,
        assessed_by: text(row, 'responsible_id'),
        form_version: form.version,
        marks: JSON.stringify(marks),
        score,
        level,
        next_due_on: nextDueOn,
        findings: random.pick(riskTexts),
        recorded_at: `${on}T12:00:00Z`,
      });
      const again = addDays(nextDueOn, random.int(-20, 4));
      if (again >= world.today || random.chance(0.04)) break;
      on = again;
    }
  }
}

/** Needs cards since the card has areas: the points of many are kept, and add up to the score. */
function planNeedsCards(world: World, random: Random): void {
  for (const row of rowsOf(world, 'needs_assessment')) {
    const on = text(row, 'assessed_on');
    const card = assessmentForms.find(
      ({ kind, validFrom, validUntil }) => kind === 'NEEDS' && validFrom <= on && (validUntil === null || on < validUntil),
    );
    const isKept = card !== undefined && on >= '2024-06-01' && random.chance(0.8);
    row.card_version = isKept ? card.version : null;
    row.marks = isKept ? JSON.stringify(marksForScore(random, card, Number(row.score))) : null;
  }
}

const planned = ['home-care', 'family-assistant', 'respite-care'];
const endReasons = ['NEEDS_MET', 'NEEDS_MET', 'TERM_OVER', 'OWN_WISH', 'MOVED', 'OTHER_SERVICE', 'DIED'] as const;

/** Agreements, plans and reviews of granted services, and why those that ended did. */
function planGrants(world: World, random: Random): void {
  for (const row of rowsOf(world, 'service_request')) {
    const isEnded = row.state === 'ENDED';
    row.review_on = null;
    row.ended_on = isEnded ? text(row, 'until_date') : null;
    row.ended_by = isEnded ? text(row, 'confirmed_by') : null;
    row.end_reason = isEnded ? random.pick(endReasons) : null;
    const from = row.from_date === null ? null : text(row, 'from_date');
    if ((row.state !== 'GRANTED' && !isEnded) || from === null || random.chance(0.1)) continue;
    const endedOn = isEnded ? text(row, 'until_date') : null;
    const state = isEnded ? 'ENDED' : 'ACTIVE';
    const own = { municipality: text(row, 'municipality'), request_id: text(row, 'id'), person_id: text(row, 'person_id') };
    const by = text(row, 'proposed_by');
    const agreedOn = earlier(from, world.today);
    world.add('services', 'service_agreement', {
      id: world.id('service agreement', own.request_id),
      ...own,
      agreed_on: agreedOn,
      made_by: by,
      terms: 'Pakalpojuma apjoms un laiks pēc aprūpes plāna; par izmaiņām paziņo trīs dienas iepriekš.',
      state,
      ended_on: endedOn === null ? null : later(endedOn, agreedOn),
    });
    if (planned.includes(text(row, 'service_type'))) addPlan(world, random, own, { by, from, state, endedOn });
    const reviewOn = addReviews(world, random, own, { by, from, until: endedOn ?? world.today });
    if (!isEnded) row.review_on = reviewOn;
  }
}

interface Own {
  municipality: string;
  request_id: string;
  person_id: string;
}

function addPlan(
  world: World,
  random: Random,
  own: Own,
  { by, from, state, endedOn }: { by: string; from: string; state: string; endedOn: string | null },
): void {
  const id = world.id('care plan', own.request_id);
  world.add('services', 'care_plan', {
    id,
    ...own,
    made_on: from,
    made_by: by,
    goal: 'Dzīvot savās mājās, cik iespējams patstāvīgi.',
    state,
    ended_on: endedOn,
  });
  for (const [at, task] of random.shuffle(carePlanTasks).slice(0, random.int(1, 4)).entries()) {
    const isRelative = random.chance(0.2);
    world.add('services', 'care_task', {
      id: world.id('care task', `${own.request_id} ${at}`),
      municipality: own.municipality,
      plan_id: id,
      place: at + 1,
      text: task.text,
      times_a_week: random.int(1, task.most),
      minutes: task.minutes,
      employee_id: isRelative ? null : by,
      by_whom: isRelative ? 'Tuvinieks' : null,
      from_date: from,
      until_date: null,
    });
  }
}

/** Reviews about every half year; gives when the next one is due, which for a few is over. */
function addReviews(world: World, random: Random, own: Own, { by, from, until }: { by: string; from: string; until: string }): string {
  let due = addMonths(from, 6);
  for (let n = 0; due < until && !random.chance(0.05); n++) {
    const on = earlier(addDays(due, -random.int(0, 12)), addDays(until, -1));
    const nextOn = addMonths(on, 6);
    world.add('services', 'service_review', {
      id: world.id('service review', `${own.request_id} ${n}`),
      ...own,
      on_date: on,
      reviewed_by: by,
      findings: random.pick(reviewTexts),
      outcome: 'GOES_ON',
      next_on: nextOn,
      recorded_at: `${on}T13:00:00Z`,
    });
    due = nextOn;
  }
  return due;
}

/** In each list of three towns' worth: one place that waits for an answer, one whose term is over, and one change of order with its reason. */
function planOffers(world: World, random: Random): void {
  const requests = new Map(rowsOf(world, 'service_request').map((row) => [text(row, 'id'), row]));
  const waiting = rowsOf(world, 'waiting_list_entry').filter((row) => row.left_on === null);
  const queue = (municipality: string, code: string) =>
    waiting
      .filter((row) => row.municipality === municipality && requests.get(text(row, 'request_id'))?.service_type === code)
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const offers = [
    ['0002000', 'social-taxi', -1],
    ['0002000', 'home-care', -20],
    ['0025000', 'home-care', -2],
  ] as const;
  for (const [municipality, code, days] of offers) {
    const [first] = queue(municipality, code);
    if (first) addOffer(world, first, requests.get(text(first, 'request_id')) as Row, code, addDays(world.today, days));
  }
  const moved = queue('0002000', 'respite-care').at(-1);
  if (moved) addChange(world, random, moved, requests.get(text(moved, 'request_id')) as Row);
}

const orderOf = (row: Row): string => `${row.urgency} ${row.since_date} ${row.id}`;

function addOffer(world: World, entry: Row, request: Row, code: string, on: string): void {
  const municipality = text(entry, 'municipality');
  const by = text(request, 'proposed_by');
  const placeId = world.id('free place', `${municipality} ${code}`);
  const key = `${code} ${on}`;
  world.add('services', 'free_place', {
    id: placeId,
    municipality,
    service_type: code,
    key,
    free_from: addDays(on, 7),
    description: 'Brīva vieta pēc pakalpojuma beigām',
    reported_on: on,
    reported_by: by,
    state: 'OPEN',
  });
  world.add('services', 'place_offer', {
    id: world.id('place offer', `${municipality} ${code}`),
    municipality,
    place_id: placeId,
    entry_id: text(entry, 'id'),
    request_id: text(request, 'id'),
    person_id: text(request, 'person_id'),
    offered_on: on,
    offered_by: by,
    answer_by: addWorkingDays(on, serviceTermOn('OFFER_ANSWER', on)?.amount ?? 5),
    state: 'OFFERED',
    answered_on: null,
    reason: null,
  });
}

function addChange(world: World, random: Random, entry: Row, request: Row): void {
  const on = dayIn(random, later(text(entry, 'since_date'), addDays(world.today, -30)), addDays(world.today, -2));
  const [before, after] = Number(entry.urgency) === 3 ? [3, 2] : [Number(entry.urgency) + 1, Number(entry.urgency)];
  entry.urgency = after;
  world.add('services', 'waiting_list_change', {
    id: world.id('waiting list change', text(entry, 'id')),
    municipality: text(entry, 'municipality'),
    entry_id: text(entry, 'id'),
    on_date: on,
    changed_by: text(request, 'confirmed_by'),
    urgency_before: before,
    urgency_after: after,
    since_before: text(entry, 'since_date'),
    since_after: text(entry, 'since_date'),
    reason: 'Mamma, kas bērnu aprūpēja, ir slimnīcā.',
    recorded_at: `${on}T09:30:00Z`,
  });
}
