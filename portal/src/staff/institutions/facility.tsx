import { useQuery } from '@apollo/client/react';
import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Button, ButtonLink, DateField, Empty, Failure, Notice, Page, Section, Skeleton, Stack, useHoles } from '../../ui/index.js';
import { AdmitDialog } from './admit-dialog.js';
import { Board } from './board.js';
import { facilityQuery } from './facility-query.js';
import { Forecast } from './forecast.js';
import styles from './institutions.module.css';
import { Placements } from './placements.js';
import { Queue } from './queue.js';
import { useStayTexts } from './stay-texts.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const NightDialog = lazy(() => import('./night-dialog.js').then(({ NightDialog: dialog }) => ({ default: dialog })));

/** One facility: who is in which bed on a day, what is free, and how it looks in the weeks to come. */
export default function FacilityPage() {
  const { id = '' } = useParams();
  const t = useInstitutionsTexts();
  const stay = useStayTexts();
  const format = useFormat();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [admitting, setAdmitting] = useState<{ place: string | null } | null>(null);
  const [nights, setNights] = useState(false);
  const now = today();
  const on = search.get('on') ?? now;
  const { data, previousData, error, refetch } = useQuery(facilityQuery, { variables: { id, on } });
  const holes = useHoles(error);
  const again = () => void refetch();
  const facility = (data ?? previousData)?.facility;
  const back = (
    <ButtonLink href="/institutions" icon={<ArrowLeft size={16} aria-hidden="true" />}>
      {t('toAll')}
    </ButtonLink>
  );
  if (!facility) {
    return (
      <Page title={t('title')} actions={back}>
        {holes.all.length ? (
          <Failure faults={holes.all} onAgain={again} />
        ) : data ? (
          <Empty title={t('none')} />
        ) : (
          <Skeleton lines={6} height="40rem" />
        )}
      </Page>
    );
  }
  const { occupancy, registration } = facility;
  const admits = on === now && may('placement.admit').allowed;
  const records = on === now && facility.kind === 'NIGHT_SHELTER' && may('night.record').allowed;
  const counts = [
    [t('free'), occupancy.free],
    [t('occupied'), occupancy.occupied],
    [t('reserved'), occupancy.reserved],
    [t('absent'), occupancy.absent],
    [t('capacity'), occupancy.capacity],
  ] as const;
  return (
    <Page
      title={facility.name}
      kicker={`${t(`kind.${facility.kind}`)}, ${facility.address} · ${
        registration ? t('registration', { number: registration.number, day: format.dayShort(registration.validTo) }) : t('unregistered')
      }`}
      actions={
        <>
          {back}
          {records ? <Button onPress={() => setNights(true)}>{stay('nights')}</Button> : null}
          {admits ? (
            <Button look="primary" onPress={() => setAdmitting({ place: null })}>
              {t('admit')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.strip}>
        <dl className={styles.counts}>
          {counts.map(([name, count]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{format.number(count)}</dd>])}
        </dl>
        <div className={styles.day}>
          <DateField label={t('day')} value={on} onChange={(day) => setSearch(day && day !== now ? { on: day } : {}, { replace: true })} />
        </div>
      </div>
      {on === now ? null : (
        <Notice action={<Button onPress={() => setSearch({}, { replace: true })}>{t('toToday')}</Button>}>
          {t('otherDay', { day: format.dayShort(on) })}
        </Notice>
      )}
      <Stack gap="l">
        {facility.board.length ? (
          <Board facility={facility} on={on} acts={on === now} onAdmit={(place) => setAdmitting({ place })} onDone={again} />
        ) : (
          <>
            <Notice title={t('noBeds')}>{t('noBedsLead')}</Notice>
            <Placements facilityId={facility.id} on={on} />
          </>
        )}
        <Queue entries={facility.waitingList} />
        <Section title={t('forecast')}>
          <Forecast days={facility.forecast} />
        </Section>
      </Stack>
      {admitting ? <AdmitDialog facility={facility} place={admitting.place} onClose={() => setAdmitting(null)} onDone={again} /> : null}
      {nights ? (
        <Suspense fallback={null}>
          <NightDialog facility={facility} onClose={() => setNights(false)} onDone={again} />
        </Suspense>
      ) : null}
    </Page>
  );
}
