import { deliveredInProject } from './di-project.js';

const persons = deliveredInProject('di-project-adults', 'ADULT_WITH_MENTAL_IMPAIRMENT');

/** Services of the deinstitutionalisation project to persons with mental impairments. */
export const diProjectAdultsRules = [
  persons('adults', 'ALL'),
  persons('group-apartment', { only: ['group-apartments'] }),
  persons('specialised-workshops', { only: ['specialised-workshops'] }),
  persons('day-care-centre', { only: ['day-care-centre'] }),
  persons('social-mentor', { only: ['social-mentor'] }),
];
