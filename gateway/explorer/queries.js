// What the explorer opens with, per audience: first the query that shows most, then a second one. The parts of the graph that they use are fixed by name.

const client = `# Viens klients vienā vaicājumā: piecas nozares, viena atbilde.
# One client in one query: five domains, one answer.
query Client {
  facilities(kind: SHELTER) {
    name
    occupancy { capacity occupied free }
    placements(first: 1) {
      nodes {
        person {
          reference
          givenName
          familyName
          age
          household { members { person { reference } relation } status }
          applications(first: 5) { nodes { number state } }
          benefits { number outcome monthlyAmount }
          cases { number targetGroup responsible { name caseload { open norm over } } }
          placements { from endedOn facility { name } }
          currentPlacement { facility { name kind } }
        }
      }
    }
  }
}
`;

const annualReport = `# Gada pārskats, atvasināts no piecu nozaru ierakstiem.
# The annual report, derived from the records of five domains.
query AnnualReport($municipality: ID!, $year: Int!) {
  annualReport(municipality: $municipality, year: $year) {
    municipality { label }
    institutions { id title rows { key label value previous rule { text since } } }
    workforce { id title rows { key label value } }
  }
}
`;

const towns = `# Pašvaldības blakus un Daugavpils publicētais pārskats.
# Towns side by side, and the report that Daugavpils has published.
query Towns($municipality: ID!, $year: Int!) {
  viewer { audience region { label } }
  municipalities(region: "latgale") {
    code
    label
    populations { year count source }
    staffing(on: "2022-12-31") { fte specialists specialistsPerThousand met }
  }
  publishedReport(municipality: $municipality, year: $year) {
    publishedOn
    tables { id title rows { key label value suppressed } }
  }
}
`;

const referrals = `# Jūsu nosūtījumi: redzams tas, ko atver klienta piekrišana.
# Your referrals: you see what the client's consent opens.
query Referrals {
  viewer { audience organisation { name } }
  referrals(first: 10) {
    totalCount
    nodes {
      id
      state
      purpose
      serviceType { code label }
      person { reference givenName familyName phone }
      needs
    }
  }
}
`;

const year2022 = JSON.stringify({ municipality: '0002000', year: 2022 }, null, 2);

/** Tabs per audience: `{ query, variables? }`. */
export const queries = {
  STAFF: [{ query: client }, { query: annualReport, variables: year2022 }],
  REGIONAL: [{ query: towns, variables: year2022 }],
  PARTNER: [{ query: referrals }],
};
