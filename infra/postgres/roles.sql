-- Roles, database and extensions of one domain, for a PostgreSQL (15 or later) of your own. Run as a superuser, once per domain:
--
--   psql -v ON_ERROR_STOP=1 -v domain=registry -v owner_password='…' -v app_password='…' -f infra/postgres/roles.sql
--
-- Domains: registry, benefits, services, institutions, workforce, strategy. Safe to repeat: it sets right what is there, also the
-- passwords. With -v prefix=town_ the database is town_registry instead of atbalsts_registry.
-- The embedded server does the same by ensureDomainDatabases() of packages/database; a test holds the two together.

\if :{?prefix}
\else
  \set prefix atbalsts_
\endif
\set database :prefix :domain
\set owner :domain _owner
\set app :domain _app

-- Two roles. Neither is a superuser nor may pass by row-level security; the owner makes tables, the application uses them.
select format('create role %I', role) from unnest(array[:'owner', :'app']) as role
  where not exists (select from pg_roles where rolname = role) \gexec
alter role :"owner" with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
alter role :"app" with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';

-- One database, closed to everybody else. Order is by code point; where Latvian order matters the program says collate "lv-x-icu".
select format('create database %I owner %I encoding ''UTF8'' template template0', :'database', :'owner')
  where not exists (select from pg_database where datname = :'database') \gexec
revoke all on database :"database" from public;
grant connect, create, temporary on database :"database" to :"owner";
grant connect on database :"database" to :"app";

\connect :"database"
set client_min_messages = warning;

-- All but pg_stat_statements are trusted extensions: where no superuser is to be had, the owner's migrations create them. For
-- pg_stat_statements the server needs shared_preload_libraries = 'pg_stat_statements'; the program works without it.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;
create extension if not exists pg_stat_statements;

revoke all on schema public from public;
alter schema public owner to :"owner";
grant usage on schema public to :"app";
revoke all on all tables in schema public from public;

-- Row-level security itself, the functions it reads the session by, and the rights to each table come with the migrations
-- (packages/database/migrations), which run as the owner: atbalsts migrate.
