export { Payments as default } from './Payments.js';
