const storageKey = 'chancery-token'

/**
 * The token that the web host put into the fragment of its address. It is read once, kept for this tab and taken out of the
 * address, so that it is neither bookmarked nor seen over a shoulder.
 */
export function takeToken(): string {
  const fragment = new URLSearchParams(window.location.hash.slice(1))
  const given = fragment.get('token')
  if (given !== null) {
    sessionStorage.setItem(storageKey, given)
    window.history.replaceState(null, '', window.location.pathname + window.location.search)
  }
  return sessionStorage.getItem(storageKey) ?? ''
}
