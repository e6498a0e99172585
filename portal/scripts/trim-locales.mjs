// A Vite plugin: React Aria brings its words in more than thirty languages; the portal speaks two.
const spoken = new Set(['lv-LV', 'en-US', 'en-GB']);
const locale = /(?:^|\/)([a-z]{2}-[A-Z]{2})\.(?:m|c)?js$/;

/** Leaves the words of all other languages out. */
export function trimLocales() {
  return {
    name: 'atbalsts-trim-locales',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = locale.exec(source)?.[1];
      const ofAria = /node_modules\/(react-aria|@react-aria|react-stately|@react-stately|react-aria-components)\//.test(importer ?? '');
      return name && ofAria && !spoken.has(name) ? '\0no-words' : null;
    },
    load(id) {
      return id === '\0no-words' ? 'export default {};' : null;
    },
  };
}
