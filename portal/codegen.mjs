// Typed documents, one set per audience, out of the schemas that scripts/print-schemas.mjs writes. What is generated is not checked in.
const scalars = { Date: 'string', DateTime: 'string', Euro: 'string', PersonalCode: 'string', ID: 'string' };

/** One audience: its schema, the folder of its documents, and where the types go. */
const outputs = [
  ['staff', 'staff'],
  ['regional', 'region'],
  ['partner', 'partner'],
].map(([schema, folder]) => [
  `./src/gql/${folder}/`,
  {
    schema: `./generated/${schema}.graphql`,
    documents: [`./src/${folder}/**/*.{ts,tsx}`, `!./src/**/*.test.{ts,tsx}`],
    preset: 'client',
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'read' } },
    config: {
      scalars,
      strictScalars: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      useTypeImports: true,
      nonOptionalTypename: false,
      skipTypename: true,
      emitLegacyCommonJSImports: false,
    },
  },
]);

export default { generates: Object.fromEntries(outputs), ignoreNoDocuments: true };
