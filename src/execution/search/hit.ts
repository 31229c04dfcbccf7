/** What a search finds: a row that stands for a record, with the place that it has among all that were found. */
import { codeList } from '../../model/codelist';
import { givenAttribute, type Attribute, type Thing } from '../../model/thing';

export const SearchMatch = codeList(
  'SearchMatch',
  {
    en: 'How a record fits what was searched for, best first.',
    pt: 'Como um registo corresponde ao que se procurou, o melhor primeiro.',
  },
  {
    EXACT: { en: 'Is it', pt: 'É isso' },
    BEGINS: { en: 'Begins with it', pt: 'Começa assim' },
    CONTAINS: { en: 'Has every word', pt: 'Tem todas as palavras' },
    TOPIC: { en: 'Is about it', pt: 'É sobre isso' },
    ALIKE: { en: 'Is like it', pt: 'É parecido' },
  },
);

const attribute = (name: string, type: Attribute['type']): Attribute =>
  givenAttribute(name, { type, description: `The ${name} of what was found.` });

const attributes = [
  attribute('id', 'uuid'),
  attribute('rank', 'int'),
  attribute('kind', 'int'),
  attribute('title', 'text'),
];

/** No thing of the model: it has no table and no class of its own, and no rows but those that are read for one search. */
export const hitThing: Thing = {
  name: 'SearchHit',
  singular: 'searchHit',
  plural: 'search',
  table: 'search_hit',
  label: { en: 'Search result', pt: 'Resultado da pesquisa' },
  description: 'A record that was found.',
  dataClass: 'REFERENCE',
  target: class SearchHit {},
  order: { field: 'rank', direction: 'ASC', then: ['kind', 'title'] },
  reach: { through: undefined },
  attributes: new Map(attributes.map((each) => [each.name, each])),
  links: new Map(),
  sealed: false,
};
