import { everyStaff, management, read, write } from './grant.js';

/** Strategies, budget, reports, project calls. */
export const strategyActions = {
  'strategy.read': read([...everyStaff], 'read strategies', 'skatīt stratēģijas'),
  'strategy.write': write(['director'], 'adopt a strategy', 'apstiprināt stratēģiju'),
  'task.update': write([...management], 'update a task', 'mainīt uzdevumu'),
  'progress.submit': write([...management], 'submit a progress report', 'iesniegt izpildes pārskatu'),
  // the council's approval is recorded by another person than who submitted the report
  'progress.approve': write([...management], 'record that a progress report is approved', 'reģistrēt izpildes pārskata apstiprināšanu'),
  'indicator.record': write([...management], 'record what an indicator reached', 'reģistrēt rādītāja sasniegto vērtību'),
  'budget.read': read(['finance', ...management, 'auditor'], 'read the budget', 'skatīt budžetu'),
  'budget.record': write(['finance', 'director'], 'record the budget', 'reģistrēt budžetu'),
  'report.read': read(['finance', ...management, 'auditor'], 'read the annual report', 'skatīt gada pārskatu'),
  // the single records behind a figure, by reference
  'report.record.read': read([...management, 'auditor'], 'read the records behind a figure', 'skatīt ierakstus aiz pārskata skaitļa'),
  // one person prepares, another confirms by the same call
  'report.publish': write([...management], 'publish the annual report', 'publicēt gada pārskatu'),
  'publishedReport.read': read([...everyStaff, 'region-analyst'], 'read published reports', 'skatīt publicētos pārskatus'),
  'projectCall.read': read(['finance', ...management, 'auditor', 'region-analyst'], 'read project calls', 'skatīt projektu konkursus'),
  'projectCall.open': write(['region-analyst'], 'open a project call', 'izsludināt projektu konkursu'),
  'region.figures.read': read(['region-analyst'], 'read published figures side by side', 'skatīt publicētos skaitļus blakus'),
  'region.register.read': read(['region-analyst'], 'read the registers of a region', 'skatīt reģiona reģistrus'),
  'region.register.write': write(['region-analyst'], 'change the registers of a region', 'mainīt reģiona reģistrus'),
  'region.evaluation.read': read(['region-analyst'], 'read evaluations of a region', 'skatīt reģiona izvērtējumus'),
  'region.evaluate': write(['region-analyst'], 'evaluate a regional programme', 'izvērtēt reģiona programmu'),
  'project.read': read(['finance', ...management, 'auditor', 'region-analyst', 'partner'], 'read projects', 'skatīt projektus'),
  'project.submit': write([...management, 'partner'], 'submit a project', 'iesniegt projektu'),
} as const;
