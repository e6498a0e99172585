import { benefitTypes, type Label } from '@atbalsts/reference';
import { TimelineKind } from './timeline-entry.js';

const benefitNames = new Map(benefitTypes.map((type) => [type.code, type.label]));

const facilityNames: Record<string, Label> = {
  SHELTER: { lv: 'patversme', en: 'shelter' },
  NIGHT_SHELTER: { lv: 'naktspatversme', en: 'night shelter' },
  SOCIAL_HOUSE: { lv: 'sociālā māja', en: 'social house' },
  SOCIAL_APARTMENTS: { lv: 'sociālais dzīvoklis', en: 'social apartment' },
  GROUP_APARTMENTS: { lv: 'grupu dzīvoklis', en: 'group apartment' },
  CRISIS_CENTRE: { lv: 'krīzes centrs', en: 'crisis centre' },
  DAY_CARE_CENTRE: { lv: 'dienas aprūpes centrs', en: 'day care centre' },
  DAY_CENTRE: { lv: 'dienas centrs', en: 'day centre' },
  FAMILY_HOME: { lv: 'ģimeniskai videi pietuvināts pakalpojums', en: 'family home' },
  SPECIALISED_WORKSHOP: { lv: 'specializētā darbnīca', en: 'specialised workshop' },
  LONG_TERM_CARE: { lv: 'ilgstoša sociālā aprūpe', en: 'long-term care' },
};

const decisions: Record<string, Label> = {
  GRANTED: { lv: 'piešķirts', en: 'granted' },
  ENDED: { lv: 'piešķirts', en: 'granted' },
  WAITING: { lv: 'rindā', en: 'waiting list' },
  REFUSED: { lv: 'atteikts', en: 'refused' },
  ACCEPTED: { lv: 'pieņemta', en: 'accepted' },
  DECLINED: { lv: 'noraidīta', en: 'declined' },
  GRANT: { lv: 'piešķirts', en: 'granted' },
  REFUSE: { lv: 'atteikts', en: 'refused' },
};

const what: Record<TimelineKind, Label> = {
  CASE_OPENED: { lv: 'Atvērta lieta', en: 'Case opened' },
  CASE_HANDED_OVER: { lv: 'Nodota lieta', en: 'Case handed over' },
  CASE_CLOSED: { lv: 'Slēgta lieta', en: 'Case closed' },
  CASE_NOTE: { lv: 'Piezīme lietā', en: 'Note in case' },
  HOME_VISIT: { lv: 'Apmeklējums dzīvesvietā', en: 'Home visit' },
  AGREEMENT_MADE: { lv: 'Noslēgta līdzdarbības vienošanās', en: 'Participation agreement made' },
  SERVICE_REQUESTED: { lv: 'Pieprasīts pakalpojums', en: 'Service requested' },
  SERVICE_DECIDED: { lv: 'Lēmums par pakalpojumu', en: 'Decision on a service' },
  REFERRED: { lv: 'Nosūtīts pie partnera', en: 'Referred to a partner' },
  DELIVERY: { lv: 'Sniegts pakalpojums', en: 'Service delivered' },
  RISK_ASSESSED: { lv: 'Novērtēti ģimenes riski, lieta', en: 'Risks of the family assessed, case' },
  PLACE_OFFERED: { lv: 'Piedāvāta brīva vieta', en: 'Free place offered' },
  SERVICE_AGREED: { lv: 'Noslēgts pakalpojuma līgums', en: 'Service agreement made' },
  CARE_PLAN_MADE: { lv: 'Sastādīts aprūpes plāns', en: 'Care plan made' },
  SERVICE_REVIEWED: { lv: 'Pārskatīts pakalpojums', en: 'Service reviewed' },
  SERVICE_ENDED: { lv: 'Beidzies pakalpojums', en: 'Service ended' },
  REFERRAL_ENDED: { lv: 'Beidzies nosūtījums', en: 'Referral ended' },
  BENEFIT_DECIDED: { lv: 'Lēmums par pabalstu', en: 'Decision on a benefit' },
  PLACEMENT_BEGAN: { lv: 'Uzņemšana', en: 'Admitted' },
  PLACEMENT_ENDED: { lv: 'Izstāšanās', en: 'Left' },
  VIOLENCE_REPORTED: { lv: 'Ziņojums par vardarbību', en: 'Violence reported' },
  SUBMISSION_RECEIVED: { lv: 'Iesniegums', en: 'Submission' },
  ASSISTANT_CONTRACTED: { lv: 'Noslēgts asistenta līgums', en: 'Contract with an assistant' },
  PROGRAMME_ENROLLED: { lv: 'Uzņemts programmā', en: 'Enrolled in a programme' },
  SUPPORTED: { lv: 'Sniegts atbalsts', en: 'Support given' },
  MEAL_ISSUED: { lv: 'Izsniegta ēdienreize', en: 'Meal given out' },
  APPOINTMENT: { lv: 'Pieņemšana', en: 'Appointment' },
  INVOICE_ISSUED: { lv: 'Rēķins', en: 'Invoice' },
};

/** What a row of the timeline says, beside its kind. */
export interface TitleParts {
  kind: TimelineKind;
  /** Number of the record, where it has one. */
  number: string | null;
  /** The service by name, where it is one. */
  service_lv: string | null;
  service_en: string | null;
  /** Code: the benefit, or the kind of facility. */
  code: string | null;
  /** Code of the decision. */
  decision: string | null;
}

/** The line that stands for an entry: what happened, which record, which service, benefit or facility, and what was decided. */
export function titleOf(parts: TitleParts): Label {
  const named = parts.code ? (benefitNames.get(parts.code) ?? facilityNames[parts.code] ?? { lv: parts.code, en: parts.code }) : null;
  const decided = parts.decision ? decisions[parts.decision] : null;
  const line = (language: 'lv' | 'en') => {
    const subject = [what[parts.kind][language], parts.number].filter(Boolean).join(' ');
    const object = language === 'lv' ? parts.service_lv : parts.service_en;
    const details = [object ?? named?.[language], decided?.[language]].filter(Boolean).join(', ');
    return details ? `${subject}: ${details}` : subject;
  };
  return { lv: line('lv'), en: line('en') };
}
