#!/bin/sh
# Run once by the postgres image, on an empty volume: two roles and a database for each domain.
set -eu
for domain in registry benefits services institutions workforce strategy; do
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v "domain=$domain" \
    -v "owner_password=$OWNER_PASSWORD" -v "app_password=$APP_PASSWORD" -f /atbalsts/roles.sql
done
