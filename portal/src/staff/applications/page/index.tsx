export { ApplicationPage as default } from './ApplicationPage.js';
