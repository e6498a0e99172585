import { assistance, clientFacing, read, socialWorkers, write } from './grant.js';

/** Documents attached to records: who sees that they are there, opens, attaches and discards them, by the record. */
export const documentsActions = {
  // what a document is and who attached it; the fields that lead to it have the action of the record
  'document.read': read([...clientFacing, 'auditor'], 'read which documents are attached', 'skatīt, kādi dokumenti ir pievienoti'),
  // needed beside the action of the record for what tells of health: Regulation (EU) 2016/679, article 9
  'document.health.open': read(
    [...socialWorkers, ...assistance, 'facility-manager', 'director'],
    'open documents that tell of health',
    'atvērt dokumentus par veselību',
  ),
  'application.document.read': read(
    [...assistance, 'director', 'auditor'],
    'see and open the documents of an application',
    'skatīt un atvērt iesnieguma dokumentus',
  ),
  'application.document.attach': write(
    [...assistance, 'director'],
    'attach a document to an application',
    'pievienot dokumentu iesniegumam',
  ),
  'application.document.discard': write(
    ['head-of-assistance', 'director'],
    'discard a document of an application',
    'dzēst iesnieguma dokumentu',
  ),
  'case.document.read': read([...socialWorkers, 'director'], 'see and open the documents of a case', 'skatīt un atvērt lietas dokumentus'),
  'case.document.attach': write([...socialWorkers, 'director'], 'attach a document to a case', 'pievienot dokumentu lietai'),
  'case.document.discard': write(['head-of-services', 'director'], 'discard a document of a case', 'dzēst lietas dokumentu'),
  'placement.document.read': read(
    [...socialWorkers, 'facility-manager', 'director', 'auditor'],
    'see and open the documents of a placement',
    'skatīt un atvērt izmitināšanas dokumentus',
  ),
  'placement.document.attach': write(
    [...socialWorkers, 'facility-manager', 'director'],
    'attach a document to a placement',
    'pievienot dokumentu izmitināšanai',
  ),
  'placement.document.discard': write(
    ['head-of-services', 'facility-manager', 'director'],
    'discard a document of a placement',
    'dzēst izmitināšanas dokumentu',
  ),
} as const;
