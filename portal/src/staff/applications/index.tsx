export { Queue as default } from './queue/Queue.js';
