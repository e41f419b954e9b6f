/** A promise that a text makes, with its words, as UTF-16 offsets into the text. */
export interface CommitmentReading {
  readonly text: string
  readonly start: number
  readonly end: number
  /** By when, as EDTF; empty where the text does not say. */
  readonly due: string
  readonly confidence: number
}
