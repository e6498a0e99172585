import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fonts, isFont } from './fonts.js';
import { contentOf, firstHeading } from './markdown.js';

/** What a page is made of. */
export interface PdfQuestion {
  /** The text, as `contentOf` reads it. Its first heading is the title where none is given. */
  markdown: string;
  /** Language of the text: said in the document, so that it is read out rightly. */
  language: 'LV' | 'EN';
  /** Whose paper it is, at the head of the first page: the town's name. */
  heading: string;
  /** Below it, in small letters: the institution. */
  subheading?: string;
  /** Title of the document, and at the foot of each page. */
  title?: string;
  /** The day it is of, YYYY-MM-DD: written into the document as the day it was made. One question gives one text, whenever it is asked. */
  date: string;
}

const words = {
  LV: { lang: 'lv-LV', page: (page: number, of: number) => `${page}. lapa no ${of}` },
  EN: { lang: 'en-GB', page: (page: number, of: number) => `Page ${page} of ${of}` },
};

const grey = '#555555';
const line = '#999999';

let ready = false;

/** Fonts, the layout of tables, and the rule that a page fetches nothing: no address, and of the disk its fonts alone. */
function prepare(): void {
  if (ready) return;
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFont);
  pdfmake.addTableLayouts({
    atbalsts: {
      hLineWidth: (row, node) => (row === 0 || row === 1 || row === node.table.body.length ? 0.8 : 0.4),
      vLineWidth: () => 0,
      hLineColor: (row) => (row <= 1 ? '#333333' : line),
      paddingTop: () => 4,
      paddingBottom: () => 4,
      paddingLeft: (column) => (column === 0 ? 0 : 6),
      paddingRight: () => 6,
    },
  });
  ready = true;
}

/**
 * Markdown as a PDF of A4 pages: the town's name at the head, the title and the number of the page at the foot, fonts embedded, language and title set,
 * with the marks of PDF/A-2b. Depends on nothing but what it is given.
 */
export async function pdfOf(question: PdfQuestion): Promise<Buffer> {
  prepare();
  const { markdown, language, heading, subheading, date } = question;
  const title = question.title ?? firstHeading(markdown) ?? heading;
  const say = words[language];
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [68, 48, 46, 58],
    version: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    displayTitle: true,
    language: say.lang,
    info: {
      title,
      author: subheading ? `${heading}, ${subheading}` : heading,
      creator: 'Atbalsts',
      producer: 'Atbalsts',
      creationDate: new Date(`${date}T12:00:00Z`),
    },
    defaultStyle: { font: 'DejaVu', fontSize: 10, lineHeight: 1.25 },
    styles: {
      heading: { fontSize: 13, bold: true, alignment: 'center' },
      subheading: { fontSize: 9.5, color: grey, alignment: 'center' },
      h1: { fontSize: 15, bold: true, margin: [0, 6, 0, 8] },
      h2: { fontSize: 11.5, bold: true, margin: [0, 10, 0, 4] },
      h3: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
      paragraph: { margin: [0, 0, 0, 5] },
      signature: { margin: [0, 22, 0, 6] },
      list: { margin: [0, 0, 0, 6] },
      quote: { margin: [12, 0, 0, 6], color: grey },
      table: { fontSize: 8.5, margin: [0, 2, 0, 8], lineHeight: 1.15 },
    },
    content: [
      { text: heading, style: 'heading' },
      ...(subheading ? [{ text: subheading, style: 'subheading' }] : []),
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 481, y2: 0, lineWidth: 0.8, lineColor: '#333333' }], margin: [0, 6, 0, 12] },
      ...contentOf(markdown),
    ],
    footer: (page, of) => ({
      columns: [
        { text: title, alignment: 'left', width: '*' },
        { text: say.page(page, of), alignment: 'right', width: 'auto' },
      ],
      margin: [68, 22, 46, 0],
      fontSize: 8,
      color: grey,
    }),
    // A heading is not left alone at the end of a page.
    pageBreakBefore: (node, query) => node.headlineLevel !== undefined && query.getFollowingNodesOnPage().length === 0,
  };
  return pdfmake.createPdf(definition).getBuffer();
}
