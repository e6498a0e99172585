import { useState } from 'react';
import type { ViolenceKind, ViolenceReporter, ViolenceVictim } from '../../gql/staff/graphql.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { Checkbox, Columns, DateField, Radios, Select, TextField, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { today } from '../spoken.js';
import { kindsSent } from './kinds.js';
import { useViolenceTexts } from './texts.js';
import { ReportViolence } from './violence.queries.js';

const fields = ['reporter', 'reporterContact', 'victim', 'victimDescribed', 'kinds', 'receivedOn', 'happenedOn', 'place', 'account'];
const reporters: readonly ViolenceReporter[] = [
  'VICTIM',
  'RELATIVE',
  'NEIGHBOUR',
  'POLICE',
  'MEDICAL',
  'SCHOOL',
  'SOCIAL_SERVICE',
  'OTHER',
  'ANONYMOUS',
];
const kinds: readonly ViolenceKind[] = ['PHYSICAL', 'SEXUAL', 'EMOTIONAL', 'ECONOMIC', 'CONTROL', 'NEGLECT'];

/** Records at once that somebody told of violence; the graph says by when it is to be examined. */
export function ReportForm({ personId, ...form }: ActFormProps & { personId?: string }) {
  const t = useViolenceTexts();
  const format = useFormat();
  const need = useRequired();
  // Chosen when the form is opened: sent twice it is recorded once.
  const [key] = useState(() => crypto.randomUUID());
  const [danger, setDanger] = useState(false);
  const [victim, setVictim] = useState<ViolenceVictim | null>(null);
  const [described, setDescribed] = useState('');
  const [chosen, setChosen] = useState<readonly ViolenceKind[]>([]);
  const [reporter, setReporter] = useState<ViolenceReporter | null>(null);
  const [contact, setContact] = useState('');
  const [receivedOn, setReceivedOn] = useState<string | null>(today());
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const [place, setPlace] = useState('');
  const [account, setAccount] = useState('');
  const reporting = useAct(ReportViolence, fields);
  const send = async () => {
    if (!need.check(victim, reporter, receivedOn, account, personId ?? described) || !victim || !reporter || !receivedOn) return null;
    return reporting.act({
      input: {
        key,
        danger,
        victim,
        reporter,
        receivedOn,
        happenedOn,
        kinds: kindsSent(chosen),
        personId: personId ?? null,
        victimDescribed: described.trim() || null,
        reporterContact: contact.trim() || null,
        place: place.trim() || null,
        account: account.trim(),
      },
    });
  };
  return (
    <ActDialog
      {...form}
      wide
      title={t('reportTitle')}
      submit={t('report')}
      act={reporting}
      send={send}
      told={({ reportViolence: made }) =>
        t('reported', { number: made?.number ?? '', day: made?.dueOn ? format.dayShort(made.dueOn) : '–' })
      }
    >
      <p>{t('reportLead')}</p>
      <Checkbox value={danger} onChange={setDanger}>
        {t('danger')}
      </Checkbox>
      <TextField
        label={t('account')}
        value={account}
        onChange={setAccount}
        long
        required
        maxLength={20_000}
        problem={need.problem(account, reporting.problem('account'))}
      />
      <Columns least="15rem">
        <Radios<ViolenceVictim>
          label={t('victim')}
          required
          choices={[
            { id: 'CHILD', label: t('victim.CHILD') },
            { id: 'ADULT', label: t('victim.ADULT') },
          ]}
          value={victim}
          onChange={setVictim}
          problem={need.problem(victim, reporting.problem('victim'))}
        />
        <Select<ViolenceReporter>
          label={t('reporter')}
          required
          choices={reporters.map((id) => ({ id, label: t(`reporter.${id}`) }))}
          value={reporter}
          onChange={setReporter}
          problem={need.problem(reporter, reporting.problem('reporter'))}
        />
      </Columns>
      {personId ? (
        <p className={styles.fine}>{t('victimKnown')}</p>
      ) : (
        <TextField
          label={t('victimDescribed')}
          hint={t('victimDescribedHint')}
          value={described}
          onChange={setDescribed}
          required
          maxLength={2000}
          problem={need.problem(described, reporting.problem('victimDescribed'))}
        />
      )}
      <fieldset className={styles.area}>
        <legend>{t('kinds')}</legend>
        <div className={styles.criteria}>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              value={chosen.includes(kind)}
              onChange={(on) => setChosen(on ? [...chosen, kind] : chosen.filter((one) => one !== kind))}
            >
              {t(`kind.${kind}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <Columns least="15rem">
        <TextField
          label={t('reporterContact')}
          value={contact}
          onChange={setContact}
          maxLength={500}
          problem={reporting.problem('reporterContact')}
        />
        <TextField label={t('place')} value={place} onChange={setPlace} maxLength={500} problem={reporting.problem('place')} />
        <DateField
          label={t('receivedOn')}
          value={receivedOn}
          onChange={setReceivedOn}
          required
          latest={today()}
          problem={need.problem(receivedOn, reporting.problem('receivedOn'))}
        />
        <DateField
          label={t('happenedOn')}
          value={happenedOn}
          onChange={setHappenedOn}
          latest={today()}
          problem={reporting.problem('happenedOn')}
        />
      </Columns>
    </ActDialog>
  );
}
