import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { mediaTypes, promisedType } from './media-type.js';

/** Documents that one record may have. */
export const mostDocuments = 200;

/** What is wrong with a document as declared; empty when nothing is. */
export function documentProblems(declared: { name: string; size: number }, largest: number): Problem[] {
  const problems: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => problems.push(problem(ProblemCode.INVALID, lv, en, `input.${field}`));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\\/\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(declared.name) || declared.name.trim() !== declared.name)
    invalid('name', 'Faila nosaukumā ir zīmes, kuru tur nevar būt.', 'The name of the file has signs that cannot be in one.');
  else if (promisedType(declared.name) === null) {
    const endings = Object.keys(mediaTypes).join(', ');
    invalid('name', `Tādus failus nepieņem. Pieņem: ${endings}.`, `Such files are not taken. Taken are: ${endings}.`);
  }
  if (declared.size > largest) {
    const most = Math.floor(largest / 1_048_576);
    invalid('size', `Fails ir lielāks par ${most} MB.`, `The file is larger than ${most} MB.`);
  }
  return problems;
}
