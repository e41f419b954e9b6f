/** The id by which commands and "skip" links find the box. */
export const searchBoxId = 'search-box'
