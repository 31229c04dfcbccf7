/** Reads a mapping strictly: what is not understood is a fault with its line, and nothing of it is used. */
import { BadMapping, eachOnce, say } from './fault';
import { DEFAULT } from './data-value';
import { sharedCells } from './mapping-cells';
import {
  idSchemes,
  type Category,
  type DataSet,
  type IdScheme,
  type Mapped,
  type Mapping,
  type Schemes,
} from './mapping';
import { Entries } from './mapping-entries';
import { idIn, mappedIn } from './mapping-ids';
import { Nodes, type Part } from './mapping-nodes';
import { dhis2PeriodTypes } from './period';
import { NOT_KNOWN, PLACE, zones } from './row';

/** @throws BadMapping with all that is wrong with it */
export function readMapping(text: string): Mapping {
  const nodes = new Nodes(text);
  const mapping = nodes.faults.length === 0 ? new Reading(nodes).mapping() : null;
  const faults = [...nodes.faults, ...(mapping && nodes.faults.length === 0 ? sharedCells(mapping) : [])];
  if (!mapping || faults.length > 0) throw new BadMapping(eachOnce(faults));
  return mapping;
}

const words = {
  mapping: say('A mapping', 'Uma correspondência'),
  schemes: say('Id schemes', 'Esquemas de identificação'),
  orgUnits: say('Organisation units', 'Unidades organizacionais'),
  categories: say('Categories', 'Categorias'),
  options: say('Options', 'Opções'),
  dataSets: say('Data sets', 'Conjuntos de dados'),
  indicators: say('Indicators', 'Indicadores'),
};

const fieldsOf = {
  mapping: ['country', 'schemes', 'attributeOptionCombo', 'orgUnits', 'categories', 'dataSets'],
  schemes: ['dataSets', 'dataElements', 'orgUnits', 'categoryOptionCombos'],
  dataSet: ['id', 'name', 'periodType', 'complete', 'rounded', 'attributeOptionCombo', 'indicators'],
  category: ['code', 'options'],
} as const;

/** What DHIS2 itself says by attributes of ADX: no category may be called so. */
const reserved =
  /^(dataElement|value|comment|follow[uU]p|deleted|orgUnit|period|dataSet|(category|attribute)OptionCombo)$/;
/** A name of XML, as plain as codes are; colons would name a namespace. */
const XML_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

class Reading {
  constructor(private readonly nodes: Nodes) {}

  mapping(): Mapping {
    const { nodes } = this;
    const said = nodes.fields(nodes.root, words.mapping, fieldsOf.mapping, ['country', 'orgUnits', 'dataSets']);
    const country = (said.country && nodes.text(said.country)) ?? '';
    if (said.country && !/^[A-Z]{2}$/.test(country))
      nodes.fault(said.country, say('Write the country as ZA, BW, MZ or ZW.', 'Escreva o país como ZA, BW, MZ ou ZW.'));
    const schemes = this.schemes(said.schemes);
    const combo = this.combo(said.attributeOptionCombo, schemes.categoryOptionCombos);
    const orgUnits = this.orgUnits(said.orgUnits, country, schemes.orgUnits);
    return {
      ...{ country, schemes, orgUnits },
      categories: this.categories(said.categories),
      dataSets: this.dataSets(said.dataSets, schemes, combo, { country, orgUnits }),
    };
  }

  private schemes(at: Part): Schemes {
    const said = at === undefined ? {} : this.nodes.fields(at, words.schemes, fieldsOf.schemes, []);
    const scheme = (one: Part): IdScheme => this.nodes.oneOf(one, idSchemes);
    return {
      dataSets: scheme(said.dataSets),
      dataElements: scheme(said.dataElements),
      orgUnits: scheme(said.orgUnits),
      categoryOptionCombos: scheme(said.categoryOptionCombos),
    };
  }

  private combo(at: Part, scheme: IdScheme): string {
    return at === undefined ? DEFAULT : (idIn(this.nodes, at, scheme, true) ?? DEFAULT);
  }

