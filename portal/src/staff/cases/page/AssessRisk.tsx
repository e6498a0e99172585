import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Dialog, Notice, Skeleton, TextField, toast } from '../../../ui/index.js';
import { CardFields } from '../../services/request/CardFields.js';
import { isComplete, type Points } from '../../services/request/card.js';
import { today, useSpoken } from '../../spoken.js';
import { useCaseTexts } from '../texts.js';
import type { ShownCase } from './use-case.js';

const RiskForm = graphql(`
  query FamilyRiskForm($on: Date, $language: Language!) {
    assessmentForm(kind: FAMILY_RISK, on: $on) {
      version
      areas {
        code
        label(language: $language)
        criteria {
          code
          most
          weight
          decisiveFrom
          label(language: $language)
        }
      }
    }
  }
`);

const AssessRisk = graphql(`
  mutation AssessCaseRisk($input: AssessRiskInput!) {
    assessRisk(input: $input) {
      socialCase {
        id
        version
        risk
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const fields = ['on', 'findings'];

/** Assesses the risks of a family by the form of the day; level and next term are the graph's. */
export function AssessRiskButton({ socialCase: { id, version }, onDone }: { socialCase: ShownCase; onDone(): Promise<unknown> }) {
  const t = useCaseTexts();
  const may = useMay();
  const { spoken } = useSpoken();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(today());
  const [points, setPoints] = useState<Points>({});
  const [findings, setFindings] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const { data } = useQuery(RiskForm, { variables: { ...spoken, on }, skip: !open || !on });
  const assessing = useAct(AssessRisk, fields);
  if (!may('risk.assess').allowed) return null;
  const form = data?.assessmentForm;
  const close = () => {
    setOpen(false);
    setIncomplete(false);
    assessing.reset();
  };
  const send = async () => {
    if (assessing.busy || !on || !form) return;
    const missing = !isComplete({ ...form, levels: [] }, points) || !findings.trim();
    setIncomplete(missing);
    if (missing) return;
    const marks = form.areas.flatMap(({ criteria }) => criteria.map(({ code }) => ({ criterion: code, points: points[code] ?? 0 })));
    const ending = await assessing.act({ input: { caseId: id, version, on, marks, findings: findings.trim() } });
    if (ending.done) {
      close();
      setPoints({});
      setFindings('');
      toast(t('riskAssessed'));
    }
    if (ending.done || ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {t('assessRisk')}
      </Button>
      <Dialog
        title={t('assessRiskTitle')}
        open={open}
        onClose={close}
        wide
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!form}>
              {t('assessRisk')}
            </Button>
          </>
        }
      >
        <DateField label={t('visitOn')} value={on} onChange={setOn} required latest={today()} problem={assessing.problem('on')} />
        {form ? (
          <CardFields areas={form.areas} points={points} onChange={setPoints} incomplete={incomplete} />
        ) : (
          <Skeleton lines={8} height="20rem" />
        )}
        <TextField
          label={t('riskFindings')}
          value={findings}
          onChange={setFindings}
          long
          required
          maxLength={10_000}
          problem={assessing.problem('findings') ?? (incomplete && !findings.trim() ? t('findingsNeeded') : null)}
        />
        {assessing.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={assessing} />
      </Dialog>
    </>
  );
}
