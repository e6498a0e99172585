/** Everything about a client in one query, over four domains: the query of the staff portal. */
export const clientQuery = `query Client($first: Int!) {
  facilities(kind: SHELTER) {
    id name
    occupancy { capacity occupied free }
    placements(first: $first) { nodes { id person {
      id reference givenName familyName birthDate sex age
      household { reference members { person { reference } relation } status }
      applications(first: 5) { nodes { number state } }
      benefits { number outcome monthlyAmount }
      cases { number targetGroup responsible { name caseload { open norm over } } }
      placements { from endedOn facility { name } }
      currentPlacement { facility { name kind } }
    } } }
  }
}`;

/** The annual report over five domains. */
export const reportQuery = `query Report($m: ID!, $y: Int!) { annualReport(municipality: $m, year: $y) {
  municipalityCode year
  benefits { ...t } services { ...t } institutions { ...t } workforce { ...t } finance { ...t }
} }
fragment t on ReportTable { id title rows { key label parent level measure value previous rule { code text text_en: text(language: EN) since } } }`;
