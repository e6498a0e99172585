export { type PdfQuestion, pdfOf } from './page.js';
