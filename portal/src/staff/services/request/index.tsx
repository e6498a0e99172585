export { RequestPage as default } from './RequestPage.js';
