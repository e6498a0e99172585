import { lazy, Suspense, useState } from 'react';
import { dayBefore } from '../../format/format.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, Facts, Link, ProgressBar, Section, Stack } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import type { EmployeeData } from './employee.js';
import { EmployeeAction } from './employee-actions.js';
import type { Hours } from './owed.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';

const AbsenceChangeDialog = lazy(() =>
  import('./absence-change-dialog.js').then(({ AbsenceChangeDialog: dialog }) => ({ default: dialog })),
);

/** Posts that the employee holds or held, and as what. */
export function Posts({ employee, onDone }: { employee: EmployeeData; onDone(): void }) {
  const t = usePeopleTexts();
  const format = useFormat();
  const { language } = format;
  const term = (from: string, until: string | null | undefined) => format.period(from, until);
  return (
    <Section title={t('held')} actions={<EmployeeAction step="assign" employee={employee} onDone={onDone} />}>
      <Stack>
        {employee.posts?.length ? (
          <Facts
            facts={employee.posts.map((post) => [
              term(post.from, post.until),
              <>
                {t('postOf', { unit: post.unit[language], fte: format.number(post.fte, 2) })}{' '}
                {post.until && post.until <= today() ? <Badge>{t('ended')}</Badge> : null}
              </>,
            ])}
          />
        ) : (
          <p>{t('noPosts')}</p>
        )}
        <h3>{t('employment')}</h3>
        <Facts facts={(employee.employments ?? []).map((one) => [term(one.from, one.until), t(`kind.${one.kind}`)])} />
        <Facts facts={[[t('territories'), employee.territories?.join(', ') || null]]} />
      </Stack>
    </Section>
  );
}

/** Hours of the year against what is asked, and by which provision. */
export function Obligations({ training, supervision }: { training: Hours | null; supervision: Hours | null }) {
  const t = usePeopleTexts();
  const format = useFormat();
  const asked = [
    [t('training'), training],
    [t('supervision'), supervision],
  ] as const;
  if (!training && !supervision) return <p>{t('noObligations')}</p>;
  return (
    <Stack>
      {asked.map(([name, hours]) =>
        hours ? (
          <div key={name}>
            <ProgressBar
              label={name}
              value={hours.hours}
              most={hours.requiredHours}
              text={t('hoursOf', { hours: format.number(hours.hours, 2), required: format.number(hours.requiredHours, 2) })}
              tone={hours.met ? 'good' : 'warn'}
            />
            <p className={styles.note}>{hours.citation}</p>
          </div>
        ) : null,
      )}
    </Stack>
  );
}

/** When the employee is away, and for whom they stand in; whoever plans it records it here. */
export function Absences({ employee, onDone }: { employee: EmployeeData; onDone(): void }) {
  const t = usePeopleTexts();
  const c = useCareerTexts();
  const may = useMay();
  const [changing, setChanging] = useState<string | null>(null);
  const format = useFormat();
  const absences = employee.absences ?? [];
  const others = employee.standsInFor ?? [];
  const changed = absences.find(({ id }) => id === changing);
  return (
    <Section title={t('employeeAbsences')} actions={<EmployeeAction step="absence" employee={employee} onDone={onDone} />}>
      {absences.length || others.length ? (
        <Stack gap="s">
          {absences.map(({ id, from, until, kind, substitute }) => (
            <div key={id} className={styles.absence}>
              <span>
                {format.period(from, dayBefore(until))} {kind ? t(`absence.${kind}`) : null}{' '}
                {substitute ? (
                  <span className={styles.note}>
                    {t('substitute')}: <Link href={`/people/${substitute.id}`}>{substitute.name}</Link>
                  </span>
                ) : null}
              </span>
              {until > today() && may('absence.record').allowed ? (
                <Button small look="quiet" onPress={() => setChanging(id)} aria-label={`${c('changeAbsence')}: ${format.dayShort(from)}`}>
                  {c('changeAbsence')}
                </Button>
              ) : null}
            </div>
          ))}
          {others.map(({ id, from, until, employee: other }) => (
            <div key={id}>
              {format.period(from, dayBefore(until))}{' '}
              {other ? <Link href={`/people/${other.id}`}>{t('standsIn', { name: other.name ?? '' })}</Link> : null}
            </div>
          ))}
        </Stack>
      ) : (
        <p>{t('noAbsencesOne')}</p>
      )}
      {changed ? (
        <Suspense fallback={null}>
          <AbsenceChangeDialog employee={employee} absence={changed} onClose={() => setChanging(null)} onDone={onDone} />
        </Suspense>
      ) : null}
    </Section>
  );
}

/** What the employee is qualified by, and until when. */
export function Qualifications({ employee, onDone }: { employee: EmployeeData; onDone(): void }) {
  const t = usePeopleTexts();
  const format = useFormat();
  return (
    <Section
      title={t('qualifications')}
      count={employee.qualifications?.length || null}
      actions={<EmployeeAction step="qualification" employee={employee} onDone={onDone} />}
    >
      {employee.qualifications?.length ? (
        <Facts
          facts={employee.qualifications.map((one) => [
            t(`qualification.${one.kind}`),
            <>
              {one.title} <span className={styles.note}>{[one.issuedBy, one.number].filter(Boolean).join(', ')}</span>{' '}
              {one.validUntil ? (
                <Badge tone={one.validUntil <= today() ? 'bad' : 'neutral'}>
                  {t('validUntil', { day: format.dayShort(one.validUntil) })}
                </Badge>
              ) : (
                <Badge>{t('forGood')}</Badge>
              )}
            </>,
          ])}
        />
      ) : (
        <p>{t('noQualifications')}</p>
      )}
    </Section>
  );
}
