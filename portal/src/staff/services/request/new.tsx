export { NewRequest as default } from './NewRequest.js';
