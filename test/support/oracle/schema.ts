/** The schema that the oracle executes over. */
import { buildSchema, isScalarType, isSpecifiedScalarType, printSchema, type GraphQLSchema } from 'graphql';
import { executableSchema } from '../../../src/schema/served';

let schema: GraphQLSchema | undefined;

/** The product's schema without its resolvers. The order of input fields is that of the product: cursors hang on it. */
export function oracleSchema(): GraphQLSchema {
  if (schema) return schema;
  const executable = executableSchema();
  schema = buildSchema(printSchema(executable));
  for (const type of Object.values(schema.getTypeMap())) {
    const known = executable.getType(type.name);
    if (!isScalarType(type) || !isScalarType(known) || isSpecifiedScalarType(type)) continue;
    Object.assign(type, { serialize: known.serialize, parseValue: known.parseValue, parseLiteral: known.parseLiteral });
  }
  return schema;
}
