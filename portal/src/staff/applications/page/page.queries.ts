import { graphql } from '../../../gql/staff/index.js';

/** A decision as the page of its application shows it. */
export const DecisionFields = graphql(`
  fragment DecisionFields on Decision {
    id
    number
    version
    state
    outcome
    monthlyAmount
    amount
    months
    from
    until
    returnReason
    notifiedOn
    challengeUntil
    revokedFrom
    challengedOn
    challengeGrounds
    reasons(language: $language)
    recovery {
      id
      amount
      balance
    }
    proposedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
  }
`);

/** A difference of income between a register and what was declared. */
export const IncomeDifferenceFields = graphql(`
  fragment IncomeDifferenceFields on IncomeDifference {
    register
    source
    month
    declared
    told
    difference
    note(language: $language)
    person {
      id
      reference
    }
  }
`);

/** Another difference between a register and what is recorded. */
export const RecordDifferenceFields = graphql(`
  fragment RecordDifferenceFields on RecordDifference {
    register
    kind
    note(language: $language)
    person {
      id
      reference
    }
  }
`);

/** What a means test found. */
export const MeansFields = graphql(`
  fragment MeansFields on MeansAssessment {
    status
    income
    gmiBenefit
    housingAllowance
    steps {
      code
      label(language: $language)
      formula
      amount
      citation(language: $language)
    }
  }
`);

/** A question to a register and what it told. */
export const RegisterFields = graphql(`
  fragment RegisterFields on RegisterQuestion {
    id
    register
    outcome
    reason
    askedAt
    fromCache
    legalBasis
    purpose
    from
    until
    person {
      id
      reference
    }
    askedBy {
      id
      name
    }
    answer {
      incomes {
        source
        month
        amount
      }
      unemployedSince
      withApplicant
      deceasedOn
    }
  }
`);

/**
 * Everything of an application but identities. Means and registers are asked for by whoever may read them; a social worker sees what was decided.
 */
export const ApplicationPageQuery = graphql(`
  query ApplicationPage($id: ID!, $language: Language!, $means: Boolean!, $household: Boolean!) {
    application(id: $id) {
      id
      number
      version
      state
      legalGround
      submittedOn
      dueOn
      withdrawnOn
      effectiveFrom
      payeeAccount
      claimedCosts
      applicant {
        id
        reference
        age
      }
      household @include(if: $household) {
        id
        reference
        status
        statusUntil
      }
      benefitType {
        code
        label(language: $language)
        meansTested
        legalBasis
        assumed
      }
      changes {
        id
        number
        application {
          id
          number
        }
      }
      decisions {
        ...DecisionFields
      }
      means @include(if: $means) {
        ...MeansFields
      }
      meansByRegisters @include(if: $means) {
        status
        income
        gmiBenefit
        housingAllowance
      }
      incomes @include(if: $means) {
        source
        monthly
        evidence
        person {
          id
          reference
        }
      }
      incomeDifferences @include(if: $means) {
        ...IncomeDifferenceFields
      }
      recordDifferences @include(if: $means) {
        ...RecordDifferenceFields
      }
      registers @include(if: $means) {
        ...RegisterFields
      }
      documents @include(if: $means) {
        id
        kind
        name
        size
        state
        label(language: $language)
        attachedAt
        openUrl
        discardReason
      }
    }
  }
`);

/** Who lives in the household on the day of the application; names come apart, when they are asked for. */
export const HouseholdOnDay = graphql(`
  query ApplicationHousehold($id: ID!, $on: Date!) {
    household(id: $id) {
      id
      reference
      members(on: $on) {
        relation
        since
        person {
          id
          reference
          age(on: $on)
        }
      }
    }
  }
`);

/** The names of the household, for who asks; the graph writes the look down. */
export const HouseholdNames = graphql(`
  query ApplicationHouseholdNames($id: ID!, $applicant: ID!, $on: Date!) {
    person(id: $applicant) {
      id
      givenName
      familyName
      personalCode
      phone
    }
    household(id: $id) {
      id
      members(on: $on) {
        person {
          id
          givenName
          familyName
          personalCode
        }
      }
    }
  }
`);
