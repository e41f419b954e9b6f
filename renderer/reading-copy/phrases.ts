import { useEffect, useState } from 'react'
import type { ReadingContents, ReadingDocument } from '../../electron/contract/reading-copy.ts'
import { hasPhrase } from '../../electron/engine/language/reading-terms.ts'
import { forget, load, taken } from './archive.ts'
import type { Found } from './search.ts'

interface Looked {
  /** Documents that have every phrase, as far as they were looked at. */
  readonly confirmed: ReadonlySet<number>
  /** The share of the candidates that was looked at, from 0 to 1. */
  readonly share: number
}

const nothing: Looked = { confirmed: new Set(), share: 0 }

/** The texts of a file; it is let go again unless the reader had it before. */
async function textsOf(number: number): Promise<readonly (readonly string[])[]> {
  const wasThere = taken('texts', number) !== undefined
  const texts = await load('texts', number)
  if (!wasThere) forget('texts', number)
  return texts
}

/**
 * Looks for phrases in the texts of the documents that have their words, file by file. Answers `undefined` where there is no phrase;
 * what was confirmed so far comes in between. `onFailure` is told of a file that is not there.
 */
export function usePhrases(
  found: Found | undefined,
  { textsInFile }: ReadingContents,
  documents: readonly ReadingDocument[],
  onFailure: (file: string) => void,
): Looked | undefined {
  const [looked, setLooked] = useState<{ readonly of: Found; readonly state: Looked }>()
  const isAsked = found !== undefined && found.phrases.length > 0
  useEffect(() => {
    if (!isAsked) return
    let isOver = false
    const places = [...found.documents.keys()]
    const files = Map.groupBy(places, (place) => Math.floor(place / textsInFile))
    const look = async (): Promise<void> => {
      const confirmed = new Set<number>()
      let done = 0
      for (const [number, inFile] of files) {
        const texts = await textsOf(number)
        if (isOver) return
        for (const place of inFile) {
          const text = [documents[place]?.title ?? '', ...(texts[place % textsInFile] ?? [])].join('\n\n')
          if (found.phrases.every((phrase) => hasPhrase(text, phrase))) confirmed.add(place)
        }
        done += inFile.length
        setLooked({ of: found, state: { confirmed: new Set(confirmed), share: done / places.length } })
      }
    }
    look().catch((error: unknown) => onFailure((error as Error).message))
    return () => {
      isOver = true
    }
  }, [isAsked, found, textsInFile, documents, onFailure])
  if (!isAsked) return undefined
  if (found.documents.size === 0) return { ...nothing, share: 1 }
  return looked?.of === found ? looked.state : nothing
}
