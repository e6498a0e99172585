import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../shell/may.js';
import { Button } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import type { EmployeeData } from './employee.js';
import { usePeopleTexts } from './texts.js';

const HoursDialog = lazy(() => import('./hours-dialog.js').then(({ HoursDialog: dialog }) => ({ default: dialog })));
const AssignDialog = lazy(() => import('./assign-dialog.js').then(({ AssignDialog: dialog }) => ({ default: dialog })));
const LeaveDialog = lazy(() => import('./leave-dialog.js').then(({ LeaveDialog: dialog }) => ({ default: dialog })));
const AbsenceDialog = lazy(() => import('./absence-dialog.js').then(({ AbsenceDialog: dialog }) => ({ default: dialog })));
const QualificationDialog = lazy(() =>
  import('./qualification-dialog.js').then(({ QualificationDialog: dialog }) => ({ default: dialog })),
);
const ProfileDialog = lazy(() => import('./profile-dialog.js').then(({ ProfileDialog: dialog }) => ({ default: dialog })));
const HandOverDialog = lazy(() => import('./hand-over-dialog.js').then(({ HandOverDialog: dialog }) => ({ default: dialog })));
const EvaluateDialog = lazy(() => import('./evaluate-dialog.js').then(({ EvaluateDialog: dialog }) => ({ default: dialog })));
const PromoteDialog = lazy(() => import('./promote-dialog.js').then(({ PromoteDialog: dialog }) => ({ default: dialog })));

/** What can be done with an employee: which action of the table lets one. */
const steps = {
  training: 'training.record',
  supervision: 'supervision.record',
  assign: 'post.assign',
  leave: 'employee.leave',
  absence: 'absence.record',
  qualification: 'qualification.record',
  profile: 'profile.record',
  handOver: 'work.handOver',
  evaluate: 'evaluation.record',
  promote: 'promotion.propose',
} as const;

/** One of them. */
export type EmployeeStep = keyof typeof steps;

/** A button for one thing that is done with an employee, with its dialog; nothing for who may not. */
export function EmployeeAction({
  step,
  employee,
  onDone,
}: {
  step: EmployeeStep;
  employee: Pick<EmployeeData, 'id'> & Partial<Pick<EmployeeData, 'name' | 'kind' | 'responsibilities'>>;
  onDone(): void;
}) {
  const t = usePeopleTexts();
  const c = useCareerTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!may(steps[step]).allowed) return null;
  const labels: Readonly<Record<EmployeeStep, string>> = {
    training: t('recordTraining'),
    supervision: t('recordSupervision'),
    assign: t('assign'),
    leave: t('leave'),
    absence: c('recordAbsence'),
    qualification: c('recordQualification'),
    profile: c('recordProfile'),
    handOver: c('handOver'),
    evaluate: c('evaluate'),
    promote: c('promote'),
  };
  const shared = { onClose: close, onDone };
  return (
    <>
      <Button small={step !== 'leave' && step !== 'profile'} onPress={() => setOpen(true)}>
        {labels[step]}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          {step === 'training' || step === 'supervision' ? <HoursDialog kind={step} employeeId={employee.id} {...shared} /> : null}
          {step === 'assign' ? <AssignDialog employeeId={employee.id} {...shared} /> : null}
          {step === 'leave' ? <LeaveDialog employee={employee} {...shared} /> : null}
          {step === 'absence' ? <AbsenceDialog employee={employee} {...shared} /> : null}
          {step === 'qualification' ? <QualificationDialog employeeId={employee.id} {...shared} /> : null}
          {step === 'profile' ? <ProfileDialog employee={employee} {...shared} /> : null}
          {step === 'handOver' ? <HandOverDialog employee={employee} {...shared} /> : null}
          {step === 'evaluate' ? <EvaluateDialog employee={employee} {...shared} /> : null}
          {step === 'promote' ? <PromoteDialog employee={employee} {...shared} /> : null}
        </Suspense>
      ) : null}
    </>
  );
}
