export { NewApplication as default } from './NewApplication.js';
