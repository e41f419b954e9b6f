type Numbers = Uint32Array<ArrayBuffer>

function grown(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers
  // By half: a list of a million that is doubled for one more would stand half empty.
  const larger = new Uint32Array(Math.max(1024, length, numbers.length + (numbers.length >>> 1)))
  larger.set(numbers)
  return larger
}

/**
 * Many lists of numbers, most of them of one, in four arrays: eight bytes an item, and no object. Each item knows the one that was
 * added before it, so that a list is gone through from its newest item to its oldest.
 */
export class ChainedLists {
  #values: Numbers = new Uint32Array(1024)
  #before: Numbers = new Uint32Array(1024)
  /** By list: its newest item, and how many it has. */
  #newest: Numbers = new Uint32Array(1024)
  #lengths: Numbers = new Uint32Array(1024)
  /** The next free place; 0 stands for the end of a list. */
  #next = 1

  /** Adds a value to a list; lists are numbered from 0 and need not be made. */
  add(list: number, value: number): void {
    this.#values = grown(this.#values, this.#next + 1)
    this.#before = grown(this.#before, this.#next + 1)
    this.#newest = grown(this.#newest, list + 1)
    this.#lengths = grown(this.#lengths, list + 1)
    this.#values[this.#next] = value
    this.#before[this.#next] = this.#newest[list] ?? 0
    this.#newest[list] = this.#next++
    this.#lengths[list] = (this.#lengths[list] ?? 0) + 1
  }

  lengthOf(list: number): number {
    return this.#lengths[list] ?? 0
  }

  /** The place of the newest item of a list; 0 for an empty one. */
  firstOf(list: number): number {
    return this.#newest[list] ?? 0
  }

  /** The place of the item after this one; 0 after the last. */
  after(place: number): number {
    return this.#before[place] ?? 0
  }

  valueAt(place: number): number {
    return this.#values[place] ?? 0
  }
}
