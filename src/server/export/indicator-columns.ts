/** A table of indicators in columns: what each value is of stands in two columns for each dimension, code and label. */
import { getArgumentValues } from 'graphql';
import type { TableAsked } from '../../domain/indicator/table/asked';
import type { Cell } from '../../exchange/export/column';
import { tagOfDimension } from '../../exchange/export/hxl';
import type { Answered, RowColumn, Spread } from '../../execution/export/columns';
import { selectedFields, type Selected } from '../../execution/selection';
import type { ReadDocument } from './read-document';

interface Code {
  readonly dimension: string;
}

/** Whose fields lead to columns, and how each is called after the dimension. */
const parts: Readonly<Record<string, { readonly suffix: string; readonly tag: 'code' | 'name' }>> = {
  code: { suffix: '', tag: 'code' },
  label: { suffix: 'Label', tag: 'name' },
};

export class IndicatorColumns {
  private readonly dimensions: readonly string[];

  constructor(private readonly read: ReadDocument) {
    this.dimensions = dimensionsOf(read);
  }

  get spread(): Spread {
    return { 'IndicatorRow.dimensions': (selected) => this.columns(selected) };
  }

  private columns({ key, nodes }: Selected): readonly RowColumn[] {
    const asked = [...selectedFields(this.read.walk, 'IndicatorCode', nodes).values()];
    return this.dimensions.flatMap((dimension, at) =>
      asked.flatMap(({ key: inner, name }): RowColumn[] => {
        const part = parts[name];
        if (!part) return [];
        return [
          {
            name: `${nameOf(dimension)}${part.suffix}`,
            field: `dimensions.${dimension}.${name}`,
            kind: 'text',
            tag: tagOfDimension(dimension, part.tag),
            of: (row) => codeIn(row[key], at, inner),
          },
        ];
      }),
    );
  }
}

/** `PERPETRATOR_CATEGORY` as a field would be called. */
const nameOf = (dimension: string): string =>
  dimension.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** What a country does not tell by a dimension has no codes. */
function codeIn(codes: unknown, at: number, key: string): Cell {
  const code = (codes as readonly (Answered & Code)[])[at];
  return (code?.[key] as Cell | undefined) ?? null;
}

/** In the order of `by`; what is narrowed to one province or organisation is told by it. */
const dimensionsOf = (read: ReadDocument): readonly string[] => [...new Set(tableAsked(read).by ?? [])];

/** What the table is asked for. */
export function tableAsked({ walk, field }: ReadDocument): TableAsked {
  const definition = walk.schema.getQueryType()?.getFields()[field.name.value];
  if (!definition) throw new Error(`there is no query ${field.name.value}`);
  const { input } = getArgumentValues(definition, field, walk.variableValues) as { readonly input: TableAsked };
  return input;
}
