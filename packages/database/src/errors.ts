/** An error of the database package that the person who started the program can do something about: one clear line. */
export class DatabaseError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A database cannot be reached or its URL is broken. Names the variable and host:port/database, never the password. */
export class DatabaseUnavailableError extends DatabaseError {
  /** Code of the coded errors of the graph. */
  readonly code = 'DATABASE_UNAVAILABLE';
}

/** Another running program uses the data folder. Nothing was touched. */
export class DataFolderInUseError extends DatabaseError {
  /** Code of the coded errors of the graph. */
  readonly code = 'DATA_FOLDER_IN_USE';
}

/** The embedded PostgreSQL did not start; the message ends with what its log says. */
export class EmbeddedPostgresError extends DatabaseError {
  /** Code of the coded errors of the graph. */
  readonly code = 'EMBEDDED_POSTGRES_FAILED';
}

/** A folder of migrations that cannot be run as it is, or a migration that failed and was rolled back. */
export class MigrationError extends DatabaseError {
  /** Code of the coded errors of the graph. */
  readonly code = 'MIGRATION_FAILED';
}

/** A query was sent after its session had ended, by work nobody waited for. It did not reach the database. */
export class SessionEndedError extends DatabaseError {
  /** Code of the coded errors of the graph. */
  readonly code = 'SESSION_ENDED';
}

/** A query was not sent because nobody waits for its session's answer any more. Told like a statement that the server cancelled (`isCancelled`). */
export class SessionCancelledError extends DatabaseError {
  /** SQLSTATE of a cancelled statement. */
  readonly code = '57014';
}
