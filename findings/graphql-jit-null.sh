#!/usr/bin/env bash
# graphql-jit gives null for a variable that was left out.
#
# What surprised: with graphql-jit 0.8.9, a field of an input object whose variable is not given arrives as null. With
#   graphql-js the same document and variables leave the field out, as the GraphQL specification has it for input objects
#   (section "Input Coercion" of Input Objects). A whole object in one variable is right.
# Why it matters here: "not given" keeps what is stored, null erases it. An update whose client sends only what changed
#   erased the rest, without an error.
# A good guess would have been: a compiled document answers as graphql-js does; it is only faster.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent graphql-jit@0.8.9 graphql@16.15.0

cat >show.cjs <<'JS'
const { buildSchema, execute, parse, validate } = require('graphql');
const { compileQuery } = require('graphql-jit');
const versionOf = (name) => require(`./node_modules/${name}/package.json`).version;

const schema = buildSchema('input Change { title: String, note: String } type Query { received(change: Change!): String }');
schema.getQueryType().getFields().received.resolve = (_, { change }) => JSON.stringify(change);

const documents = {
  'a variable for each field': ['query ($title: String, $note: String) { received(change: { title: $title, note: $note }) }', { title: 'new' }],
  'one variable for the object': ['query ($change: Change!) { received(change: $change) }', { change: { title: 'new' } }],
};
const expected = {
  'a variable for each field': ['{"title":"new"}', '{"title":"new","note":null}'],
  'one variable for the object': ['{"title":"new"}', '{"title":"new"}'],
};

async function main() {
  console.log(`graphql ${versionOf('graphql')}, graphql-jit ${versionOf('graphql-jit')}`);
  for (const [name, [text, variableValues]] of Object.entries(documents)) {
    const document = parse(text);
    if (validate(schema, document).length > 0) throw new Error(`${text} is not valid`);
    const js = (await execute({ schema, document, variableValues })).data.received;
    const jit = (await compileQuery(schema, document).query(undefined, undefined, variableValues)).data.received;
    console.log(`${name}, given ${JSON.stringify(variableValues)}\n  graphql-js:  ${js}\n  graphql-jit: ${jit}`);
    if (js !== expected[name][0] || jit !== expected[name][1]) process.exitCode = 1;
  }
  if (process.exitCode) console.log('This is no longer as it was.');
}
main();
JS
node show.cjs
