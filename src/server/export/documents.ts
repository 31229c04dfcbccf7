/** Documents that leave as a file: read, held against schema, policy and limits, and planned for who asks. */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { Api } from '../../base/api';
import type { FileDocument, KnownFile } from '../../base/file-documents';
import type { Actor } from '../../base/actor';
import { assertAskable } from '../../domain/indicator/table/ask';
import type { FileDocuments, RequestContext } from '../../base/context';
import { unauthenticated } from '../../base/refusals';
import type { Thing } from '../../model/thing';
import { Binding } from '../../execution/bind';
import { planningFor } from '../../execution/plan-for';
import { viewpointOf } from '../../execution/reading';
import type { Planning } from '../../execution/planning';
import { headingOf } from '../../exchange/export/workbook';
import { columnsOf, fieldsOf, ListWithinRows, type RowColumn } from '../../execution/export/columns';
import { planRows, type RowsPlan } from '../../execution/export/plan-rows';
import { selectedFields, type Walk } from '../../execution/selection';
import type { ServedSchema } from '../../schema/served';
import type { Execution } from '../execution';
import { flatten, type Variables } from '../flatten';
import { limitsRule, refuseVariables, type Limits } from '../limits';
import { apiOf } from './asking';
import { assertFit, assertOpen } from './fitness';
import * as refused from './refused';
import { IndicatorColumns, tableAsked } from './indicator-columns';
import type { ReadDocument } from './read-document';

interface Common extends KnownFile {
  readonly read: ReadDocument;
  /** Empty where rows are not told in columns. */
  readonly table: readonly RowColumn[];
}

export interface ListFile extends Common {
  readonly kind: 'list';
  readonly thing: Thing;
  readonly planning: Planning;
  /** Null where the actor may read none. */
  readonly rows: RowsPlan | null;
}

/** What a file is made from. */
export type FilePlan = ListFile | (Common & { readonly kind: 'indicators' });

export class Documents implements FileDocuments {
  constructor(
    private readonly schema: Pick<ServedSchema, 'executable' | 'check' | 'reads'>,
    private readonly limits: Limits,
    private readonly execution: Execution,
  ) {}

  api(ctx: RequestContext): Api {
    return apiOf(this.execution, ctx);
  }

  check(ctx: RequestContext, document: FileDocument): KnownFile {
    const plan = this.plan(ctx, document);
    if (plan.kind === 'list') boundTo(ctx, plan);
    else askable(ctx, plan);
    const { root, columns } = plan;
    return { root, columns };
  }

  /** @throws ProblemError */
  plan(ctx: RequestContext, { document, variables, isTable }: FileDocument): FilePlan {
    const { actor } = ctx;
    if (!actor) throw unauthenticated();
    const read = this.read(document, variables, actor);
    const name = read.field.name.value;
    if (name === 'indicatorTable') return this.indicators(read, isTable);
    if (name === 'ministryTable') throw refused.ofMinistry();
    const reads = this.schema.reads.get(name);
    if (reads?.kind !== 'list') throw refused.noList(name);
    return this.list(actor, read, reads.thing, isTable);
  }

  private read(text: string, given: string | null, actor: Actor): ReadDocument {
    const { executable: schema, check } = this.schema;
    const document = this.valid(text);
    const operation = getOperationAST(document);
    if (operation?.operation !== OperationTypeNode.QUERY) throw refused.noQuery();
    const raw = jsonOf(given);
    const variables = this.coerced(operation, raw);
    const flattened = flatten(document, operation, variables);
    const only = flattened.definitions[0] as OperationDefinitionNode;
    const denials = check(schema, flattened, only, actor.role);
    if (denials.length > 0) throw refused.denied(denials);
    const walk = { schema, fragments: {}, variableValues: variables };
    const fields = [...selectedFields(walk, 'Query', [asField(only)]).values()].flatMap(({ nodes }) => nodes);
    const [field] = fields;
    if (!field || fields.length > 1) throw refused.severalLists();
    return { text, document, operation, given: raw, variables, field, walk };
  }

