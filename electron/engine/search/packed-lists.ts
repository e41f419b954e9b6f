/** A list of 32-bit numbers for each document, all in one array: lists that changed are written anew at its end. */
export class PackedLists {
  #values = new Int32Array(1024)
  #used = 0
  #starts = new Int32Array(0)
  #lengths = new Int32Array(0)

  #grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
    if (length <= array.length) return array
    const grown = new Int32Array(Math.max(1024, length, array.length * 2))
    grown.set(array)
    return grown
  }

  /** Gives a document a list, in place of the one that it had. */
  put(document: number, list: Int32Array): void {
    this.#values = this.#grown(this.#values, this.#used + list.length)
    this.#starts = this.#grown(this.#starts, document + 1)
    this.#lengths = this.#grown(this.#lengths, document + 1)
    this.#values.set(list, this.#used)
    this.#starts[document] = this.#used
    this.#lengths[document] = list.length
    this.#used += list.length
  }

  /** All lists; the one of a document lies from `startOf` to before `endOf`. */
  get values(): Int32Array {
    return this.#values
  }

  startOf(document: number): number {
    return this.#starts[document] ?? 0
  }

  endOf(document: number): number {
    return (this.#starts[document] ?? 0) + (this.#lengths[document] ?? 0)
  }
}
