/** Reads a mapping strictly: what is not understood is a fault with its line, and nothing of it is used. */
import { BadMapping, eachOnce } from './fault';
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
import * as texts from './mapping-texts';
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
    const said = nodes.fields(nodes.root, texts.parts.mapping, fieldsOf.mapping, ['country', 'orgUnits', 'dataSets']);
    const country = (said.country && nodes.text(said.country)) ?? '';
    if (said.country && !/^[A-Z]{2}$/.test(country)) nodes.fault(said.country, texts.noCountry);
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
    const said = at === undefined ? {} : this.nodes.fields(at, texts.parts.schemes, fieldsOf.schemes, []);
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
    for (const { key, at: where, value } of this.nodes.entries(at, texts.parts.orgUnits)) {
      if (country !== '' && !isPlace(key, country))
        this.nodes.fault(where, texts.noPlace(key, country, zones, NOT_KNOWN));
      else units.set(key, mappedIn(this.nodes, value, where, scheme));
    }
    const both =
      [...units.keys()].some((key) => zones.includes(key)) && [...units.keys()].some((key) => key.includes('-'));
    if (both) this.nodes.fault(at, texts.bothPlaces);
    return units;
  }

  private categories(at: Part): Mapping['categories'] {
    const found = new Map<string, Category>();
    if (at === undefined) return found;
    for (const { key, at: where, value } of this.nodes.entries(at, texts.parts.categories)) {
      const said = this.nodes.fields(value, texts.parts.categories, fieldsOf.category, ['code', 'options']);
      const code = (said.code && this.nodes.text(said.code)) ?? '';
      if (said.code && (!XML_NAME.test(code) || reserved.test(code) || /^xml/i.test(code)))
        this.nodes.fault(said.code, texts.noCategory(code));
      if (key === PLACE) this.nodes.fault(where, texts.placesAreUnits);
      const options = new Map<string, string>();
      for (const option of said.options ? this.nodes.entries(said.options, texts.parts.options) : []) {
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
    return nodes.list(at, texts.parts.dataSets).map((one) => {
      const said = nodes.fields(one, texts.parts.dataSets, fieldsOf.dataSet, ['id', 'periodType', 'indicators']);
      const id = (said.id && idIn(nodes, said.id, schemes.dataSets)) ?? '';
      if (seen.has(id) && id !== '') nodes.fault(said.id, texts.dataSetTwice);
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
          ? nodes.list(said.indicators, texts.parts.indicators).map((entry) => entries.read(entry))
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
