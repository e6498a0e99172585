export * from './file.js';
export { fileRequestOf, sendFile } from './serve.js';
