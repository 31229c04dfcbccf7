#!/usr/bin/env bash
# Pins the images that everything is built from by what they are and not by what they are called: the digests of today's
# stand in `.env` afterwards, where docker-compose.yml takes them from. Run it again to take newer ones.
set -euo pipefail
cd "$(dirname "$0")/.."

touch .env
for pair in NODE_IMAGE=node:22-slim POSTGRES_IMAGE=postgres:18; do
  name="${pair%%=*}"
  image="${pair#*=}"
  docker pull --quiet "$image" >/dev/null
  digest="$(docker image inspect --format '{{index .RepoDigests 0}}' "$image")"
  sed -i.old "/^$name=/d" .env && rm -f .env.old
  # A file that somebody wrote by hand may lack its last line break.
  [ -z "$(tail -c 1 .env)" ] || echo >>.env
  echo "$name=$digest" >>.env
  echo "$name=$digest"
done
