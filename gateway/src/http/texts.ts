/** What a code means, said in Latvian where the error itself does not say it. */
const latvian: Record<string, string> = {
  BAD_REQUEST: 'Pieprasījums nav derīgs.',
  BAD_USER_INPUT: 'Ievadītā vērtība nav derīga.',
  COST_LIMIT: 'Pieprasījums ir pārāk apjomīgs.',
  DOCUMENT_UNKNOWN: 'Šis vaicājums nav starp saskaņotajiem.',
  FORBIDDEN: 'Jums nav tiesību to darīt.',
  GRAPHQL_PARSE_FAILED: 'Vaicājumu nevar nolasīt: tā pieraksts nav pareizs.',
  GRAPHQL_VALIDATION_FAILED: 'Vaicājums neatbilst šī grafa shēmai.',
  METHOD_NOT_ALLOWED: 'Ar šo adresi tā nerīkojas.',
  INTERNAL_SERVER_ERROR: 'Mūsu pusē radās kļūda; pēc pieprasījuma numura to atradīsim žurnālā.',
  NOT_FOUND: 'Šādas adreses nav.',
  OPERATION_RESOLUTION_FAILURE: 'Nav skaidrs, kura darbība jāizpilda: norādiet operationName.',
  PAYLOAD_TOO_LARGE: 'Pieprasījums ir pārāk liels.',
  RATE_LIMIT: 'Pārāk daudz pieprasījumu.',
  TIMEOUT: 'Pieprasījums ilga pārāk ilgi un tika pārtraukts.',
  UNAUTHENTICATED: 'Nav derīgas piekļuves pilnvaras.',
  UNSUPPORTED_MEDIA_TYPE: 'Pieprasījumam jābūt JSON formā (content-type: application/json).',
};

/** The Latvian message of a code; the general one where a code has none of its own. */
export function latvianOf(code: unknown): string {
  return latvian[String(code)] ?? 'Pieprasījumu neizdevās izpildīt.';
}
