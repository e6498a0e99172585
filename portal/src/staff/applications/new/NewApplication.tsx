import { useQuery } from '@apollo/client/react';
import { type FormEvent, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { parseEuro } from '../../../format/format.js';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { useSession } from '../../../sign-in/session.js';
import {
  ActNotice,
  Button,
  ButtonLink,
  ComboBox,
  DateField,
  Failure,
  Link,
  MoneyField,
  Notice,
  Page,
  Radios,
  Section,
  Skeleton,
  Stack,
  TextField,
  toast,
  useHoles,
} from '../../../ui/index.js';
import { today, useSpoken } from '../../spoken.js';
import styles from '../applications.module.css';
import { BenefitTypes } from '../queue/queue.queries.js';
import { useWords } from '../texts.js';
import { FindPerson } from './FindPerson.js';
import { Applicant, HouseholdOfDay, SubmitApplication } from './new.queries.js';
import { useNewTexts } from './texts.js';

const fields = ['benefitType', 'submittedOn', 'legalGround', 'payeeAccount', 'claimedCosts'];

/** Takes in an application: who, what, since when. What means are tested for goes on to the declaration. */
export function NewApplication() {
  const t = useNewTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const person = params.get('person');
  const refused = may('application.submit').reason;
  return (
    <Page title={t('title')} kicker={<Link href="/applications">{t('back')}</Link>}>
      <div className={styles.narrow}>
        {refused ? (
          <Notice tone="neutral">{refused}</Notice>
        ) : person ? (
          <ForPerson key={person} id={person} onOther={() => setParams({})} />
        ) : (
          <FindPerson onFound={(id) => setParams({ person: id })} />
        )}
      </div>
    </Page>
  );
}

function ForPerson({ id, onOther }: { id: string; onOther(): void }) {
  const t = useNewTexts();
  const words = useWords();
  const [on, setOn] = useState<string | null>(today());
  const { data, loading, error, refetch } = useQuery(Applicant, { variables: { id } });
  const [asked, setAsked] = useState(today());
  const lived = useQuery(HouseholdOfDay, { variables: { id, on: asked } });
  const takeDay = (day: string | null) => {
    setOn(day);
    // While a year is being typed it is 2, 20, 202: no day to ask the graph about.
    if (day && day >= '1900') setAsked(day);
  };
  const holes = useHoles(error);
  const livedHoles = useHoles(lived.error);
  const person = data?.person;
  // While another day is asked about, what is known stays: the form below keeps what was typed.
  const livedShown = lived.data ?? lived.previousData;
  if ((loading && !data) || (lived.loading && !livedShown)) return <Skeleton lines={6} height="20rem" />;
  if (!person) {
    return holes.all.length ? (
      <Failure faults={holes.all} onAgain={() => void refetch()} />
    ) : (
      <Notice tone="bad" action={<Button onPress={onOther}>{t('other')}</Button>}>
        {t('unknown')}
      </Notice>
    );
  }
  const household = livedShown?.person?.household ?? null;
  return (
    <Stack>
      <Section
        title={t('applicant')}
        actions={
          <Button small look="quiet" onPress={onOther}>
            {t('other')}
          </Button>
        }
      >
        <p>
          <strong>
            {person.givenName} {person.familyName}
          </strong>{' '}
          · {person.reference}
          {typeof person.age === 'number' ? ` · ${words('age', { count: person.age })}` : null}
        </p>
        <p className={styles.fine}>
          {household
            ? `${t('household')} ${household.reference}, ${t('people', { count: household.members?.length ?? 0 })}`
            : livedHoles.all.length
              ? null
              : t('noHousehold')}
        </p>
      </Section>
      {livedHoles.all.length ? (
        <Failure faults={livedHoles.all} onAgain={() => void lived.refetch()} />
      ) : household ? null : (
        <Notice tone="warn" title={t('noHousehold')} action={<ButtonLink href={`/clients/${person.id}`}>{t('openClient')}</ButtonLink>}>
          {t('noHouseholdLead')}
        </Notice>
      )}
      <Asked
        applicantId={person.id}
        householdId={on === asked ? (lived.data?.person?.household?.id ?? null) : null}
        on={on}
        onDay={takeDay}
      />
    </Stack>
  );
}

function Asked({
  applicantId,
  householdId,
  on,
  onDay,
}: {
  applicantId: string;
  /** Of the day that is typed; null while it is not known, or where there is none: then nothing can be sent. */
  householdId: string | null;
  on: string | null;
  onDay(day: string | null): void;
}) {
  const t = useNewTexts();
  const words = useWords();
  const navigate = useNavigate();
  const { place } = useSession();
  const { spoken } = useSpoken();
  const benefits = useQuery(BenefitTypes, { variables: { ...spoken, municipality: place ?? '' } });
  const holes = useHoles(benefits.error);
  const [benefit, setBenefit] = useState<string | null>(null);
  const [ground, setGround] = useState<'STANDARD' | 'UKRAINE_SUPPORT'>('STANDARD');
  const [account, setAccount] = useState('');
  const [costs, setCosts] = useState('');
  const [existing, setExisting] = useState<{ id: string; number: string } | null>(null);
  const submitting = useAct(SubmitApplication, fields);
  // In the other language the kinds are asked for again; until they come, and if they do not, those one sees stay.
  const kinds = (benefits.data ?? benefits.previousData)?.benefitTypes;
  const choices = useMemo(() => (kinds ?? []).map(({ code, label }) => ({ id: code, label })), [kinds]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setExisting(null);
    if (!on || !benefit || !householdId || submitting.busy) return;
    const ending = await submitting.act({
      input: {
        applicantId,
        householdId,
        benefitType: benefit,
        submittedOn: on,
        legalGround: ground,
        payeeAccount: account.trim() || null,
        claimedCosts: costs.trim() ? (parseEuro(costs) ?? costs) : null,
      },
    });
    const application = ending.data?.submitApplication?.application;
    if (!ending.done) {
      if (application && ending.problems.some(({ code }) => code === 'DUPLICATE')) setExisting(application);
      return;
    }
    if (!application) return;
    toast(t('submitted', { number: application.number }));
    const declares = application.benefitType.meansTested && application.legalGround === 'STANDARD';
    navigate(declares ? `/applications/${application.id}/means` : `/applications/${application.id}`);
  };
  if (holes.all.length && !kinds) return <Failure faults={holes.all} onAgain={() => void benefits.refetch()} />;
  return (
    <Section title={t('what')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {choices.length ? (
            <ComboBox
              label={t('benefit')}
              choices={choices}
              value={benefit}
              onChange={setBenefit}
              required
              problem={submitting.problem('benefitType')}
            />
          ) : (
            <Skeleton lines={2} />
          )}
          <div className={styles.two}>
            <DateField
              label={t('submittedOn')}
              value={on}
              onChange={onDay}
              required
              latest={today()}
              problem={submitting.problem('submittedOn')}
            />
            <Radios<'STANDARD' | 'UKRAINE_SUPPORT'>
              label={t('ground')}
              choices={[
                { id: 'STANDARD', label: words('ground.STANDARD') },
                { id: 'UKRAINE_SUPPORT', label: words('ground.UKRAINE_SUPPORT') },
              ]}
              value={ground}
              onChange={setGround}
              problem={submitting.problem('legalGround')}
            />
            <TextField
              label={t('account')}
              hint={t('accountHint')}
              value={account}
              onChange={setAccount}
              maxLength={42}
              problem={submitting.problem('payeeAccount')}
            />
            <MoneyField
              label={t('costs')}
              hint={t('costsHint')}
              value={costs}
              onChange={setCosts}
              problem={submitting.problem('claimedCosts')}
            />
          </div>
          {existing ? (
            <Notice
              tone="warn"
              title={t('duplicate')}
              action={<ButtonLink href={`/applications/${existing.id}`}>{t('openExisting', { number: existing.number })}</ButtonLink>}
            />
          ) : null}
          <ActNotice act={submitting} />
          <div>
            <Button look="primary" type="submit" isDisabled={!benefit || !on || !householdId}>
              {t('submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
