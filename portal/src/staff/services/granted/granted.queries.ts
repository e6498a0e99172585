import { graphql } from '../../../gql/staff/index.js';

/** What follows the grant of a service: its care plan, agreement, reviews, end, and how the client felt about it. */
export const GrantedService = graphql(`
  fragment GrantedService on ServiceRequest {
    id
    version
    state
    from
    until
    reviewOn
    carePlan @include(if: $plans) {
      id
      madeOn
      goal
      madeBy {
        id
        name
      }
      tasks {
        id
        text
        timesAWeek
        minutes
        byWhom
        from
        until
        employee {
          id
          name
        }
      }
      week {
        monday
        times
        minutes
      }
    }
    carePlans @include(if: $plans) {
      id
      madeOn
      endedOn
      goal
      state
    }
    agreement @include(if: $agreements) {
      id
      number
      agreedOn
      terms
      madeBy {
        id
        name
      }
    }
    agreements @include(if: $agreements) {
      id
      number
      agreedOn
      endedOn
      state
    }
    reviews {
      id
      on
      outcome
      nextOn
      findings @include(if: $needs)
      reviewedBy {
        id
        name
      }
    }
    survey @include(if: $survey) {
      answeredOn
      score
      comment
    }
  }
`);

/** Makes the care plan; it takes the place of the one that counts. */
export const MakeCarePlan = graphql(`
  mutation MakeCarePlan($input: MakeCarePlanInput!) {
    makeCarePlan(input: $input) {
      serviceRequest {
        id
        version
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

/** Makes the agreement on the service. */
export const MakeServiceAgreement = graphql(`
  mutation MakeServiceAgreement($input: MakeServiceAgreementInput!) {
    makeServiceAgreement(input: $input) {
      serviceRequest {
        id
        version
        reviewOn
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

/** Records a review of the service. */
export const ReviewService = graphql(`
  mutation ReviewService($input: ReviewServiceInput!) {
    reviewService(input: $input) {
      serviceRequest {
        id
        version
        reviewOn
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

/** Ends the service. */
export const EndService = graphql(`
  mutation EndService($input: EndServiceInput!) {
    endService(input: $input) {
      serviceRequest {
        id
        version
        state
        until
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

/** Records how the client felt about the service. What was recorded is not asked back: not everybody who records it may read it. */
export const AnswerSurvey = graphql(`
  mutation AnswerSurvey($input: AnswerSurveyInput!) {
    answerSurvey(input: $input) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);
