import { Download, Plus } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import {
  ActNotice,
  Button,
  ButtonLink,
  DateField,
  Empty,
  Failure,
  Link,
  MoneyField,
  Notice,
  Page,
  Row,
  Section,
  Skeleton,
  Stack,
  StaleVersions,
  toast,
  useHoles,
} from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../applications.module.css';
import { useChangeTexts } from '../change/texts.js';
import { monthsBefore } from '../page/means-view.js';
import { NamesButton, NamesProvider, useNames } from '../page/names.js';
import { type ApplicationView, useApplication } from '../page/use-application.js';
import { useHouseholdOn } from '../page/WhoSection.js';
import { useWords } from '../texts.js';
import { IncomeLine } from './IncomeLine.js';
import { type DeclaredIncome, draftOf, emptyIncome, type IncomeDraft, isMoneyOnly, moneyOf, withRegisters } from './means-draft.js';
import { DeclareMeans } from './new.queries.js';
import { useNewTexts } from './texts.js';

/** The declaration of means of an application, with what was declared before to go on with. */
export function DeclareMeansPage() {
  const { id = '' } = useParams();
  const t = useNewTexts();
  const view = useApplication(id);
  const holes = useHoles(view.error);
  const { application } = view;
  const household = useHouseholdOn(application?.household?.id, application?.submittedOn ?? today());
  const ready = application && household.data;
  const refused = useMay()('means.declare').reason;
  const open = application?.state === 'SUBMITTED' || application?.state === 'MEANS_DECLARED';
  return (
    <Page
      title={t('meansTitle')}
      kicker={<Link href={`/applications/${id}`}>{t('backToApplication')}</Link>}
      lead={application ? t('meansLead', { benefit: application.benefitType.label, number: application.number }) : '\u00a0'}
    >
      {refused ? (
        <Notice tone="neutral">{refused}</Notice>
      ) : ready ? (
        open ? (
          <NamesProvider householdId={application.household?.id ?? ''} applicantId={application.applicant.id} on={application.submittedOn}>
            <Declaration view={{ ...view, application }} members={(household.data?.household?.members ?? []).map(({ person }) => person)} />
          </NamesProvider>
        ) : (
          <Empty title={t('notOpen')} action={<ButtonLink href={`/applications/${id}`}>{t('backToApplication')}</ButtonLink>}>
            {t('notOpenLead')}
          </Empty>
        )
      ) : holes.all.length && !view.loading ? (
        <Failure faults={holes.all} onAgain={view.again} />
      ) : (
        <Skeleton lines={10} height="30rem" />
      )}
    </Page>
  );
}

interface Member {
  id: string;
  reference?: string | null;
  age?: number | null;
}