  private orgUnits(at: Part, country: string, scheme: IdScheme): Mapping['orgUnits'] {
    const units = new Map<string, Mapped>();
    if (at === undefined) return units;
    for (const { key, at: where, value } of this.nodes.entries(at, words.orgUnits)) {
      if (!isPlace(key, country)) this.nodes.fault(where, noPlace(key, country));
      else units.set(key, mappedIn(this.nodes, value, where, scheme));
    }
    const both =
      [...units.keys()].some((key) => zones.includes(key)) && [...units.keys()].some((key) => key.includes('-'));
    if (both)
      this.nodes.fault(
        at,
        say(
          'A country is told by provinces or by zones, not by both: each incident would count twice.',
          'Um país indica-se por províncias ou por zonas, não por ambas: cada incidente contaria duas vezes.',
        ),
      );
    return units;
  }

  private categories(at: Part): Mapping['categories'] {
    const found = new Map<string, Category>();
    if (at === undefined) return found;
    for (const { key, at: where, value } of this.nodes.entries(at, words.categories)) {
      const said = this.nodes.fields(value, words.categories, fieldsOf.category, ['code', 'options']);
      const code = (said.code && this.nodes.text(said.code)) ?? '';
      if (said.code && (!XML_NAME.test(code) || reserved.test(code) || /^xml/i.test(code)))
        this.nodes.fault(
          said.code,
          say(
            `ADX cannot name a category “${code}”: a code of letters, digits, _ and -, that begins with a letter and is no word of ADX. Give the category another code in DHIS2, or leave it out here: then combinations are named.`,
            `O ADX não pode nomear uma categoria «${code}»: um código de letras, dígitos, _ e -, que comece por uma letra e não seja palavra do ADX. Dê outro código à categoria no DHIS2, ou omita-a aqui: então nomeiam-se as combinações.`,
          ),
        );
      if (key === PLACE)
        this.nodes.fault(where, say('Places are organisation units.', 'Os lugares são unidades organizacionais.'));
      const options = new Map<string, string>();
      for (const option of said.options ? this.nodes.entries(said.options, words.options) : []) {
        const id = this.nodes.text(option.value, option.at);
        if (id !== null) options.set(option.key, id);
      }
      found.set(key, { code, options });
    }
    return found;
  }

  private dataSets(
    at: Part,
    schemes: Schemes,
    combo: string,
    places: Pick<Mapping, 'country' | 'orgUnits'>,
  ): readonly DataSet[] {
    if (at === undefined) return [];
    const { nodes } = this;
    const seen = new Set<string>();
    return nodes.list(at, words.dataSets).map((one) => {
      const said = nodes.fields(one, words.dataSets, fieldsOf.dataSet, ['id', 'periodType', 'indicators']);
      const id = (said.id && idIn(nodes, said.id, schemes.dataSets)) ?? '';
      if (seen.has(id) && id !== '')
        nodes.fault(
          said.id,
          say(
            'The data set stands there twice: put its indicators into one.',
            'O conjunto de dados aparece duas vezes: junte os seus indicadores num só.',
          ),
        );
      seen.add(id);
      if (said.name) nodes.text(said.name);
      const entries = new Entries(nodes, schemes, places);
      return {
        ...{ line: nodes.lineOf(one), id },
        periodType: said.periodType ? nodes.oneOf(said.periodType, dhis2PeriodTypes as [string]) : '',
        complete: nodes.oneOf(said.complete, ['false', 'true']) === 'true',
        rounded: nodes.oneOf(said.rounded, ['false', 'true']) === 'true',
        attributeOptionCombo:
          said.attributeOptionCombo === undefined
            ? combo
            : this.combo(said.attributeOptionCombo, schemes.categoryOptionCombos),
        entries: said.indicators
          ? nodes.list(said.indicators, words.indicators).map((entry) => entries.read(entry))
          : [],
      };
    });
  }
}

function isPlace(key: string, country: string): boolean {
  return (
    key === country || key === NOT_KNOWN || zones.includes(key) || new RegExp(`^${country}-[A-Z0-9]{1,3}$`).test(key)
  );
}

const noPlace = (key: string, country: string) =>
  say(
    `“${key}” is no place that ${country} is published by. Here may stand ${country} itself, its provinces (such as ${country}-XX) or zones (${zones.join(', ')}), and ${NOT_KNOWN}; what is below leaves no country.`,
    `«${key}» não é um lugar por que se publique ${country}. Aqui podem estar o próprio ${country}, as suas províncias (como ${country}-XX) ou zonas (${zones.join(', ')}), e ${NOT_KNOWN}; o que fica abaixo não sai de nenhum país.`,
  );
