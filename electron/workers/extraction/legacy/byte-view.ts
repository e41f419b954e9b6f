/** Numbers out of a binary structure. Places beyond its end read as zero, so that a cut file never throws while it is looked over. */
export class ByteView {
  readonly bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  byte(at: number): number {
    return this.bytes[at] ?? 0
  }

  word(at: number): number {
    return this.byte(at) | (this.byte(at + 1) << 8)
  }

  long(at: number): number {
    return (this.word(at) | (this.word(at + 2) << 16)) >>> 0
  }

  part(from: number, length: number): ByteView {
    return new ByteView(this.bytes.subarray(Math.min(from, this.length), Math.min(from + length, this.length)))
  }
}
