import { deliveredInProject } from './di-project.js';

const table = 'di-project-children';
const children = deliveredInProject(table, 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT');
const representatives = deliveredInProject(table, 'LEGAL_REPRESENTATIVE');

/** Services that have a row of their own. */
const named = {
  'children-care': 'child-care',
  'children-riding-therapy': 'riding-therapy',
  'children-canine-therapy': 'canine-therapy',
  'children-physiotherapist': 'physiotherapist',
  'children-psychologist': 'psychologist',
  'children-music-therapy': 'music-therapy',
  'children-aba-therapy': 'aba-therapy',
  'children-pool-physiotherapy': 'pool-physiotherapy',
  'children-day-care-centre': 'child-day-care-centre',
  'children-respite': 'respite-care',
} as const;

/** Services of the deinstitutionalisation project to children with functional impairments and to their legal representatives. */
export const diProjectChildrenRules = [
  children('children', 'ALL'),
  ...Object.entries(named).map(([row, service]) => children(row, { only: [service] })),
  children('children-other', { but: Object.values(named) }),
  representatives('representatives', 'ALL'),
  representatives('representatives-physiotherapist', { only: ['physiotherapist'] }),
  representatives('representatives-osteopath', { only: ['osteopath'] }),
];
