import { useState } from 'react';
import { graphql } from '../../gql/region/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, Select, TextField, toast } from '../../ui/index.js';
import { useMonitoringTexts } from './texts.js';

const evaluateMutation = graphql(`
  mutation EvaluateRegion($input: EvaluateRegionInput!) {
    evaluateRegion(input: $input) {
      evaluation {
        id
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

const questions = ['whatAndHowWell', 'betterOff', 'howClientsFeel', 'whatItCost', 'conclusions'] as const;
const fields = ['fromYear', ...questions] as const;

/** The form in which a region keeps what it found over three years. */
export function Evaluate({ fromYear, years, onKept }: { fromYear: number; years: readonly number[]; onKept(): void }) {
  const t = useMonitoringTexts();
  const act = useAct(evaluateMutation, fields);
  const [open, setOpen] = useState(false);
  const [year, setYear] = useState(String(fromYear));
  const [texts, setTexts] = useState<Record<(typeof questions)[number], string>>({
    whatAndHowWell: '',
    betterOff: '',
    howClientsFeel: '',
    whatItCost: '',
    conclusions: '',
  });
  const submit = async () => {
    const { done } = await act.act({ input: { fromYear: Number(year), ...texts } });
    if (!done) return;
    toast(t('kept'));
    setOpen(false);
    onKept();
  };
  return (
    <>
      <Button
        small
        onPress={() => {
          setYear(String(fromYear));
          act.reset();
          setOpen(true);
        }}
      >
        {t('evaluate')}
      </Button>
      <Dialog
        title={t('evaluate')}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={() => void submit()}
        wide
        foot={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={act.busy}>
              {t('keep')}
            </Button>
          </>
        }
      >
        <ActNotice act={act} />
        <Select
          label={t('fromYear')}
          hint={t('fromYearHint')}
          choices={years.map((one) => ({ id: String(one), label: t('years', { from: one, until: one + 2 }) }))}
          value={year}
          onChange={setYear}
          problem={act.problem('fromYear')}
          required
        />
        {questions.map((question) => (
          <TextField
            key={question}
            label={t(question)}
            value={texts[question]}
            onChange={(text) => setTexts((before) => ({ ...before, [question]: text }))}
            problem={act.problem(question)}
            long
            required
          />
        ))}
        <p>{t('keepNote')}</p>
      </Dialog>
    </>
  );
}
