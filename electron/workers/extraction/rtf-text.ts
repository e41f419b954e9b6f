import iconv from 'iconv-lite'
import type { ExtractedText } from './extracted.ts'
import { isNoTitle, metadataOf } from './metadata.ts'
import { emptyFile } from './refusals.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'
import { pagesOf } from './text-cleanup.ts'

/** The code pages of the values of `\fcharset`. */
const codePages: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

/** Groups whose content is not part of the running text. */
const skippedGroups = new Set(
  (
    'colortbl stylesheet info pict object fldinst header headerl headerr headerf footer footerl footerr footerf annotation ' +
    'atnid atnauthor listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore xmlnstbl ' +
    'latentstyles filetbl nonshppict ftnsep ftnsepc aftnsep aftnsepc tc xe template operator bkmkstart bkmkend mmathPr'
  ).split(' '),
)
/** Groups marked as ignorable which hold text all the same. */
const keptIgnorable = new Set(['shpinst', 'shptxt', 'footnote', 'ud'])

const characters: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  row: '\n',
  nestrow: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}
const symbols: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n\n',
  '\r': '\n\n',
}

type Destination = 'body' | 'skip' | 'fonts' | 'info' | 'title' | 'author'

interface GroupState {
  destination: Destination
  font: number
  /** How many characters after a `\u` only repeat it for older readers. */
  skipAfterUnicode: number
  isHidden: boolean
  isInTable: boolean
  opensFootnote: boolean
}

const deepestGroup = 10_000

