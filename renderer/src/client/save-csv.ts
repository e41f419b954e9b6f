/** Hands a table to the person as a file. */
export function saveCsv(name: string, parts: readonly string[]): void {
  // Spreadsheets take a file without this mark for one in the encoding of their system.
  const address = URL.createObjectURL(new Blob(['\uFEFF', ...parts], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
