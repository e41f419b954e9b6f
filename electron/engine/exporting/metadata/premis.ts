import type { WrittenFile } from '../package-writer.ts'
import { type DescriptionWriter, type PackageItem, encodePath } from './package-contents.ts'
import { element, textElement, xmlDeclaration } from './xml.ts'

const identifier = (of: 'object' | 'event' | 'agent', value: string): string =>
  element(`${of}Identifier`, [textElement(`${of}IdentifierType`, 'local'), textElement(`${of}IdentifierValue`, value)])

const linking = (of: 'Event' | 'Agent' | 'Object', value: string): string =>
  element(`linking${of}Identifier`, [
    textElement(`linking${of}IdentifierType`, 'local'),
    textElement(`linking${of}IdentifierValue`, value),
  ])

const agent = 'chancery'

const fixity = (algorithm: string, digest: string): string =>
  element('fixity', [
    textElement('messageDigestAlgorithm', algorithm),
    textElement('messageDigest', digest),
    textElement('messageDigestOriginator', 'Chancery'),
  ])

interface FileObject {
  readonly id: string
  readonly file: WrittenFile
  readonly mediaType: string
  readonly originalName: string
  readonly events: readonly string[]
  readonly derivedFrom?: string
}

function fileObject({ id, file, mediaType, originalName, events, derivedFrom }: FileObject): string {
  const relationship =
    derivedFrom === undefined
      ? ''
      : element('relationship', [
          textElement('relationshipType', 'derivation'),
          textElement('relationshipSubType', 'has source'),
          element('relatedObjectIdentifier', [
            textElement('relatedObjectIdentifierType', 'local'),
            textElement('relatedObjectIdentifierValue', derivedFrom),
          ]),
        ])
  const children = [
    identifier('object', id),
    element('objectCharacteristics', [
      fixity('SHA-256', file.sha256),
      fixity('SHA-512', file.sha512),
      `<size>${file.bytes}</size>`,
      element('format', [element('formatDesignation', [textElement('formatName', mediaType)])]),
    ]),
    textElement('originalName', originalName),
    element('storage', [
      element('contentLocation', [
        textElement('contentLocationType', 'path in the bag'),
        textElement('contentLocationValue', encodePath(file.name)),
      ]),
    ]),
    relationship,
    ...events.map((event) => linking('Event', event)),
  ]
  return `${element('object', children, { 'xsi:type': 'file' })}\n`
}

interface PremisEvent {
  readonly id: string
  readonly type: string
  readonly at: Date
  readonly detail: string
  readonly outcome: 'success' | 'failure'
  readonly object: string
}

function event({ id, type, at, detail, outcome, object }: PremisEvent): string {
  const children = [
    identifier('event', id),
    textElement('eventType', type),
    textElement('eventDateTime', at.toISOString()),
    element('eventDetailInformation', [textElement('eventDetail', detail)]),
    element('eventOutcomeInformation', [textElement('eventOutcome', outcome)]),
    linking('Agent', agent),
    linking('Object', object),
  ]
  return `${element('event', children)}\n`
}

const ingestionOf = ({ record }: PackageItem): string => `${record.id}-ingestion`
const fixityCheckOf = ({ record }: PackageItem): string => `${record.id}-fixity`

function* objectsOf(item: PackageItem): Generator<string> {
  const { record, original, text } = item
  if (original !== undefined)
    yield fileObject({
      ...{ id: record.id, file: original, mediaType: record.file.mediaType, originalName: record.file.name },
      events: [ingestionOf(item), fixityCheckOf(item)],
    })
  yield fileObject({
    ...{ id: `${record.id}-text`, file: text, mediaType: 'text/plain', originalName: `${record.file.name}.txt` },
    events: [],
    ...(original === undefined ? {} : { derivedFrom: record.id }),
  })
}

function* eventsOf(item: PackageItem, date: Date): Generator<string> {
  const { record, original } = item
  if (original === undefined) return
  yield event({
    ...{ id: ingestionOf(item), type: 'ingestion', at: new Date(record.importedAt), object: record.id },
    ...{ detail: `Imported; SHA-256 ${record.file.sha256}`, outcome: 'success' },
  })
  const isSame = original.sha256 === record.file.sha256
  yield event({
    ...{ id: fixityCheckOf(item), type: 'fixity check', at: date, object: record.id },
    detail: 'SHA-256 of the exported bytes compared with that of the import',
    outcome: isSame ? 'success' : 'failure',
  })
}

/**
 * `premis.xml`: PREMIS 3 objects with fixity, the events of import and of the check at export, and the program as agent. A
 * document whose original is missing has its text alone.
 */
export const writePremis: DescriptionWriter = function* ({ items, date }) {
  yield xmlDeclaration
  yield '<premis xmlns="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0">\n'
  for (const item of items) yield* objectsOf(item)
  for (const item of items) yield* eventsOf(item, date)
  yield element('agent', [
    identifier('agent', agent),
    textElement('agentName', 'Chancery'),
    textElement('agentType', 'software'),
  ])
  yield '\n</premis>\n'
}
