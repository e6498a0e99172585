import { Plus } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, MoneyField, Notice, Row, Section, Stack, StaleVersions, toast } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { IncomeLine } from '../new/IncomeLine.js';
import { draftOf, emptyIncome, type IncomeDraft, isMoneyOnly, moneyOf } from '../new/means-draft.js';
import { NamesButton, useNames } from '../page/names.js';
import type { ShownApplication, ShownDecision } from '../page/use-application.js';
import { awardText } from '../queue/queue-columns.js';
import { useWords } from '../texts.js';
import { DeclareChange } from './change.queries.js';
import { strangers } from './change-view.js';
import { useChangeTexts } from './texts.js';

const lineFields = ['personId', 'source', 'evidence', 'monthly', 'monthly.0', 'monthly.1', 'monthly.2'];

/** The incomes since the change, begun with what the application declared, and what sends it. */
export function Declaration({
  application,
  decision,
  refetch,
  on,
  householdId,
  members,
  onDayProblem,
}: {
  application: ShownApplication;
  decision: ShownDecision;
  refetch(): Promise<unknown>;
  /** The day of the change; null while it is not typed. */
  on: string | null;
  householdId: string;
  members: readonly { id: string; reference?: string | null; age?: number | null }[];
  /** What is to be said at the day. */
  onDayProblem(problem: string | null): void;
}) {
  const t = useChangeTexts();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const names = useNames();
  const navigate = useNavigate();
  const tested = application.benefitType.meansTested && application.legalGround === 'STANDARD';
  const [drafts, setDrafts] = useState<readonly IncomeDraft[]>(() => (tested ? draftOf(application.incomes ?? []) : []));
  const [costs, setCosts] = useState('');
  const [tried, setTried] = useState(false);
  const [seen, setSeen] = useState<ShownDecision | null>(null);
  const fields = useMemo(
    () => ['on', 'housingCosts', ...drafts.flatMap((_, at) => lineFields.map((field) => `incomes.${at}.${field}`))],
    [drafts],
  );
  const declaring = useAct(DeclareChange, fields);
  const ofDay = declaring.problem('on');
  useEffect(() => onDayProblem(ofDay), [ofDay, onDayProblem]);
  const gone = strangers(
    drafts,
    members.map(({ id }) => id),
  );
  const choices = members.map((member) => {
    const age = typeof member.age === 'number' ? words('age', { count: member.age }) : '';
    return { id: member.id, label: names.of?.get(member.id)?.name ?? [member.reference, age].filter(Boolean).join(', ') };
  });
  const memberProblem = ({ key, personId }: IncomeDraft) =>
    gone.includes(key) ? t('notMember') : tried && !personId ? t('chooseMember') : null;
  const wrong =
    gone.length > 0 ||
    drafts.some(({ personId }) => !personId) ||
    !isMoneyOnly([...drafts, { ...emptyIncome(0, null), monthly: [costs, '', ''] }]);
  const send = async () => {
    if (declaring.busy || !on) return;
    setTried(true);
    if (wrong) return;
    const ending = await declaring.act({
      input: {
        decisionId: decision.id,
        version: decision.version,
        on,
        householdId: householdId === application.household?.id ? null : householdId,
        incomes: drafts.map(({ personId, source, evidence, monthly }) => ({
          personId: personId ?? '',
          source: source as 'WAGE',
          evidence: evidence as 'DECLARED',
          monthly: monthly.map(moneyOf),
        })),
        housingCosts: tested && costs.trim() ? moneyOf(costs) : null,
      },
    });
    if (ending.done) {
      const made = ending.data.declareChange?.application;
      if (!made) return;
      toast(t('declared', { number: made.number, day: made.effectiveFrom ? format.dayShort(made.effectiveFrom) : '–' }));
      navigate(`/applications/${made.id}`);
    } else if (ending.problems.some(({ code }) => code === 'STALE')) {
      const before = decision;
      await refetch();
      setSeen(before);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const add = () =>
    setDrafts([
      ...drafts,
      emptyIncome(Math.max(-1, ...drafts.map(({ key }) => key)) + 1, members.length === 1 ? (members[0]?.id ?? null) : null),
    ]);
  const told = (one: ShownDecision) => `${words(`decision.${one.state}`)}, ${awardText(one, words, format)}`;
  const take = () => {
    setSeen(null);
    declaring.reset();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {tested ? (
          <Section
            title={t('incomes')}
            count={drafts.length || undefined}
            actions={may('person.identity.read').allowed ? <NamesButton /> : undefined}
          >
            <Stack>
              <p className={styles.fine}>{t('incomesLead')}</p>
              {drafts.length ? null : <p className={styles.quiet}>{t('incomesNone')}</p>}
              {drafts.map((draft, at) => (
                <IncomeLine
                  key={draft.key}
                  at={at}
                  draft={draft}
                  members={choices}
                  months={[1, 2, 3].map((month) => t('month', { at: month }))}
                  problem={(field) => declaring.problem(`incomes.${at}.${field}`) ?? (field === 'personId' ? memberProblem(draft) : null)}
                  onChange={(changed) => setDrafts(drafts.map((one) => (one.key === changed.key ? changed : one)))}
                  onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
                />
              ))}
              <Row>
                <Button icon={<Plus size={16} aria-hidden="true" />} onPress={add}>
                  {t('add')}
                </Button>
              </Row>
              <div className={styles.narrow}>
                <MoneyField
                  label={t('costs')}
                  hint={t('costsHint')}
                  value={costs}
                  onChange={setCosts}
                  problem={declaring.problem('housingCosts')}
                />
              </div>
            </Stack>
          </Section>
        ) : (
          <Notice tone="neutral">{t('notTested')}</Notice>
        )}
        {tried && wrong ? <Notice tone="bad">{t('wrong')}</Notice> : null}
        <ActNotice act={declaring} />
        <div>
          <Button look="primary" type="submit" isDisabled={declaring.busy || !on}>
            {t('send')}
          </Button>
        </div>
      </Stack>
      <StaleVersions
        open={seen !== null}
        lines={[
          {
            name: t('staleState'),
            now: told(decision),
            mine: t('staleSeen', { what: told(seen ?? decision) }),
            differs: told(decision) !== told(seen ?? decision),
          },
        ]}
        onKeep={() => {
          take();
          void send();
        }}
        onTake={() => navigate(`/applications/${application.id}`)}
        onClose={take}
      />
    </form>
  );
}
