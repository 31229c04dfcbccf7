/** Every code that is shown has its label beside it, and every list is told whole, in both languages at once. */
import { getNamedType, isEnumType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { roles, actorOf } from '../support/policy-actors';
import { walkedSchema } from '../support/walk';

const schema = walkedSchema();

/** Enumerations that are no codes of the domain. */
const technical = /OrderField$|^OrderDirection$/;

/** Names of texts that hold codes. */
const holdsCodes = /^(role|actorRole|entity|dataClass|action|step|mutation|code|kind|status|from|allowed|nationality)$/;

/** Codes that have no label beside them, each with why. */
const unlabelled: Readonly<Record<string, string>> = {
  'Code.code': 'its label stands beside it, in every language',
  'Province.code': 'its name stands beside it',
  'District.code': 'its name stands beside it',
  'ProgrammePhase.code': 'its names stand beside it',
  'PasswordResetCode.code': 'it is drawn by chance, and codes nothing',
  'PlainProblem.code': 'its message says it',
  'VersionConflict.code': 'its message says it',
  'IllegalStep.code': 'its message says it',
  'Indicator.code': 'its title stands beside it, in every language',
  'IndicatorCode.code': 'its label stands beside it',
  'ImportRowFinding.code': 'its messages say it',
};

const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);

type OutputField = GraphQLField<unknown, unknown>;
const isCoded = ({ name, type }: OutputField): boolean =>
  isEnumType(getNamedType(type)) || (getNamedType(type).name === 'String' && holdsCodes.test(name));

const coded = objects.flatMap((type) =>
  Object.values(type.getFields())
    .filter(isCoded)
    .map((field) => ({ type, field, coordinate: `${type.name}.${field.name}` })),
);

describe('every coded field', () => {
  it('has its label beside it, as nullable as it is itself, and as many', () => {
    const bare = coded.filter(({ type, field, coordinate }) => {
      const beside = type.getFields()[`${field.name}Label`];
      const expected = String(field.type).replace(/\w+/g, 'String');
      return String(beside?.type) !== expected && !(coordinate in unlabelled);
    });
    expect(bare.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('that has none is one that there is', () => {
    const without = coded.filter(({ type, field }) => !type.getFields()[`${field.name}Label`]);
    expect(without.map(({ coordinate }) => coordinate).sort()).toEqual(Object.keys(unlabelled).sort());
  });
});

interface Shown {
  readonly name: string;
  readonly description: { en: string; pt: string };
  readonly parent: string | null;
  readonly codes: readonly {
    code: string;
    label: { en: string; pt: string };
    description: { en: string; pt: string } | null;
    position: number;
    parent: string | null;
    deprecatedSince: string | null;
    useInstead: string | null;
  }[];
}

const document = `query ($names: [String!]) { codeLists(names: $names) { name description { en pt } parent codes {
  code label { en pt } description { en pt } position parent source sourceCode deprecatedSince useInstead } } }`;

describe('codeLists', () => {
  let api: TestApp;
  let client: Client;
  let lists: readonly Shown[];
  beforeAll(async () => {
    api = await sharedApp();
    client = await api.as('field-worker', 'mz');
    lists = (await client.query(document)).data.codeLists as Shown[];
  });
  afterAll(() => api?.close());
  const listOf = (name: string): Shown | undefined => lists.find((list) => list.name === name);

  it('tells every enumeration of the schema that is no technical one, code for code', () => {
    const enums = Object.values(schema.getTypeMap()).filter(
      (type) => isEnumType(type) && !type.name.startsWith('__') && !technical.test(type.name),
    );
    expect(enums.length).toBeGreaterThan(40);
    for (const type of enums) {
      if (!isEnumType(type)) continue;
      const values = type.getValues().map(({ name }) => name);
      expect([
        type.name,
        listOf(type.name)
          ?.codes.map(({ code }) => code)
          .sort(),
      ]).toEqual([type.name, values.sort()]);
    }
  });

  it('says everything in both languages, whichever was asked for', async () => {
    const texts = lists.flatMap((list) => [
      list.description,
      ...list.codes.flatMap(({ label, description }) => [label, ...(description ? [description] : [])]),
    ]);
    expect(texts.filter(({ en, pt }) => !en?.trim() || !pt?.trim())).toEqual([]);
    const portuguese = await client.query(document, {}, { 'accept-language': 'pt' });
    expect(portuguese.data.codeLists).toEqual(lists);
  });

  it('keeps the order of each list, and says where each code belongs', () => {
    for (const { codes, parent } of lists) {
      expect(codes.map(({ position }) => position)).toEqual(codes.map((_, at) => at + 1));
      const above = listOf(parent ?? '')?.codes.map(({ code }) => code) ?? [];
      expect(codes.filter((code) => code.parent !== null && !above.includes(code.parent))).toEqual([]);
    }
    const pep = listOf('ServiceType')?.codes.find(({ code }) => code === 'PEP');
    expect([listOf('ServiceType')?.parent, pep?.parent]).toEqual(['ServiceCategory', 'HEALTH']);
    expect(listOf('ViolationType')?.codes.filter(({ parent }) => parent === null)).toEqual([]);
  });

  it('says of a code that is to go which other to take', () => {
    for (const { codes } of lists) {
      const names = codes.filter(({ deprecatedSince }) => deprecatedSince === null).map(({ code }) => code);
      const lost = codes.filter(({ useInstead }) => useInstead !== null && !names.includes(useInstead));
      expect(lost).toEqual([]);
    }
  });

  it('tells those that are asked for, in the order asked, and names those that there are not', async () => {
    const { data } = await client.query(document, { names: ['TimeOfDay', 'AgeBand'] });
    const found = data.codeLists as readonly Shown[];
    expect(found.map(({ name }) => name)).toEqual(['TimeOfDay', 'AgeBand']);
    const { errors } = await client.query(document, { names: ['AgeBand', 'Hotspots'] }, { 'accept-language': 'pt' });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', unknown: ['Hotspots'] } });
    expect(errors[0]?.message).toContain('"Hotspots"');
    expect(errors[0]?.message).toMatch(/^Não há nenhuma lista de códigos/);
  });

  it.each(roles)('is open to %s', async (role) => {
    const answer = await (await actorOf(api, role)).query('{ codeLists(names: ["Role"]) { codes { code } } }');
    expect(answer.errors).toEqual([]);
    expect(answer.data.codeLists[0].codes).toHaveLength(roles.length);
  });

  it('is closed to whoever is not signed in', async () => {
    const { errors } = await api.anyone.query('{ codeLists { name } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
