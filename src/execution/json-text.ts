/** Data that are JSON text already. */
export class JsonText {
  constructor(
    readonly text: string,
    /** Whether any root field is not null. */
    readonly hasData: boolean,
  ) {}

  /** For whoever serialises it without knowing. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