function hasControlWord(rest: Uint8Array): boolean {
  return /\\(par|pard|plain|u-?\d|f\d|'[\da-f]{2})/i.test(Buffer.from(rest).toString('latin1'))
}

class RtfReader {
  readonly #source: Uint8Array
  readonly #fonts = new Map<number, string>()
  readonly #texts: Record<'body' | 'title' | 'author', string[]> = { body: [], title: [], author: [] }
  #stack: GroupState[] = []
  #state: GroupState = {
    destination: 'body',
    font: -1,
    skipAfterUnicode: 1,
    isHidden: false,
    isInTable: false,
    opensFootnote: false,
  }
  #codePage = 'windows-1252'
  #defaultFont = 0
  #toSkip = 0
  #isIgnorable = false
  #isEnded = false
  #pending: number[] = []

  constructor(source: Uint8Array) {
    this.#source = source
  }

  read(): { body: string; title: string; author: string } {
    for (const token of rtfTokens(this.#source)) {
      if (this.#isEnded) break
      this.#take(token)
    }
    this.#flush()
    const { body, title, author } = this.#texts
    return { body: body.join('').replace(/\t\n/g, '\n'), title: title.join(''), author: author.join('') }
  }

  #take(token: RtfToken): void {
    switch (token.type) {
      case 'open':
        this.#flush()
        this.#toSkip = 0
        this.#isIgnorable = false
        if (this.#stack.length < deepestGroup) this.#stack.push({ ...this.#state })
        return
      case 'close':
        this.#flush()
        this.#toSkip = 0
        this.#close(token.to)
        return
      case 'word':
        this.#word(token.name, token.value)
        return
      case 'symbol':
        this.#symbol(token.name)
        return
      case 'byte':
        if (this.#toSkip > 0) this.#toSkip--
        else this.#byte(token.value)
        return
      case 'bytes':
        this.#bytes(token.from, token.to)
    }
  }

  #close(end: number): void {
    const outer = this.#stack.pop()
    if (outer === undefined) return
    // Bytes after the last group are rubbish; but a brace too many in a broken file is not its end.
    if (this.#stack.length === 0) this.#isEnded = !hasControlWord(this.#source.subarray(end))
    if (this.#state.opensFootnote && !outer.opensFootnote) this.#write(']')
    this.#state = outer
  }

  #byte(value: number): void {
    if (this.#isWritten()) this.#pending.push(value)
  }

  #bytes(from: number, to: number): void {
    const skipped = Math.min(this.#toSkip, to - from)
    this.#toSkip -= skipped
    if (!this.#isWritten()) return
    for (let at = from + skipped; at < to; at++) this.#pending.push(this.#source[at] ?? 0)
  }

  #isWritten(): boolean {
    const { destination, isHidden } = this.#state
    return !isHidden && destination !== 'skip' && destination !== 'fonts' && destination !== 'info'
  }

  #flush(): void {
    if (this.#pending.length === 0) return
    const font = this.#state.font === -1 ? this.#defaultFont : this.#state.font
    const text = iconv.decode(Buffer.from(this.#pending), this.#fonts.get(font) ?? this.#codePage)
    this.#pending = []
    this.#write(text)
  }

  #write(text: string): void {
    const { destination } = this.#state
    if (!this.#isWritten() || destination === 'skip' || destination === 'fonts' || destination === 'info') return
    this.#texts[destination].push(text)
  }

  #symbol(name: string): void {
    if (name === '*') {
      this.#isIgnorable = true
      return
    }
    const text = symbols[name]
    if (text === undefined) return
    if (this.#toSkip > 0) {
      this.#toSkip--
      return
    }
    this.#flush()
    this.#write(text)
  }

  #word(name: string, value: number | undefined): void {
    this.#flush()
    if (this.#isIgnorable) {
      this.#isIgnorable = false
      if (!keptIgnorable.has(name)) this.#state.destination = 'skip'
    }
    if (this.#enterDestination(name)) return
    if (name === 'u') {
      const code = value ?? 0
      this.#write(String.fromCharCode(code < 0 ? code + 65_536 : code))
      this.#toSkip = this.#state.skipAfterUnicode
      return
    }
    const text = characters[name]
    if (text !== undefined) {
      this.#write(name === 'par' && this.#state.isInTable ? ' ' : text)
      return
    }
    this.#setProperty(name, value)
  }

  /** Whether the word began a group of its own. */
  #enterDestination(name: string): boolean {
    const state = this.#state
    if (name === 'fonttbl') state.destination = 'fonts'
    else if (name === 'info') state.destination = 'info'
    else if (state.destination === 'info' && (name === 'title' || name === 'author')) state.destination = name
    else if (state.destination === 'info') state.destination = 'skip'
    else if (skippedGroups.has(name)) state.destination = 'skip'
    else if (name === 'footnote') {
      state.opensFootnote = true
      this.#write(' [')
    } else return false
    return true
  }

  #setProperty(name: string, value: number | undefined): void {
    const state = this.#state
    if (name === 'f') state.font = value ?? 0
    else if (name === 'fcharset') this.#setCharset(value ?? 0)
    else if (name === 'deff') this.#defaultFont = value ?? 0
    else if (name === 'ansicpg') this.#setCodePage(value)
    else if (name === 'mac') this.#codePage = 'macintosh'
    else if (name === 'pc') this.#codePage = 'cp437'
    else if (name === 'pca') this.#codePage = 'cp850'
    else if (name === 'uc') state.skipAfterUnicode = Math.min(Math.max(value ?? 1, 0), 16)
    else if (name === 'v' || name === 'deleted') state.isHidden = value !== 0
    else if (name === 'plain') state.isHidden = false
    else if (name === 'pard') state.isInTable = false
    else if (name === 'intbl') state.isInTable = true
  }

  #setCharset(charset: number): void {
    const codePage = codePages[charset]
    if (this.#state.destination === 'fonts' && codePage !== undefined) this.#fonts.set(this.#state.font, codePage)
  }

  #setCodePage(value: number | undefined): void {
    const name = `cp${value ?? 1252}`
    if (value === 65_001) this.#codePage = 'utf-8'
    else if (iconv.encodingExists(name)) this.#codePage = name
  }
}

/** Reads an RTF text: body, tables and footnotes, without headers, comments, hidden and deleted text. */
export function extractRtf(bytes: Uint8Array): ExtractedText {
  const { body, title, author } = new RtfReader(bytes).read()
  const pages = pagesOf(body)
  if (pages.every((page) => page.text === '')) throw emptyFile()
  const metadata = metadataOf({ title: isNoTitle(title.trim()) ? undefined : title, titleField: 'rtf:title', author })
  return { mediaType: 'application/rtf', extension: 'rtf', pages, metadata }
}
