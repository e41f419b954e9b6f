const ownErrors =
  /^(FormatError|InvalidPDFException|PasswordException|UnknownErrorException|ResponseException|AbortException|XRefEntryException|XRefParseException|MissingDataException|ParserEOFException|BaseException)$/

let guarded = 0

function isOfReader(reason: unknown): boolean {
  if (typeof reason !== 'object' || reason === null) return false
  const { name, stack } = reason as { name?: unknown; stack?: unknown }
  return ownErrors.test(String(name)) || /pdf(\.worker)?\.m?js/.test(String(stack))
}

function onStray(reason: unknown): void {
  // Whatever is not of the reader of PDFs stays what it was: an end of the process.
  if (!isOfReader(reason)) throw reason
}

/**
 * Runs the reading of a PDF. pdf.js fetches pages ahead of their use; where such a page is broken and never asked for, nobody waits
 * for the promise that fails, and Node would end the whole process for it. The failure itself shows when the page is asked for.
 */
export async function withStrayFailures<Result>(read: () => Promise<Result>): Promise<Result> {
  if (guarded++ === 0) process.on('unhandledRejection', onStray)
  try {
    return await read()
  } finally {
    // Node reports a stray failure after the tasks that are waiting already.
    setImmediate(() => {
      if (--guarded === 0) process.off('unhandledRejection', onStray)
    })
  }
}
