/** What a data set takes of an indicator: which of its numbers, told by what, in which combinations. */
import { DEFAULT } from './data-value';
import type { Entry, Mapped, Mapping, Schemes, Target } from './mapping';
import type { Nodes, Part } from './mapping-nodes';
import { idIn, mappedIn } from './mapping-ids';
import * as texts from './mapping-texts';
import { measures, PLACE, type Measure } from './row';

const fieldsOf = {
  entry: ['indicator', 'by', ...measures, 'categoryOptionCombo', 'categoryOptionCombos'],
  target: ['dataElement', 'zeroIsSignificant'],
} as const;

export class Entries {
  constructor(
    private readonly nodes: Nodes,
    private readonly schemes: Schemes,
    private readonly places: Pick<Mapping, 'country' | 'orgUnits'>,
  ) {}

  read(at: Part): Entry {
    const { nodes } = this;
    const said = nodes.fields(at, texts.parts.indicator, fieldsOf.entry, ['indicator']);
    const by = this.by(said.by);
    this.assertPlaces(at, by);
    const targets = Object.fromEntries(
      measures.flatMap((measure) => (said[measure] ? [[measure, this.target(said[measure])] as const] : [])),
    ) as Partial<Record<Measure, Target>>;
    if (Object.keys(targets).length === 0) nodes.fault(at, texts.noTarget(measures));
    return {
      ...{ line: nodes.lineOf(at), by, targets },
      indicator: (said.indicator && nodes.text(said.indicator)) ?? '',
      ...this.combos(at, by, said.categoryOptionCombo, said.categoryOptionCombos),
    };
  }

  private by(at: Part): readonly string[] {
    if (at === undefined) return [];
    const { nodes } = this;
    const names = nodes.list(at, texts.parts.by).flatMap((one) => nodes.text(one) ?? []);
    if (new Set(names).size < names.length) nodes.fault(at, texts.dimensionTwice);
    return names;
  }

  private assertPlaces(at: Part, by: readonly string[]): void {
    const { country, orgUnits } = this.places;
    if (orgUnits.size === 0 || country === '') return;
    const needed = by.includes(PLACE) ? [...orgUnits.keys()].some((key) => key !== country) : orgUnits.has(country);
    if (needed) return;
    this.nodes.fault(at, by.includes(PLACE) ? texts.noUnitsBelow : texts.noUnitOfCountry(country));
  }

  private target(at: Part): Target {
    const { nodes } = this;
    const said = nodes.isMapping(at)
      ? nodes.fields(at, texts.parts.target, fieldsOf.target, ['dataElement'])
      : { dataElement: at };
    return {
      dataElement: (said.dataElement && idIn(nodes, said.dataElement, this.schemes.dataElements)) ?? '',
      zeroIsSignificant: nodes.oneOf(said.zeroIsSignificant, ['true', 'false']) === 'true',
    };
  }

  private combos(at: Part, by: readonly string[], one: Part, several: Part): Pick<Entry, 'combo' | 'combos'> {
    const { nodes, schemes } = this;
    const dimensions = by.filter((name) => name !== PLACE);
    const scheme = schemes.categoryOptionCombos;
    if (dimensions.length === 0 && several !== undefined) nodes.fault(several, texts.combosOfNothing);
    if (dimensions.length > 0 && (several === undefined || one !== undefined))
      nodes.fault(one ?? at, texts.noCombos(dimensions));
    const combo = one === undefined ? DEFAULT : (idIn(nodes, one, scheme, true) ?? DEFAULT);
    return {
      combo,
      combos: dimensions.length === 0 || several === undefined ? null : this.byCodes(several, dimensions),
    };
  }

  private byCodes(at: Part, dimensions: readonly string[]): ReadonlyMap<string, Mapped> {
    const { nodes, schemes } = this;
    const found = new Map<string, Mapped>();
    for (const { key, at: where, value } of nodes.entries(at, texts.parts.combos)) {
      const codes = key.split(',').map((code) => code.trim());
      if (codes.length !== dimensions.length) nodes.fault(where, texts.badCodes(key, dimensions));
      else if (found.has(codes.join(','))) nodes.fault(where, texts.codesTwice);
      else found.set(codes.join(','), mappedIn(nodes, value, where, schemes.categoryOptionCombos, true));
    }
    return found;
  }
}
