/** Plans that are kept: of each document, for each kind of actor, in each position of its switches. Bounded by bytes. */
import {
  visit,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { OperationCheck } from '../schema/served';
import { planOperation, type OperationPlan, type RootReads } from '../execution/plan-operation';
import { planningFor } from '../execution/plan-for';
import { kindOf } from '../execution/reading';
import type { Walk } from '../execution/selection';
import { badInput, type ApiError } from '../base/errors';

import type { Actor } from '../base/actor';
import { refuseCost } from './cost';
import { flatten, switchesOf, type Variables } from './flatten';
import type { Limits } from './limits';
import { notOffered } from '../base/refusals';

export interface PlansOptions {
  readonly schema: GraphQLSchema;
  readonly check: OperationCheck;
  /** Root fields that are planned reads. */
  readonly reads: RootReads;
  readonly limits: Limits;
}

/** A plan with what a request needs beside it. */
export interface KeptPlan extends OperationPlan {
  /** The operation alone: fragments written out, switches resolved. */
  readonly document: DocumentNode;
  /** Refuses an operation whose cost is too high with these variables. */
  readonly refuse: (variables: Variables) => ApiError | undefined;
}

/** What is planned. */
export interface Wanted {
  readonly hash: string;
  /** Length of the document's text. */
  readonly length: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly actor: Actor | null;
}

interface DocumentPlans {
  readonly switches: readonly string[];
  readonly length: number;
  readonly byKind: Map<string, LRUCache<string, KeptPlan>>;
}

const keptBytes = 32 * 2 ** 20;
/** Heap that a plan takes: about so much for each character of the document, and so much in any case. */
const bytesOfCharacter = 40;
const bytesOfPlan = 8_192;
/** Positions of switches that are kept for a kind of actor: whoever tries them all evicts their own. */
const keptPositions = 16;

export class Plans {
  private readonly documents = new LRUCache<string, DocumentPlans>({
    maxSize: keptBytes,
    sizeCalculation: ({ length, byKind }) => {
      const plans = [...byKind.values()].reduce((sum, { size }) => sum + size, 1);
      return plans * (bytesOfPlan + length * bytesOfCharacter);
    },
  });

  constructor(private readonly options: PlansOptions) {}

  /** The plan of a document for an actor with these variables. @throws ApiError BAD_USER_INPUT */
  of(wanted: Wanted, variables: Variables): KeptPlan {
    const { hash, length, document, operation, actor } = wanted;
    const plans: DocumentPlans = this.documents.get(hash) ?? {
      switches: switchesOf(document),
      length,
      byKind: new Map<string, LRUCache<string, KeptPlan>>(),
    };
    const positions = plans.switches.map((name) => (name in variables ? position(name, variables[name]) : '')).join();
    const kind = kindOf(actor);
    const kept = plans.byKind.get(kind) ?? new LRUCache<string, KeptPlan>({ max: keptPositions });
    const key = `${positions}/${operation.name?.value ?? ''}`;
    let plan = kept.get(key);
    if (!plan) {
      kept.set(key, (plan = this.make(wanted, variables)));
      plans.byKind.set(kind, kept);
      this.documents.set(hash, plans);
    }
    return plan;
  }

  private make({ document, operation, actor }: Wanted, variables: Variables): KeptPlan {
    const { schema, check, reads, limits } = this.options;
    if (!schema.getRootType(operation.operation)) throw notOffered(operation.operation);
    const flattened = flatten(document, operation, variables);
    const denials = check(schema, flattened, flattened.definitions[0] as OperationDefinitionNode, actor?.role ?? null);
    const walk = walkOf(schema, document, variables);
    const planning = actor && planningFor(walk, actor);
    const plan = planOperation(walk, planning, reads, operation, denials);
    const refuse = (given: Variables): ApiError | undefined => refuseCost(schema, flattened, given, limits);
    return { ...plan, document: flattened, refuse: costVaries(flattened) ? refuse : constantly(refuse(variables)) };
  }
}

/** Of the variables only the switches are kept with the plan: the others are a request's own. */
function walkOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables): Walk {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const variableValues = Object.fromEntries(switchesOf(document).map((name) => [name, variables[name]]));
  return { schema, fragments, variableValues };
}

const constantly =
  <T>(value: T) =>
  (): T =>
    value;

/** A switch without a value belongs to another operation of the document; null, which a default lets through, is none. */
function position(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  throw badInput(
    `The variable $${name} decides whether a part of the document is left out: it must be true or false.`,
    `A variável $${name} decide se uma parte do documento fica de fora: tem de ser verdadeira ou falsa.`,
  );
}

/** Arguments that a document's cost depends on. */
const costly = new Set(['first', 'last', 'ids']);

function costVaries(document: DocumentNode): boolean {
  let varies = false;
  visit(document, {
    Argument: ({ name, value }) => void (varies ||= costly.has(name.value) && value.kind === Kind.VARIABLE),
  });
  return varies;
}
