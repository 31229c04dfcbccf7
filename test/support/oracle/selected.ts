/** The names of the fields that are asked of what a field gives, as graphql-js itself collects them. */
import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields';

/** Of an object of this type. Nothing where a switch has no value: the field is null then. */
export function selected(info: GraphQLResolveInfo, typeName: string): ReadonlySet<string> {
  const type = info.schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  try {
    const fields = collectSubfields(info.schema, info.fragments, info.variableValues, type, info.fieldNodes);
    return new Set([...fields.values()].map(([node]) => node?.name.value ?? ''));
  } catch {
    return new Set();
  }
}
