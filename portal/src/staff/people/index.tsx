import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../shell/may.js';
import { Button, Page, Tabs } from '../../ui/index.js';
import { Employees } from './employees.js';
import { Handovers } from './handovers.js';
import { HireDialog } from './hire-dialog.js';
import { Obligations } from './obligations.js';
import { Overview } from './overview.js';
import { usePeopleTexts } from './texts.js';
import { Vacancies } from './vacancies.js';

const parts = { overview: Overview, employees: Employees, obligations: Obligations, vacancies: Vacancies, handover: Handovers } as const;
const names = ['overview', 'employees', 'obligations', 'vacancies', 'handover'] as const;

/** Those who work for the service: how many there are and should be, what they owe, how loaded they are, who is away. */
export default function People() {
  const t = usePeopleTexts();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [hiring, setHiring] = useState(false);
  const part = names.find((name) => name === search.get('part')) ?? 'overview';
  return (
    <Page
      title={t('title')}
      actions={
        may('employee.hire').allowed ? (
          <Button icon={<UserPlus size={16} aria-hidden="true" />} onPress={() => setHiring(true)}>
            {t('hire')}
          </Button>
        ) : undefined
      }
    >
      <Tabs
        label={t('parts')}
        value={part}
        onChange={(id) => setSearch({ part: id }, { replace: true })}
        tabs={names.map((name) => {
          const Part = parts[name];
          return { id: name, label: t(name), content: part === name ? <Part /> : null };
        })}
      />
      {hiring ? <HireDialog onClose={() => setHiring(false)} /> : null}
    </Page>
  );
}
