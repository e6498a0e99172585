export { DeclareMeansPage as default } from './DeclareMeans.js';
