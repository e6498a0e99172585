import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, type Problem, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { askPerson, noSuchPerson } from '../external/person.ask.js';
import { held } from '../held.js';
import { HomeVisit, HomeVisitOpinion } from '../home-visit/home-visit.entity.js';
import { Invalid, isBlank, repeated } from '../invalid.js';
import { type PlanVisitRouteInput, type RecordRouteStopInput, StopOutcome, VisitRoute, VisitRouteStop } from './visit-route.js';

/** Everything that is wrong with a route to be planned. */
export function routeProblems({ on, territory, stops }: PlanVisitRouteInput, today: string): Problem[] {
  const invalid = new Invalid()
    .when(on < today, 'on', 'Šī diena jau pagājusi.', 'That day is over.')
    .when(isBlank(territory), 'territory', 'Nav norādīta teritorija.', 'No territory is named.');
  for (const at of repeated(stops.map(({ personId }) => personId)))
    invalid.when(true, `stops.${at}.personId`, 'Persona jau ir sarakstā.', 'This person is in the list already.');
  return invalid.found;
}

/**
 * Plans a route, or plans it anew while nobody of it has been visited. Who plans the same one at this moment waits. Refuses INVALID, NOT_FOUND, and
 * WRONG_STATE once a stop is recorded.
 */
export function planVisitRoute(context: Context, input: PlanVisitRouteInput): Promise<Payload<'route', VisitRoute>> {
  return mutate(context, 'route', async () => {
    const { em, municipality } = context;
    const { on, employeeId } = input;
    const territory = input.territory.trim();
    const problems = [
      ...routeProblems(input, context.today),
      ...(await unknownEmployees(context, [{ field: 'employeeId', id: employeeId }])),
    ];
    if (problems.length) throw new Refusal(problems);
    await refuseUnknownPersons(context, input);
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`route ${municipality} ${on} ${employeeId} ${territory}`]);
    const known = await em.findOne(VisitRoute, { municipality, on, employeeId, territory });
    if (known && (await em.count(VisitRouteStop, { routeId: known.id, outcome: { $ne: null } }))) {
      refuse(ProblemCode.WRONG_STATE, 'Maršruts jau ir sākts.', 'The route has begun already.', 'on');
    }
    if (known) await em.nativeDelete(VisitRouteStop, { routeId: known.id });
    const route = known ?? em.create(VisitRoute, { id: newId(), municipality, on, territory, employeeId } as never);
    await em.flush();
    input.stops.forEach(({ personId, purpose }, at) => {
      em.create(VisitRouteStop, {
        id: newId(),
        municipality,
        routeId: route.id,
        place: at + 1,
        personId,
        purpose: purpose?.trim() || null,
        outcome: null,
        note: null,
        visitId: null,
      });
    });
    await em.flush();
    await context.audit.write(em, { action: 'visit.plan', object: `visitRoute:${route.id}`, fields: ['stops'] });
    return route;
  });
}

async function refuseUnknownPersons(context: Context, { stops }: PlanVisitRouteInput): Promise<void> {
  const query = 'query($id: ID!) { person(id: $id) { id } }';
  const found = await Promise.all(stops.map(({ personId }) => askPerson(context, personId, query)));
  const missing = found.flatMap((person, at) => (person ? [] : [noSuchPerson(`stops.${at}.personId`)]));
  if (missing.length) throw new Refusal(missing);
}

/**
 * Writes down what came of a stop, once; who was visited has a home visit with the opinion of the employee of the token. Refuses NOT_FOUND, WRONG_STATE
 * (known already, or the day has not come), INVALID.
 */
export function recordRouteStop(context: Context, input: RecordRouteStopInput): Promise<Payload<'route', VisitRoute>> {
  return mutate(context, 'route', async () => {
    const { em, municipality } = context;
    const missing = { lv: 'Šādas pieturas nav.', en: 'There is no such stop.' };
    const stop = await held(context, VisitRouteStop, { id: input.stopId, field: 'stopId', missing });
    const route = await em.findOneOrFail(VisitRoute, { id: stop.routeId });
    if (stop.outcome || route.on > context.today) {
      refuse(
        ProblemCode.WRONG_STATE,
        'Šī pietura jau ir reģistrēta, vai arī tās diena vēl nav pienākusi.',
        'It is recorded already, or its day has not come.',
        'stopId',
      );
    }
    const note = input.note?.trim() || null;
    if (!note && input.outcome !== StopOutcome.NOT_HOME) {
      refuse(ProblemCode.INVALID, 'Pierakstiet konstatēto vai iemeslu.', 'Write down what was found, or why not.', 'note');
    }
    stop.outcome = input.outcome;
    stop.note = note;
    if (input.outcome === StopOutcome.VISITED) {
      const visit = em.create(HomeVisit, { id: newId(), municipality, personId: stop.personId, on: route.on });
      em.create(HomeVisitOpinion, { id: newId(), municipality, visitId: visit.id, employeeId: context.employee, findings: note ?? '' });
      stop.visitId = visit.id;
    }
    await em.flush();
    await context.audit.write(em, {
      action: 'visit.record',
      personId: stop.personId,
      object: `visitRouteStop:${stop.id}`,
      fields: ['outcome', 'note'],
    });
    return route;
  });
}
