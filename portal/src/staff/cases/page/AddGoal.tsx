import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { DateField, TextField, useRequired } from '../../../ui/index.js';
import { ActDialog, type ActFormProps, FormButton } from '../../act-dialog.js';
import { AddCaseGoal } from './case.mutations.js';
import { useGoalTexts } from './goal-texts.js';
import { linesOf } from './lines.js';

const fields = ['text', 'activities', 'dueOn'];

/** Adds a goal to an open case: what is to be better, what is done for it, and by when. */
export function AddGoal({ caseId, onDone }: { caseId: string; onDone(): unknown }) {
  const t = useGoalTexts();
  if (!useMay()('case.goal.add').allowed) return null;
  return <FormButton words={t('goalAdd')}>{(close) => <GoalForm caseId={caseId} onClose={close} onDone={onDone} />}</FormButton>;
}

function GoalForm({ caseId, ...form }: ActFormProps & { caseId: string }) {
  const t = useGoalTexts();
  const need = useRequired();
  const [text, setText] = useState('');
  const [activities, setActivities] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const adding = useAct(AddCaseGoal, fields);
  return (
    <ActDialog
      {...form}
      title={t('goalTitle')}
      submit={t('goalAdd')}
      act={adding}
      send={async () =>
        need.check(text) ? adding.act({ input: { caseId, goal: { text: text.trim(), activities: linesOf(activities), dueOn } } }) : null
      }
      told={t('goalAdded')}
    >
      <TextField
        label={t('goalText')}
        hint={t('goalTextHint')}
        value={text}
        onChange={setText}
        required
        maxLength={2000}
        problem={need.problem(text, adding.problem('text'))}
      />
      <TextField
        label={t('goalActivities')}
        hint={t('goalActivitiesHint')}
        value={activities}
        onChange={setActivities}
        long
        maxLength={4000}
        problem={adding.problem('activities')}
      />
      <DateField label={t('goalDueOn')} value={dueOn} onChange={setDueOn} problem={adding.problem('dueOn')} />
    </ActDialog>
  );
}
