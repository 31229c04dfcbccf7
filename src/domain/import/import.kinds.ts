/** Which mutation each row of a file is, by what the rows become: nothing is imported in another way than it is entered. */
import { allActions, type Action } from '../../model/action';
import type { Input } from '../../model/input';
import type { ImportKind } from './import.codes';

interface Way {
  readonly action: string;
  /** Type of the record by which other rows call it, where that is not what the mutation answers with. */
  readonly root?: string;
  /** What every row has. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /** Fields of the mutation that a row may have; left out: all. */
  readonly fields?: readonly string[];
}

const ways: Readonly<Record<ImportKind, Way>> = {
  ORGANISATION: { action: 'registerOrganisation' },
  SURVIVOR: {
    action: 'importCase',
    root: 'Survivor',
    constants: { source: 'PLATFORM_ASSOCIATION' },
    fields: ['survivor', 'consents', 'source', 'openedAt'],
  },
  CASE: { action: 'importCase' },
  // Nobody is asked for anything by a file.
  REFERRAL: { action: 'makeReferral', constants: { draft: true } },
  TRAINING: { action: 'recordTraining' },
  OUTREACH: { action: 'recordOutreachActivity' },
  ADVOCACY: { action: 'recordAdvocacyActivity' },
  MEMBER_ASSOCIATION: { action: 'registerMemberAssociation' },
  MEMBER_COUNT: { action: 'recordMemberCount' },
  SURVEY_RESULT: { action: 'recordSurveyResult' },
};

/** A way of import with its mutation. */
export interface KindOfImport {
  readonly kind: ImportKind;
  readonly action: Action;
  readonly root: string;
  readonly constants: Readonly<Record<string, unknown>>;
  /** What a row may say. */
  readonly input: Input;
}

/** What is a row's own, and not the file's to say. */
const ofTheRequest = ['idempotencyKey', 'id'];

const known = new Map<ImportKind, KindOfImport>();

export function kindOfImport(kind: ImportKind): KindOfImport {
  let found = known.get(kind);
  if (!found) known.set(kind, (found = make(kind)));
  return found;
}

function make(kind: ImportKind): KindOfImport {
  const { action: name, root, constants = {}, fields } = ways[kind];
  const action = allActions.get(name);
  if (!action) throw new Error(`${kind} is imported by ${name}, which is no mutation`);
  const said = [...action.input.fields].filter(
    ([field]) => !ofTheRequest.includes(field) && (fields?.includes(field) ?? true) && constants[field] !== true,
  );
  return {
    kind,
    action,
    root: root ?? action.thing.name,
    constants,
    input: { ...action.input, fields: new Map(said) },
  };
}
