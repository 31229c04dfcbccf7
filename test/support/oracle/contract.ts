/**
 * Where the product's answers are a choice beside the GraphQL specification, or about to change: what the oracle
 * expects, and what of it the random documents run into.
 */

export interface Contract {
  /**
   * Which denied fields are told. `document`: all that stand in the document, those in fragments on other types and
   * below empty lists too. `applicable`: those that execution meets, and those that it would meet if there were a
   * record (a type is known by its field; what stands below an abstract type is told only when it is met). `met`:
   * those that execution meets, and no others.
   */
  readonly denials: 'document' | 'applicable' | 'met';
  /** A malformed id among those given to `nodes`: fails the whole field, or is null in its place with an error of its own. */
  readonly malformedIds: 'whole' | 'inPlace';
  /** The UUID that a client made a record with, given to `node` or `nodes`: nobody's id, or the record's. */
  readonly rawNodeIds: 'unknown' | 'known';
  /** Whether documents give malformed ids to `nodes`. */
  readonly asksMalformed: boolean;
  /** Whether documents give links inside of records arguments that are refused: the link is then null, not the root field. */
  readonly asksNested: boolean;
  /** Whether documents give null for a switch of @skip or @include that has a default: the selection around it is then null. */
  readonly asksSwitches: boolean;
  /** Whether some seals are broken: such a record is null in its place with one error, if a sealed value is asked for. */
  readonly breaksSeals: boolean;
}

const contracts: Readonly<Record<string, Contract>> = {
  /** As the server answers before reads are planned and written by its own engine. */
  present: {
    denials: 'document',
    malformedIds: 'whole',
    rawNodeIds: 'unknown',
    asksMalformed: false,
    asksNested: false,
    asksSwitches: false,
    breaksSeals: false,
  },
  /** As it is to answer afterwards: what graphql-js does with one resolver for each field. */
  planned: {
    denials: 'applicable',
    malformedIds: 'inPlace',
    rawNodeIds: 'known',
    asksMalformed: true,
    asksNested: true,
    // A switch that is null is refused with the whole request: one clear error instead of a hole.
    asksSwitches: false,
    breaksSeals: true,
  },
};

export function contractNamed(name: string): Contract {
  const found = contracts[name];
  if (!found) throw new Error(`There is no contract ${name}; choose ${Object.keys(contracts).join(' or ')}.`);
  return found;
}
