export { CaseList as default } from './list/CaseList.js';
