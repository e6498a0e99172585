/** Something that is wrong with a line of an imported file. No value of the file stands in it. */
export interface LineProblem {
  /** Number of the line in the file, from 1; 0 for the file as a whole. */
  line: number;
  /** Field it is about, by its name in the graph; null for the whole line. */
  field: string | null;
  lv: string;
  en: string;
}

/** Where an import tells what is wrong. */
export interface ImportReport {
  problem(problem: LineProblem): void;
  /** Whether anything was wrong so far. */
  readonly refused: boolean;
}

/** What an import is told. */
export interface ImportOptions {
  /** Code of the municipality whose records they become. */
  municipality: string;
  /** Who runs it: the subject of its audit entries. */
  operator: string;
  /** The day it is in Europe/Riga. */
  today: string;
  report: ImportReport;
  /** False for a dry run: everything is checked, and rolled back. */
  write: boolean;
  /** SHA-256 of the whole file, hexadecimal; asked for when all lines have been read. */
  fileHash(): string;
  /** Told how many lines were written, of how many. */
  onWritten?: (written: number, total: number) => void;
}

/** A line of a file of persons, each cell read. */
export interface PersonLine {
  line: number;
  identityBasis: string;
  personalCode: string | null;
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: 'FEMALE' | 'MALE';
  phone: string | null;
  address: string | null;
  residenceSince: string | null;
  /** Any text; lines with the same one are one household. */
  household: string | null;
  relation: string | null;
  householdSince: string | null;
}

/** Thrown inside the session to undo everything, and caught by the import itself. */
export class UndoImport extends Error {}
