/** A list of JSON values in pieces, a line each, between two texts. */
export function* jsonLines(before: string, values: Iterable<unknown>, after: string): Generator<string> {
  yield before
  let separator = '\n'
  for (const value of values) {
    yield `${separator}${JSON.stringify(value)}`
    separator = ',\n'
  }
  yield `\n${after}\n`
}
