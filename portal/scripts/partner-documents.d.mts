/** A text that the portal sends to the partners' graph, and the name of its file among the trusted documents. */
export interface PartnerDocument {
  name: string;
  text: string;
}

/** Every operation of the partners' screens, as the client sends it. Throws where codegen has not run. */
export function partnerDocuments(): PartnerDocument[];
