interface Deferred {
  readonly promise: Promise<void>
  readonly resolve: () => void
}

/** A promise that the test keeps when it chooses. */
export function aPromise(): Deferred {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((keep) => (resolve = keep))
  return { promise, resolve }
}
