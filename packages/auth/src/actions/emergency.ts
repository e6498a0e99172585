import { assistance, management, read, socialWorkers, write } from './grant.js';

/** Emergency access to one person's file ("break the glass"). Decision record 0026. */
export const emergencyActions = {
  // whoever may stand beside a client in need at night; hr, finance and the auditor never do
  'emergency.open': write(
    [...socialWorkers, ...assistance, 'facility-manager', 'carer'],
    'open a file in an emergency',
    'atvērt lietu ārkārtas gadījumā',
  ),
  'emergency.read': read(
    [...socialWorkers, ...assistance, 'facility-manager', 'carer', 'director', 'auditor'],
    'read about emergency access',
    'skatīt ziņas par ārkārtas piekļuvi',
  ),
  // the auditor, and the heads whose people they are
  'emergency.review': read([...management, 'auditor'], 'review emergency access', 'pārskatīt ārkārtas piekļuves'),
} as const;
