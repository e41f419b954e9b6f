import { type DomElement, parseXml } from '../dom.ts'
import type { FileMetadata } from '../extracted.ts'
import { isNoTitle, metadataOf } from '../metadata.ts'
import type { ZipMembers } from '../zip-members.ts'

/** A part of an Office file as XML; undefined where there is none. */
export async function partOf(zip: ZipMembers, name: string): Promise<DomElement | undefined> {
  const content = await zip.read(name)
  return content === undefined ? undefined : parseXml(Buffer.from(content).toString('utf8'))
}

/** Elements below a node by their name with its prefix, in order. */
export function elementsNamed(node: DomElement, name: string): DomElement[] {
  return [...node.querySelectorAll('*')].filter((element) => element.nodeName === name)
}

/** What a part refers to, by the id of the reference: targets as names of members. */
export async function relationsOf(zip: ZipMembers, part: string): Promise<ReadonlyMap<string, string>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = await partOf(zip, `${folder}_rels/${part.slice(folder.length)}.rels`)
  const found = new Map<string, string>()
  for (const relation of relations === undefined ? [] : elementsNamed(relations, 'Relationship')) {
    const target = relation.getAttribute('Target') ?? ''
    const steps = (target.startsWith('/') ? target.slice(1) : folder + target).split('/')
    const resolved: string[] = []
    for (const step of steps) {
      if (step === '..') resolved.pop()
      else if (step !== '.') resolved.push(step)
    }
    found.set(relation.getAttribute('Id') ?? '', resolved.join('/'))
  }
  return found
}

/** Title, author and language that an Office file states of itself. */
export async function officeMetadata(zip: ZipMembers, format: string): Promise<FileMetadata> {
  const core = await partOf(zip, 'docProps/core.xml')
  if (core === undefined) return {}
  const field = (name: string): string | undefined => elementsNamed(core, name)[0]?.textContent ?? undefined
  const title = field('dc:title')?.trim() ?? ''
  return metadataOf({
    title: isNoTitle(title) ? undefined : title,
    titleField: `${format}:dc:title`,
    author: field('dc:creator'),
    language: field('dc:language'),
  })
}
