/** Bytes that grow. Numbers are written seven bits to a byte, the lowest first; the eighth says that more follow. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    grown.set(this.#bytes)
    this.#bytes = grown
  }

  /** Writes a whole number from 0 up to 2 ** 31. */
  putNumber(value: number): void {
    this.#reserve(5)
    let rest = value
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  /** Copies bytes from `start` to `end` of another array. */
  putBytes(source: Uint8Array, start = 0, end = source.length): void {
    this.#reserve(end - start)
    for (let at = start; at < end; at++) this.#bytes[this.#length++] = source[at] ?? 0
  }

  /** What was written, copied. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** Reads what a `ByteWriter` wrote. Past the end every number is 0. */
export class ByteReader {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length
  }

  number(): number {
    const bytes = this.#bytes
    let byte = bytes[this.at++] ?? 0
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    return value
  }

  /** Passes over so many numbers. */
  skip(numbers: number): void {
    const bytes = this.#bytes
    let { at } = this
    for (let left = numbers; left > 0 && at < bytes.length; at++) if ((bytes[at] ?? 0) < 0x80) left--
    this.at = at
  }
}
