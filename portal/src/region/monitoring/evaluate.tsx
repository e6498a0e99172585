import { useState } from 'react';
import { graphql } from '../../gql/region/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, NumberField, TextField, toast } from '../../ui/index.js';
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
export function Evaluate({ fromYear, onKept }: { fromYear: number; onKept(): void }) {
  const t = useMonitoringTexts();
  const act = useAct(evaluateMutation, fields);
  const [open, setOpen] = useState(false);
  const [year, setYear] = useState<number | null>(fromYear);
  const [texts, setTexts] = useState<Record<(typeof questions)[number], string>>({
    whatAndHowWell: '',
    betterOff: '',
    howClientsFeel: '',
    whatItCost: '',
    conclusions: '',
  });
  const submit = async () => {
    const { done } = await act.act({ input: { fromYear: year ?? 0, ...texts } });
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
          setYear(fromYear);
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
        <NumberField label={t('fromYear')} hint={t('fromYearHint')} value={year} onChange={setYear} problem={act.problem('fromYear')} format={{ useGrouping: false }} required />
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
