/** What a heading is by itself: the path of a field, its name alone, or its description. */
import type { Input } from '../../model/input';
import { foldedText } from '../../model/text-key';
import { pathOf, placeAt, placesIn, type Place } from './paths';
import { EXTERNAL_ID } from './mapping';

/** A text without case, accents and signs: how headings and labels are held against each other. */
export const loosened = (text: string): string => foldedText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** As `loosened`, with blanks kept as one. */
export const folded = (text: string): string => foldedText(text.normalize('NFC')).replace(/\s+/g, ' ').trim();

/** Also what people call it. */
const EXTERNAL_IDS = new Set([EXTERNAL_ID, 'External id', 'Id externo', 'Identificador externo'].map(loosened));

export class Headings {
  /** Null: several fields are called so. */
  private readonly named = new Map<string, Place | null>();

  constructor(private readonly input: Input) {
    const places = placesIn(input);
    for (const place of places) {
      this.add(pathOf(place.steps.filter((step) => typeof step === 'string')), place);
      this.add(place.field.name, place);
      this.add(place.field.description, place);
    }
  }

  private add(name: string, place: Place): void {
    const key = loosened(name);
    const known = this.named.get(key);
    // A path is one place even where it is another's name too: `status` of the record before that of a part.
    if (known === undefined) this.named.set(key, place);
    else if (known && pathOf(known.steps) !== pathOf(place.steps)) {
      if (known.steps.length > 1 && place.steps.length > 1) this.named.set(key, null);
      else if (place.steps.length === 1) this.named.set(key, place);
    }
  }

  /** The field that is called so; null where there is none, or more than one. */
  placeOf(heading: string): Place | null {
    return placeAt(this.input, heading) ?? this.named.get(loosened(heading)) ?? null;
  }

  isExternalId(heading: string): boolean {
    return EXTERNAL_IDS.has(loosened(heading));
  }
}
