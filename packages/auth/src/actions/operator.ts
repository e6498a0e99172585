/** Something that is done at the console, by whoever runs the system for a municipality, and stands in the audit like an action. */
export interface OperatorAct {
  /** What it does, in English. */
  readonly text: string;
  /** The same in Latvian. */
  readonly textLv: string;
}

/**
 * Acts that stand in the audit and that no role holds: nobody does them through a graph, so they are not in the table of actions. The subject of their entries is the operator,
 * named at the console, or `atbalsts:sweep` where nobody stands behind them. An import does what staff do one by one, and writes the actions of the table
 * (`person.register`, `person.search`, `application.submit`) with the role `operator`.
 */
export const operatorActs = {
  'person.export': {
    text: 'everything that is held on a person was written into files',
    textLv: 'viss par personu glabātais izrakstīts failos',
  },
  'person.erase': {
    text: 'the identity of a person was erased after the retention periods',
    textLv: 'personas identitāte dzēsta pēc glabāšanas termiņiem',
  },
  'document.sweep': {
    text: 'a document was removed, its retention being over',
    textLv: 'dokuments izdzēsts, jo beidzies glabāšanas termiņš',
  },
  'report.import': { text: 'the published tables of a year were brought in', textLv: 'ievestas gada publicētās tabulas' },
} as const satisfies Record<string, OperatorAct>;

/** Whether a word of the audit names an act of an operator. */
export const isOperatorAct = (word: string): word is keyof typeof operatorActs => Object.hasOwn(operatorActs, word);
