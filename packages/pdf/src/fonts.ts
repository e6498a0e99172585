import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const file = (name: string): string => join(folder, `${name}.ttf`);

/** The one family of our pages: free, with every Latvian, Russian and Ukrainian letter, and embedded, so that a page looks the same everywhere. */
export const fonts = {
  DejaVu: {
    normal: file('DejaVuSansCondensed'),
    bold: file('DejaVuSansCondensed-Bold'),
    italics: file('DejaVuSansCondensed-Oblique'),
    bolditalics: file('DejaVuSansCondensed-BoldOblique'),
  },
};

/** Whether a path is one of our fonts: the only files a page may read. */
export const isFont = (path: string): boolean => path.startsWith(folder + sep);
