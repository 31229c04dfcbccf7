/** What a heading is by itself: the path of a field, or its description. */
import type { Input } from '../../model/input';
import { foldedText } from '../../model/text-key';
import { placeAt, placesIn, type Place } from './paths';
import { EXTERNAL_ID } from './mapping';

/** A text without case, accents and signs: how headings and labels are held against each other. */
export const loosened = (text: string): string => foldedText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** As `loosened`, with blanks kept as one. */
export const folded = (text: string): string => foldedText(text.normalize('NFC')).replace(/\s+/g, ' ').trim();

/** Also what people call it. */
const EXTERNAL_IDS = new Set([EXTERNAL_ID, 'External id', 'Id externo', 'Identificador externo'].map(loosened));

export class Headings {
  /** Null: several fields are described so. */
  private readonly described = new Map<string, Place | null>();

  constructor(private readonly input: Input) {
    for (const place of placesIn(input)) {
      const { description } = place.field;
      // One word says too little of what lies deep: a column “Name” is hardly that of the alleged perpetrator.
      if (place.steps.length > 1 && !/\S\s+\S/.test(description)) continue;
      const key = loosened(description);
      this.described.set(key, this.described.has(key) ? null : place);
    }
  }

  /** The field whose path it is; null where there is none. */
  pathed(heading: string): Place | null {
    return placeAt(this.input, heading);
  }

  /** The field whose path or description it is; null where there is none, or more than one. */
  placeOf(heading: string): Place | null {
    return this.pathed(heading) ?? this.described.get(loosened(heading)) ?? null;
  }

  isExternalId(heading: string): boolean {
    return EXTERNAL_IDS.has(loosened(heading));
  }
}
