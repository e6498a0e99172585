export { CasePage as default } from './CasePage.js';