  private valid(text: string): DocumentNode {
    try {
      const document = parse(text, { maxTokens: this.limits.tokens });
      const [error] = validate(this.schema.executable, document, [limitsRule(this.limits), ...specifiedRules]);
      if (error) throw error;
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) throw refused.invalid(error);
      throw error;
    }
  }

  private coerced({ variableDefinitions = [] }: OperationDefinitionNode, raw: Record<string, unknown>): Variables {
    const beyond = refuseVariables(raw, this.limits);
    if (beyond) throw refused.invalidVariables(beyond);
    const { errors, coerced } = getVariableValues(this.schema.executable, variableDefinitions, raw, {
      hideSuggestions: true,
    });
    if (coerced) return coerced;
    throw refused.invalidVariables(errors?.[0] ?? new GraphQLError(''));
  }

  private list(actor: Actor, read: ReadDocument, thing: Thing, isTable: boolean): FilePlan {
    const { walk, field } = read;
    const nodes = rowsOf(walk, thing.name, field);
    const fields = fieldsOf(walk, thing.name, nodes);
    if (fields.length === 0) throw refused.noRows(thing.plural);
    assertFit(walk, thing, field, nodes, isTable);
    const table = isTable ? tabular(walk, thing.name, nodes) : [];
    const planning = planningFor(walk, actor);
    const definition = (walk.schema.getQueryType() as GraphQLObjectType).getFields()[field.name.value];
    if (!definition) throw refused.noList(field.name.value);
    const rows = planRows(planning, { thing, field: definition, node: field, rows: nodes, place: [thing.plural] });
    if (isTable && table.length === 0) throw refused.noRows(thing.plural);
    const columns = [...new Set(fields)];
    return { kind: 'list', read, root: field.name.value, columns, table, thing, planning, rows };
  }

  private indicators(read: ReadDocument, isTable: boolean): FilePlan {
    const { walk, field } = read;
    assertOpen(field);
    const nodes = inside(walk, 'IndicatorTable', [field], 'rows');
    if (nodes.length === 0) throw refused.noRows('indicatorTable');
    const status = selectedFields(walk, 'IndicatorRow', nodes).get('status');
    if (isTable && status?.name !== 'status') throw refused.noStatus();
    const spread = new IndicatorColumns(read).spread;
    const table = isTable ? tabular(walk, 'IndicatorRow', nodes, spread) : [];
    const columns = [...new Set(isTable ? table.map((one) => one.field) : fieldsOf(walk, 'IndicatorRow', nodes))];
    return { kind: 'indicators', read, root: field.name.value, columns, table };
  }
}

/** What a request brings, bound to the arguments of the plan. @throws ProblemError where one is refused */
export function boundTo(ctx: RequestContext, { planning, read }: ListFile): Binding {
  const actor = ctx.actor as Actor;
  const binding = new Binding(ctx, actor, viewpointOf(actor), read.variables);
  binding.bind(planning);
  for (const set of planning.sets) {
    const refusal = binding.refusal(set);
    if (refusal) throw refused.asProblem(refusal);
  }
  return binding;
}

/** What can be told to be wrong with a table before anything is counted. @throws ProblemError */
function askable(ctx: RequestContext, { read }: FilePlan): void {
  try {
    assertAskable(ctx, ctx.actor as Actor, tableAsked(read));
  } catch (error) {
    throw refused.asProblem(error as Error);
  }
}

function jsonOf(text: string | null): Record<string, unknown> {
  if (text === null || text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw refused.noJson();
}

/** What is selected of each row: below `edges`, below `node`. */
const rowsOf = (walk: Walk, type: string, field: FieldNode): readonly FieldNode[] =>
  inside(walk, `${type}Edge`, inside(walk, `${type}Connection`, [field], 'edges'), 'node');

/** What is selected below a field of this name: asked for once and by its own name, since what is called the same twice need not be. */
function inside(walk: Walk, type: string, nodes: readonly FieldNode[], name: string): readonly FieldNode[] {
  const found = [...selectedFields(walk, type, nodes).values()].filter((one) => one.name === name);
  if (found.some(({ key }) => key !== name)) throw refused.renamed(name);
  return found.flatMap((one) => one.nodes);
}

/** An operation is selected from like a field. */
const asField = ({ selectionSet }: OperationDefinitionNode): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '' },
  selectionSet,
});

function tabular(...asked: Parameters<typeof columnsOf>): readonly RowColumn[] {
  try {
    const columns = columnsOf(...asked);
    const names = columns.map(headingOf);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw refused.twice(twice);
    return columns;
  } catch (error) {
    if (error instanceof ListWithinRows) throw refused.listWithinRows(error.path);
    throw error;
  }
}
