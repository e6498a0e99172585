import { demoId, type PersonaName } from '@atbalsts/auth';
import { addDays, addMonths, type IsoDate } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn } from './calendar.js';
import type { DemoCase } from './cases.js';

type Scope = 'IDENTITY' | 'CONTACT' | 'NEEDS' | 'PLAN' | 'DELIVERY';

/** A referral as it is to be: how many days ago it was offered, what became of it, and of the consent it rests on. */
interface ReferralPlan {
  daysAgo: number;
  state: 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'ENDED';
  scopes: readonly Scope[];
  consent: 'live' | 'withdrawn' | 'expired';
  deliveries: number;
}

const everything: readonly Scope[] = ['IDENTITY', 'CONTACT', 'NEEDS', 'PLAN', 'DELIVERY'];
const referral = (
  daysAgo: number,
  state: ReferralPlan['state'],
  scopes: readonly Scope[],
  consent: ReferralPlan['consent'] = 'live',
  deliveries = 0,
): ReferralPlan => ({ daysAgo, state, scopes, consent, deliveries });

/** Referrals to each partner, the newest first and live: every window a consent can open, and every way in which it closes. */
const plans: Readonly<Record<'ngo-a' | 'ngo-b', readonly ReferralPlan[]>> = {
  'ngo-a': [
    referral(2, 'OFFERED', everything),
    referral(5, 'OFFERED', ['IDENTITY', 'NEEDS']),
    referral(11, 'OFFERED', ['CONTACT']),
    referral(40, 'ACCEPTED', everything, 'live', 6),
    referral(75, 'ACCEPTED', ['IDENTITY', 'CONTACT', 'DELIVERY'], 'live', 9),
    referral(90, 'ACCEPTED', ['NEEDS', 'DELIVERY'], 'live', 4),
    referral(120, 'ACCEPTED', everything, 'withdrawn', 5),
    referral(150, 'OFFERED', ['IDENTITY', 'NEEDS', 'DELIVERY'], 'withdrawn'),
    referral(410, 'ACCEPTED', ['IDENTITY', 'NEEDS', 'DELIVERY'], 'expired', 7),
    referral(430, 'DECLINED', ['IDENTITY', 'NEEDS'], 'expired'),
    referral(500, 'ENDED', everything, 'expired', 12),
    referral(640, 'ENDED', ['IDENTITY', 'CONTACT', 'DELIVERY'], 'expired', 10),
  ],
  'ngo-b': [
    referral(3, 'OFFERED', ['IDENTITY', 'CONTACT', 'NEEDS']),
    referral(30, 'ACCEPTED', everything, 'live', 5),
    referral(65, 'ACCEPTED', ['NEEDS', 'PLAN', 'DELIVERY'], 'live', 8),
    referral(100, 'ACCEPTED', ['IDENTITY', 'DELIVERY'], 'withdrawn', 3),
    referral(200, 'DECLINED', ['IDENTITY', 'NEEDS']),
    referral(520, 'ENDED', everything, 'expired', 11),
  ],
};
/** Bauska's few; both partners work in both towns. */
const bauskaPlans: typeof plans = {
  'ngo-a': [referral(60, 'ACCEPTED', everything, 'live', 3)],
  'ngo-b': [referral(20, 'OFFERED', ['IDENTITY', 'NEEDS'])],
};

const services = [
  { code: 'respite-care', purpose: 'Atelpas brīdis', needs: 'Atelpa divas dienas nedēļā', unit: 'HOUR' },
  { code: 'psychologist', purpose: 'Psihologa atbalsts', needs: 'Desmit konsultācijas, vēlams pēcpusdienās', unit: 'SESSION' },
  { code: 'day-centre', purpose: 'Dienas centra nodarbības', needs: 'Nodarbības grupā, pieejama ieeja bez kāpnēm', unit: 'VISIT' },
  { code: 'social-taxi', purpose: 'Pavadonis ceļā', needs: 'Brauciens uz ārstniecības iestādi reizi nedēļā', unit: 'TRIP' },
] as const;

/** Referrals of a town's clients to the two partners, each with the consent it rests on, and what was delivered. */
export function planReferrals(world: World, random: Random, municipality: string, cases: readonly DemoCase[]): void {
  const clients = random.shuffle(cases.filter((one) => one.closedOn === null && one.group !== 'VIOLENCE')).map((one) => one.person);
  for (const [partner, planned] of Object.entries(municipality === '0002000' ? plans : bauskaPlans) as [
    keyof typeof plans,
    ReferralPlan[],
  ][]) {
    for (const plan of planned) {
      const person = clients.pop();
      if (!person) throw new Error('more referrals are planned than there are clients');
      addReferral(world, random, partner, person, plan);
    }
  }
}

function addReferral(world: World, random: Random, partner: PersonaName, person: DemoPerson, plan: ReferralPlan): void {
  const { municipality } = person;
  const organisationId = demoId('organisation', partner);
  const service = random.pick(services);
  const offeredOn = addDays(world.today, -plan.daysAgo);
  const answeredOn = plan.state === 'OFFERED' ? null : addDays(offeredOn, 1);
  const endedOn = plan.state === 'ENDED' ? addDays(offeredOn, 150) : null;
  const id = world.id('referral', `${partner} ${person.id}`);
  const lastDay = addConsent(world, person, organisationId, service.purpose, offeredOn, plan);
  world.add('services', 'referral', {
    id,
    municipality,
    person_id: person.id,
    organisation_id: organisationId,
    service_type: service.code,
    purpose: service.purpose,
    needs: service.needs,
    state: plan.state,
    offered_on: offeredOn,
    answered_on: answeredOn,
    decline_reason: plan.state === 'DECLINED' ? 'Šobrīd nav brīvu vietu' : null,
    ended_on: endedOn,
  });
  for (let n = 1; n <= plan.deliveries; n++) {
    world.add('services', 'delivery', {
      id: world.id('delivery', `${id} ${n}`),
      municipality,
      referral_id: id,
      organisation_id: organisationId,
      request_id: null,
      key: `${partner}-${id.slice(0, 8)}-${n}`,
      on_date: dayIn(random, answeredOn ?? offeredOn, endedOn ? addDays(endedOn, -1) : lastDay),
      units: service.unit === 'HOUR' ? random.int(2, 8) : 1,
      unit: service.unit,
      recorded_by: `demo:${partner}`,
    });
  }
}

/** The consent is given before the referral is made. Gives the last day on which something may have been delivered under it. */
function addConsent(
  world: World,
  person: DemoPerson,
  organisationId: string,
  purpose: string,
  offeredOn: IsoDate,
  plan: ReferralPlan,
): IsoDate {
  const from = addDays(offeredOn, -1);
  const until = plan.consent === 'expired' ? addMonths(from, 12) : addMonths(world.today, 9);
  const withdrawnOn = plan.consent === 'withdrawn' ? addDays(offeredOn, 60) : null;
  world.consent(person, organisationId, purpose, [...plan.scopes], from, until, withdrawnOn && `${withdrawnOn}T09:30:00Z`);
  const end = withdrawnOn ?? (until < world.today ? until : world.today);
  return addDays(end, -1);
}
