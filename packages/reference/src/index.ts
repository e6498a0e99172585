/** Facts and figures as data: thresholds, catalogues, municipalities, published results, strategies, norms. See README.md. */

export * from './assessment-forms.js';
export * from './catalogues.js';
export * from './mergers.js';
export * from './municipalities.js';
export * from './norms.js';
export * from './printed-tables.js';
export * from './programme.js';
export * from './public-holidays.js';
export * from './report-tables.js';
export { eligibilityConditions, resultTableShape, textFigures } from './results.js';
export * from './results-file.js';
export * from './service-projects.js';
export * from './service-terms.js';
export * from './strategies.js';
export * from './thresholds.js';
export * from './values.js';
