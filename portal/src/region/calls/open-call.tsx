import { useState } from 'react';
import { parseEuro, yearInRiga } from '../../format/format.js';
import { graphql } from '../../gql/region/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Columns, DateField, Dialog, MoneyField, Notice, NumberField, TextField, toast } from '../../ui/index.js';
import { useCallsTexts } from './texts.js';

const openMutation = graphql(`
  mutation OpenProjectCall($input: OpenProjectCallInput!) {
    openProjectCall(input: $input) {
      projectCall {
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

const fields = [
  'code',
  'title.lv',
  'title.en',
  'eligibleApplicants.lv',
  'eligibleApplicants.en',
  'year',
  'round',
  'opensOn',
  'closesOn',
  'maxMonths',
  'ceiling',
  'fundingRatePercent',
  'infrastructureMaxPercent',
  'source',
] as const;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Opens a call of the region with its rules. The form keeps what was typed until the call is open. */
export function OpenCall({ onOpened }: { onOpened(): void }) {
  const t = useCallsTexts();
  const act = useAct(openMutation, fields);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const [texts, setTexts] = useState({
    code: '',
    titleLv: '',
    titleEn: '',
    applicantsLv: '',
    applicantsEn: '',
    costs: '',
    conditions: '',
    source: '',
  });
  const [numbers, setNumbers] = useState<Record<'year' | 'round' | 'maxMonths' | 'funding' | 'infrastructure', number | null>>({
    year: yearInRiga() + 1,
    round: 1,
    maxMonths: 24,
    funding: 100,
    infrastructure: 5,
  });
  const [days, setDays] = useState<{ opensOn: string | null; closesOn: string | null }>({ opensOn: null, closesOn: null });
  const [ceiling, setCeiling] = useState('');
  const text = (field: keyof typeof texts) => ({
    value: texts[field],
    onChange: (value: string) => setTexts((before) => ({ ...before, [field]: value })),
  });
  const number = (field: keyof typeof numbers) => ({
    value: numbers[field],
    onChange: (value: number | null) => setNumbers((before) => ({ ...before, [field]: value })),
  });
  const { year, round, maxMonths, funding, infrastructure } = numbers;
  const money = parseEuro(ceiling);
  const { opensOn, closesOn } = days;
  // What was emptied is asked for: the portal sends no number that nobody sees.
  const complete =
    opensOn !== null &&
    closesOn !== null &&
    money !== null &&
    year !== null &&
    round !== null &&
    maxMonths !== null &&
    funding !== null &&
    infrastructure !== null;
  const submit = async () => {
    setAsked(true);
    if (!complete) return;
    const input = {
      code: texts.code.trim(),
      title: { lv: texts.titleLv, en: texts.titleEn },
      eligibleApplicants: { lv: texts.applicantsLv, en: texts.applicantsEn },
      year,
      round,
      opensOn,
      closesOn,
      maxMonths,
      ceiling: money,
      fundingRatePercent: funding,
      infrastructureMaxPercent: infrastructure,
      eligibleCosts: lines(texts.costs),
      conditions: lines(texts.conditions),
      source: texts.source,
    };
    const { done } = await act.act({ input });
    if (!done) return;
    toast(t('opened'));
    setOpen(false);
    onOpened();
  };
  return (
    <>
      <Button
        look="primary"
        onPress={() => {
          act.reset();
          setAsked(false);
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      <Dialog
        title={t('open')}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={() => void submit()}
        wide
        foot={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={act.busy}>
              {t('save')}
            </Button>
          </>
        }
      >
        <ActNotice act={act} />
        {asked && !complete ? <Notice tone="bad">{t('incomplete')}</Notice> : null}
        <TextField label={t('code')} hint={t('codeHint')} {...text('code')} problem={act.problem('code')} required autoFocus />
        <Columns least="18rem">
          <TextField label={t('titleLv')} {...text('titleLv')} problem={act.problem('title.lv')} required />
          <TextField label={t('titleEn')} {...text('titleEn')} problem={act.problem('title.en')} required />
          <DateField
            label={t('opensOn')}
            value={days.opensOn}
            onChange={(opensOn) => setDays((before) => ({ ...before, opensOn }))}
            problem={act.problem('opensOn')}
            required
          />
          <DateField
            label={t('closesOn')}
            hint={t('closesOnHint')}
            value={days.closesOn}
            onChange={(closesOn) => setDays((before) => ({ ...before, closesOn }))}
            problem={act.problem('closesOn')}
            required
          />
          <MoneyField label={t('ceiling')} value={ceiling} onChange={setCeiling} problem={act.problem('ceiling')} required />
          <NumberField label={t('maxMonths')} {...number('maxMonths')} problem={act.problem('maxMonths')} required />
          <NumberField
            label={t('fundingRate')}
            {...number('funding')}
            unit={t('percent')}
            problem={act.problem('fundingRatePercent')}
            required
          />
          <NumberField
            label={t('infrastructure')}
            {...number('infrastructure')}
            unit={t('percent')}
            problem={act.problem('infrastructureMaxPercent')}
            required
          />
          <NumberField label={t('year')} {...number('year')} problem={act.problem('year')} required />
          <NumberField label={t('round')} {...number('round')} problem={act.problem('round')} required />
          <TextField label={t('applicantsLv')} {...text('applicantsLv')} problem={act.problem('eligibleApplicants.lv')} required />
          <TextField label={t('applicantsEn')} {...text('applicantsEn')} problem={act.problem('eligibleApplicants.en')} required />
          <TextField label={t('costs')} hint={t('perLine')} {...text('costs')} long />
          <TextField label={t('conditions')} hint={t('perLine')} {...text('conditions')} long />
        </Columns>
        <TextField label={t('source')} {...text('source')} problem={act.problem('source')} required />
      </Dialog>
    </>
  );
}
