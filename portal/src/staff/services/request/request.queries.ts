import { graphql } from '../../../gql/staff/index.js';

/** A request for a service with all that came of it. */
export const RequestPageQuery = graphql(`
  query ServiceRequestPage($id: ID!, $needs: Boolean!, $plans: Boolean!, $agreements: Boolean!, $survey: Boolean!) {
    serviceRequest(id: $id) {
      id
      number
      version
      state
      outcome
      reasons
      requestedOn
      dueOn
      decidedOn
      from
      until
      reviewOn
      endedOn
      endReason
      endNote @include(if: $needs)
      endedBy {
        id
        name
      }
      ...GrantedService
      person {
        id
        reference
        age
      }
      serviceType {
        code
        lv: label
        en: label(language: EN)
      }
      needs @include(if: $needs) {
        assessedOn
        score
        level
        findings
        assessedBy {
          id
          name
        }
        areas {
          code
          score
          most
          lv: label
          en: label(language: EN)
        }
      }
      proposedBy {
        id
        name
      }
      confirmedBy {
        id
        name
      }
      waiting {
        id
        position
        urgency
        since
      }
    }
  }
`);

/** The needs card of a day, as data. */
export const NeedsCard = graphql(`
  query NeedsCard($language: Language!) {
    assessmentForm(kind: NEEDS) {
      version
      assumed
      areas {
        code
        label(language: $language)
        criteria {
          code
          most
          weight
          decisiveFrom
          label(language: $language)
        }
      }
      levels {
        level
        fromScore
        label(language: $language)
      }
    }
  }
`);

/** Records the needs card of a request. */
export const AssessNeeds = graphql(`
  mutation AssessNeeds($input: AssessNeedsInput!) {
    assessNeeds(input: $input) {
      serviceRequest {
        id
        version
        state
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Proposes a decision, or confirms the one that is proposed. */
export const DecideService = graphql(`
  mutation DecideService($input: DecideServiceInput!) {
    decideService(input: $input) {
      serviceRequest {
        id
        version
        state
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Offers the client to a partner; a consent comes first. */
export const ReferClient = graphql(`
  mutation ReferClient($input: ReferClientInput!) {
    referClient(input: $input) {
      referral {
        id
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Partner organisations to choose from. */
export const Partners = graphql(`
  query ReferralPartners {
    organisations {
      id
      name
      kind
    }
  }
`);

/** Records a request. */
export const RequestService = graphql(`
  mutation RecordServiceRequest($input: RequestServiceInput!) {
    requestService(input: $input) {
      serviceRequest {
        id
        number
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Services that can be requested. */
export const ServiceTypes = graphql(`
  query ServicesToRequest {
    serviceTypes {
      code
      lv: label
      en: label(language: EN)
    }
    furtherServiceTypes {
      code
      lv: label
      en: label(language: EN)
    }
  }
`);
