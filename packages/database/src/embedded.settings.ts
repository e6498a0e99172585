/** Settings of the embedded server as command-line flags; the file postgresql.conf stays as initdb made it. */
export function serverFlags(options: { durable: boolean; maxConnections: number }): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: options.maxConnections,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements are counted by tests and by the operator; `begin`, `set` and `commit` are not statements of the program.
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track_utility': 'off',
    'pg_stat_statements.track': 'top',
    // A small machine shared with six subgraphs: modest memory, short queries, no plan compiled to machine code.
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '512MB',
    max_wal_size: '1GB',
    random_page_cost: 1.1,
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    // Log: what went wrong, never the values of a statement.
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_line_prefix: '%m [%p] %d ',
    idle_in_transaction_session_timeout: '5min',
  };
  if (!options.durable) {
    Object.assign(settings, {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: 0,
      autovacuum: 'off',
      checkpoint_timeout: '1h',
      max_wal_size: '4GB',
      scram_iterations: 1,
    });
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Flags of initdb: UTF-8, order by code point; Latvian order is asked for by collation "lv-x-icu" where it matters. */
export function initdbFlags(options: { durable: boolean; dataFolder: string; passwordFile: string }): string[] {
  return [
    `--pgdata=${options.dataFolder}`,
    '--username=postgres',
    `--pwfile=${options.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(options.durable ? [] : ['--no-sync']),
  ];
}
