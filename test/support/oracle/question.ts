/** Questions to ask server and oracle alike: a valid random document, its variables, and how to ask for the next page. */
import { parse, validate } from 'graphql';
import type { Config } from '../../../src/base/config';
import { isLogged } from '../../../src/policy/rights';
import { allThings } from '../../../src/model/thing';
import type { Actor } from '../../../src/base/actor';
import { refuseDocument } from '../../../src/server/limits';
import { Chance } from './chance';
import type { Contract } from './contract';
import { Documents } from './document';
import { Inputs, type Tree } from './input';
import type { OracleAnswer, Question } from './oracle';
import type { Sample } from './sample';
import { oracleSchema } from './schema';
import { sizeOf } from './size';

export interface Asked {
  readonly seed: number;
  /** Accounts ask different documents of the same seed. */
  readonly account: string;
  readonly actor: Actor;
  readonly sample: Sample;
  readonly contract: Contract;
  readonly limits: Config['limits'];
}

export interface RandomQuestion extends Question {
  /** The same with cursors that an answer showed; undefined when it has no place for them. */
  next(answer: OracleAnswer): Question | undefined;
}

/** The oracle reads each link of each record by itself. */
const mostRecords = 350;

/** What this seed asks. */
export function randomQuestion(asked: Asked): RandomQuestion {
  for (let attempt = 0; attempt < 200; attempt++) {
    const question = attemptAt(asked, new Chance(`${asked.account} ${asked.seed} ${attempt}`));
    if (question) return question;
  }
  throw new Error(`No valid document of ${asked.account} from seed ${asked.seed}.`);
}

function attemptAt({ actor, sample, contract, limits }: Asked, chance: Chance): RandomQuestion | undefined {
  const inputs = new Inputs(chance);
  const cursors = new Map<string, string>();
  const schema = oracleSchema();
  const home = actor.country ?? chance.pick(['ZA', 'BW', 'MZ', 'ZW']);
  const documents = new Documents({
    chance,
    inputs,
    sample,
    actor,
    home,
    cursors,
    schema,
    contract,
    excluded: excludedOf(chance),
  });
  const selections = documents.root();
  const named = chance.odds(40);
  const other = chance.odds(12) ? ' query Other { __typename }' : '';
  const operation =
    named || other || inputs.variables.length > 0
      ? `query ${named || other ? 'Asked' : ''}${inputs.declarations} `
      : '';
  const fragments = documents.fragments.map(({ name, type, text }) => `\nfragment ${name} on ${type} ${text}`).join('');
  const document = `${operation}${selections}${other}${fragments}`;
  const variables = spoilt(chance, inputs);
  const parsed = parse(document);
  // In the order of what they cost.
  const reason =
    refuseDocument(schema, parsed, limits)?.message ??
    (sizeOf(parsed, variables) > mostRecords ? 'too large' : undefined) ??
    validate(schema, parsed, undefined, { maxErrors: 1 })[0]?.message;
  if (reason !== undefined) return undefined;
  const question = { document, variables, ...((other || (named && chance.odds(50))) && { operationName: 'Asked' }) };
  return { ...question, next: (answer) => nextOf(question, cursors, answer, chance) };
}

/** Reading logged classes writes what the access log shows: one document asks for one of both. */
function excludedOf(chance: Chance): ReadonlySet<string> {
  const log = chance.odds(15);
  const things = [...allThings.values()].filter((thing) => (log ? isLogged(thing) : thing.dataClass === 'ACCESS_LOG'));
  return new Set(things.map(({ name }) => name));
}

/** Now and then a variable is not what its type says. */
function spoilt(chance: Chance, inputs: Inputs): Record<string, Tree> {
  const { values } = inputs;
  const names = Object.keys(values);
  if (names.length === 0 || !chance.odds(3)) return values;
  const wrong = chance.pick<Tree>([{ nothing: 1 }, -1.5, [[]]]);
  return { ...values, [chance.pick(names)]: wrong };
}

function nextOf(
  question: Question,
  cursors: ReadonlyMap<string, string>,
  answer: OracleAnswer,
  chance: Chance,
): Question | undefined {
  const found = [...cursors].flatMap(([variable, list]) => {
    const shown = answer.cursors.get(list) ?? [];
    return shown.length > 0 ? [[variable, chance.pick(shown)] as const] : [];
  });
  if (found.length === 0) return undefined;
  return { ...question, variables: { ...question.variables, ...Object.fromEntries(found) } };
}
