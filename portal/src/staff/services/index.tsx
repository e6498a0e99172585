export { Services as default } from './Services.js';
