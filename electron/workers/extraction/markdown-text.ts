import { marked } from 'marked'
import { decodeText } from './character-encoding.ts'
import type { ExtractedText, FileMetadata } from './extracted.ts'
import { textOfHtml } from './html-text.ts'
import { isoDay, metadataOf } from './metadata.ts'
import { emptyFile } from './refusals.ts'
import { pagesOf } from './text-cleanup.ts'

interface SplitMarkdown {
  readonly body: string
  readonly fields: ReadonlyMap<string, string>
}

function unquoted(value: string): string {
  const match = /^(["'])(.*)\1$/.exec(value.trim())
  return match?.[2] ?? value.trim()
}

/** Takes a block of `name: value` lines between two lines of `---` off the head of the text. */
function splitFrontMatter(text: string): SplitMarkdown {
  const match = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const block = match?.[1]
  const lines = block?.split('\n') ?? []
  // Between two rules there may be text as well; front matter opens with a field.
  if (match === null || !/^[\w-]+\s*:(\s|$)/.test(lines[0] ?? '')) return { body: text, fields: new Map() }
  const fields = new Map<string, string>()
  for (const line of lines) {
    const field = /^([\w-]+)\s*:\s+(.*)$/.exec(line)
    if (field !== null) fields.set((field[1] ?? '').toLowerCase(), unquoted(field[2] ?? ''))
  }
  return { body: text.slice(match[0].length), fields }
}

function firstHeading(body: string): string | undefined {
  const heading = marked.lexer(body.slice(0, 20_000)).find((token) => token.type === 'heading')
  if (heading?.type !== 'heading' || heading['depth'] !== 1) return undefined
  return textOfHtml(marked.parse(heading.raw, { async: false })).trim()
}

function metadataIn({ body, fields }: SplitMarkdown): FileMetadata {
  const title = fields.get('title')
  const issued = isoDay(fields.get('date'))
  return metadataOf({
    title: title ?? firstHeading(body),
    titleField: title === undefined ? 'md:heading' : 'md:title',
    author: fields.get('author'),
    issued,
    issuedField: 'md:date',
    language: fields.get('lang') ?? fields.get('language'),
  })
}

/** Reads a Markdown text as its reader sees it, without its marks. Throws a Refusal when there is no text. */
export function extractMarkdown(bytes: Uint8Array): ExtractedText {
  const { text, encoding } = decodeText(bytes)
  const split = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  // Many writers leave out the space after the marks of a heading.
  const body = split.body.replace(/^(#{2,6})(?=[^\s#])/gm, '$1 ')
  const pages = pagesOf(textOfHtml(marked.parse(body, { async: false, breaks: true })))
  if (pages.every((page) => page.text === '')) throw emptyFile()
  return { mediaType: 'text/markdown', extension: 'md', encoding, pages, metadata: metadataIn(split) }
}