function Declaration({
  view,
  members,
}: {
  view: ApplicationView & { application: NonNullable<ApplicationView['application']> };
  members: readonly Member[];
}) {
  const t = useNewTexts();
  const words = useWords();
  const change = useChangeTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const names = useNames();
  const { application, questions, means, refetch } = view;
  const months = useMemo(() => monthsBefore(application.submittedOn), [application.submittedOn]);
  const [drafts, setDrafts] = useState<readonly IncomeDraft[]>(() => draftOf(application.incomes ?? []));
  const [costs, setCosts] = useState('');
  const [completeOn, setCompleteOn] = useState<string | null>(null);
  const [mistyped, setMistyped] = useState(false);
  const [costless, setCostless] = useState(false);
  const [before, setBefore] = useState<readonly DeclaredIncome[] | null>(null);
  const fields = useMemo(
    () => [
      'housingCosts',
      'completeOn',
      ...drafts.flatMap((_, at) =>
        ['personId', 'source', 'evidence', 'monthly', 'monthly.0', 'monthly.1', 'monthly.2'].map((field) => `incomes.${at}.${field}`),
      ),
    ],
    [drafts],
  );
  const declaring = useAct(DeclareMeans, fields);
  const choices = members.map((member) => {
    const age = typeof member.age === 'number' ? words('age', { count: member.age }) : '';
    return { id: member.id, label: names.of?.get(member.id)?.name ?? [member.reference, age].filter(Boolean).join(', ') };
  });
  const told = questions.some(({ answer }) => answer?.incomes?.length);
  const add = () =>
    setDrafts([
      ...drafts,
      emptyIncome(Math.max(-1, ...drafts.map(({ key }) => key)) + 1, members.length === 1 ? (members[0]?.id ?? null) : null),
    ]);
  const take = () => {
    setDrafts(withRegisters(drafts, questions, months));
    toast(t('fromRegistersDone'), 'info');
  };
  const send = async () => {
    if (declaring.busy) return;
    const bad =
      !isMoneyOnly([...drafts, { ...emptyIncome(0, null), monthly: [costs, '', ''] }]) || drafts.some(({ personId }) => !personId);
    // The graph does not tell what was declared before: an empty field would quietly take the costs away.
    const unsaid = Boolean(means) && !costs.trim();
    setMistyped(bad);
    setCostless(unsaid);
    if (bad || unsaid) return;
    const seen = application.incomes ?? [];
    const ending = await declaring.act({
      input: {
        applicationId: application.id,
        version: application.version,
        incomes: drafts.map(({ personId, source, evidence, monthly }) => ({
          personId: personId ?? '',
          source: source as 'WAGE',
          evidence: evidence as 'DECLARED',
          monthly: monthly.map(moneyOf),
        })),
        housingCosts: moneyOf(costs),
        completeOn,
      },
    });
    if (ending.done) {
      toast(t('declared'));
      await refetch();
      navigate(`/applications/${application.id}`);
    } else if (ending.problems.some(({ code }) => code === 'STALE')) {
      await refetch();
      setBefore(seen);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const listed = (incomes: readonly DeclaredIncome[]) =>
    incomes.length
      ? incomes
          .map(
            ({ source, monthly }) =>
              `${words(`source.${source}` as 'source.WAGE')}: ${monthly.map((amount) => format.euro(moneyOf(amount))).join(' · ')}`,
          )
          .join('; ')
      : t('staleNone');
  const mine = drafts.map(({ personId, source, evidence, monthly }) => ({
    person: { id: personId ?? '' },
    source,
    evidence,
    monthly: monthly.map(moneyOf),
  }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Section title={t('incomes')} count={drafts.length || undefined} actions={<NamesButton />}>
          <Stack>
            {drafts.length ? null : <p className={styles.quiet}>{t('incomesNone')}</p>}
            {drafts.map((draft, at) => (
              <IncomeLine
                key={draft.key}
                at={at}
                draft={draft}
                members={choices}
                months={months.map((month, place) =>
                  application.effectiveFrom ? change('month', { at: place + 1 }) : format.month(month),
                )}
                problem={(field) => declaring.problem(`incomes.${at}.${field}`)}
                onChange={(changed) => setDrafts(drafts.map((one) => (one.key === changed.key ? changed : one)))}
                onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
              />
            ))}
            <Row>
              <Button icon={<Plus size={16} aria-hidden="true" />} onPress={add}>
                {t('add')}
              </Button>
              {told ? (
                <Button icon={<Download size={16} aria-hidden="true" />} onPress={take}>
                  {t('fromRegisters')}
                </Button>
              ) : null}
            </Row>
          </Stack>
        </Section>
        <Section title={t('costsAndDay')}>
          <div className={styles.two}>
            <MoneyField
              label={t('housingCosts')}
              hint={means ? t('housingCostsAgain') : t('housingCostsHint')}
              value={costs}
              onChange={setCosts}
              required={Boolean(means)}
              problem={declaring.problem('housingCosts') ?? (costless && !costs.trim() ? t('housingCostsNeeded') : null)}
            />
            <DateField
              label={t('completeOn')}
              hint={t('completeOnHint')}
              value={completeOn}
              onChange={setCompleteOn}
              earliest={application.submittedOn}
              latest={today()}
              problem={declaring.problem('completeOn')}
            />
          </div>
        </Section>
        {mistyped ? <Notice tone="bad">{t('notMoney')}</Notice> : null}
        <ActNotice act={declaring} />
        <div>
          <Button look="primary" type="submit">
            {t('declare')}
          </Button>
        </div>
      </Stack>
      <StaleVersions
        open={before !== null}
        lines={[
          {
            name: t('staleName'),
            now: listed(application.incomes ?? []),
            mine: listed(mine),
            differs: listed(application.incomes ?? []) !== listed(mine),
          },
        ]}
        onKeep={() => {
          setBefore(null);
          void send();
        }}
        onTake={() => {
          setDrafts(draftOf(application.incomes ?? []));
          setBefore(null);
          declaring.reset();
        }}
        onClose={() => setBefore(null)}
      />
    </form>
  );
}
