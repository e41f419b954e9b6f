import iconv from 'iconv-lite'

/** The bytes of a text in an encoding, `windows-1256` for one; without a byte order mark. */
export function encode(text: string, encoding: string): Uint8Array {
  return iconv.encode(text, encoding, { addBOM: false })
}

/** An RTF text with this body, written in RTF; every character must be in Latin-1. */
export function makeRtf(body: string, head = '\\ansi\\ansicpg1252\\deff0'): Uint8Array {
  return Buffer.from(`{\\rtf1${head}{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset178 Arial;}}\n${body}}`, 'latin1')
}

interface MailContents {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** An Internet message with these header fields and this body. */
export function makeEml({ headers, body }: MailContents): Uint8Array {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${head.join('')}\r\n`), Buffer.from(body)])
}

/** A message of several parts, each given with its header fields. */
export function makeMultipart(headers: Readonly<Record<string, string>>, parts: readonly MailContents[]): Uint8Array {
  const border = 'part-of-the-message'
  const written = parts.map((part) => `--${border}\r\n${Buffer.from(makeEml(part)).toString('latin1')}\r\n`)
  const body = Buffer.from(`${written.join('')}--${border}--\r\n`, 'latin1')
  return makeEml({
    headers: { ...headers, 'MIME-Version': '1.0', 'Content-Type': `multipart/mixed; boundary="${border}"` },
    body,
  })
}
