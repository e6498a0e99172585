import {
  CalendarClock,
  FilePlus2,
  FolderPlus,
  HandHelping,
  House,
  KeyRound,
  MessageSquareWarning,
  ScanEye,
  ShieldAlert,
  ShieldCheck,
  Siren,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type Action, useMay } from '../../shell/may.js';
import { Button, ButtonLink, Section } from '../../ui/index.js';
import { useActTexts } from './act-texts.js';
import styles from './client.module.css';
import { emergencyOpens, useGlass } from './emergency-store.js';

const MoveForm = lazy(() => import('./forms/move.js').then(({ MoveForm: form }) => ({ default: form })));
const CircumstanceForm = lazy(() => import('./forms/circumstance.js').then(({ CircumstanceForm: form }) => ({ default: form })));
const ConsentForm = lazy(() => import('./forms/consent.js').then(({ ConsentForm: form }) => ({ default: form })));
const ServiceForm = lazy(() => import('./forms/service.js').then(({ ServiceForm: form }) => ({ default: form })));
const CaseForm = lazy(() => import('./forms/case.js').then(({ CaseForm: form }) => ({ default: form })));
const AppointmentForm = lazy(() => import('../appointments/BookForm.js').then(({ BookForm: form }) => ({ default: form })));
const ComplaintForm = lazy(() => import('../submissions/ReceiveForm.js').then(({ ReceiveForm: form }) => ({ default: form })));
const ViolenceForm = lazy(() => import('../violence/ReportForm.js').then(({ ReportForm: form }) => ({ default: form })));
const EmergencyForm = lazy(() => import('./forms/emergency.js').then(({ EmergencyForm: form }) => ({ default: form })));

type Doing = 'service' | 'case' | 'circumstance' | 'move' | 'consent' | 'appointment' | 'complaint' | 'violence' | 'emergency';

const size = { size: 16, 'aria-hidden': true } as const;
const icons: Readonly<Record<Doing, ReactNode>> = {
  service: <HandHelping {...size} />,
  case: <FolderPlus {...size} />,
  circumstance: <ShieldCheck {...size} />,
  move: <House {...size} />,
  consent: <KeyRound {...size} />,
  appointment: <CalendarClock {...size} />,
  complaint: <MessageSquareWarning {...size} />,
  violence: <ShieldAlert {...size} />,
  emergency: <Siren {...size} />,
};

const doings: readonly [Doing, Action][] = [
  ['service', 'request.create'],
  ['case', 'case.open'],
  ['circumstance', 'person.circumstance.record'],
  ['move', 'person.move'],
  ['consent', 'consent.give'],
  ['appointment', 'appointment.book'],
  ['complaint', 'submission.receive'],
  ['violence', 'violence.report'],
];

/** What can be done for the client by whom is at the screen, and why the rest cannot. */
export function Actions({ personId, today, onDone }: { personId: string; today: string; onDone(): void }) {
  const t = useActTexts();
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const allowed = doings.filter(([, action]) => may(action).allowed);
  const denied = [...(['application.submit'] as const), ...doings.map(([, action]) => action)].filter((action) => !may(action).allowed);
  const application = may('application.submit').allowed;
  const glass = useGlass(personId);
  const opensMore = emergencyOpens.some((action) => !may(action).allowed);
  const emergency = !glass && opensMore && may('emergency.open').allowed;
  const audits = may('audit.read').allowed;
  const nothing = !application && !allowed.length;
  const form = { personId, today, onDone, onClose: () => setDoing(null) };
  return (
    <Section title={t('actions')}>
      <div className={`${styles.actions} no-print`}>
        {application ? (
          <ButtonLink look="quiet" href={`/applications/new?person=${personId}`} icon={<FilePlus2 {...size} />}>
            {t('application')}
          </ButtonLink>
        ) : null}
        {allowed.map(([one]) => (
          <Button key={one} look="quiet" icon={icons[one]} onPress={() => setDoing(one)}>
            {t(one)}
          </Button>
        ))}
        {audits ? (
          <ButtonLink look="quiet" href={`/audit/${personId}`} icon={<ScanEye {...size} />}>
            {t('audit')}
          </ButtonLink>
        ) : null}
        {emergency ? (
          <Button look="quiet" icon={icons.emergency} onPress={() => setDoing('emergency')}>
            {t('emergency')}
          </Button>
        ) : null}
      </div>
      {nothing ? (
        <p className={styles.note}>{t('readsOnly')}</p>
      ) : denied.length ? (
        <div className={styles.denied}>
          {denied.map((action) => (
            <p key={action} className={styles.note}>
              {may(action).reason}
            </p>
          ))}
        </div>
      ) : null}
      <Suspense>
        {doing === 'service' ? <ServiceForm {...form} /> : null}
        {doing === 'case' ? <CaseForm {...form} /> : null}
        {doing === 'circumstance' ? <CircumstanceForm {...form} /> : null}
        {doing === 'move' ? <MoveForm {...form} /> : null}
        {doing === 'consent' ? <ConsentForm {...form} /> : null}
        {doing === 'appointment' ? <AppointmentForm {...form} /> : null}
        {doing === 'complaint' ? <ComplaintForm {...form} /> : null}
        {doing === 'violence' ? <ViolenceForm {...form} /> : null}
        {doing === 'emergency' ? <EmergencyForm {...form} /> : null}
      </Suspense>
    </Section>
  );
}
