import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from 'cytoscape'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Agreements.module.css'
import { type Agreement, RegisterTable, useAgreementTitle } from './RegisterTable.tsx'

/** A node for each party and each agreement, and an edge where one is party to the other. */
function elementsOf(agreements: readonly Agreement[], titleOf: (agreement: Agreement) => string): ElementDefinition[] {
  const parties = new Map<string, number>()
  for (const { parties: own } of agreements) for (const { name } of own) parties.set(name, (parties.get(name) ?? 0) + 1)
  return [
    ...Array.from(parties, ([name, count]) => ({
      data: { id: `party ${name}`, label: name, weight: count, type: 'party' },
    })),
    ...agreements
      .filter(({ parties: own }) => own.length > 0)
      .flatMap((agreement): ElementDefinition[] => [
        { data: { id: agreement.id, label: titleOf(agreement), weight: 1, type: 'agreement' } },
        ...agreement.parties.map(({ name }) => ({ data: { source: `party ${name}`, target: agreement.id } })),
      ]),
  ]
}

/** A colour of the page, as the drawing needs it. */
const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

function styleOf(): StylesheetJson {
  const font = { 'font-family': 'Noto Sans Variable, Noto Sans Arabic Variable, sans-serif', 'font-size': 11 }
  return [
    {
      selector: 'node',
      style: {
        ...{
          label: 'data(label)',
          color: colour('--text'),
          ...font,
          'text-wrap': 'ellipsis',
          'text-max-width': '140px',
        },
        ...{ 'text-valign': 'bottom', 'text-margin-y': 4, width: 12, height: 12 },
        'background-color': colour('--line-strong'),
      },
    },
    {
      selector: 'node[type = "party"]',
      style: { 'background-color': colour('--accent'), width: 26, height: 26, 'font-weight': 600, 'font-size': 13 },
    },
    { selector: 'edge', style: { width: 1, 'line-color': colour('--line-strong'), 'curve-style': 'straight' } },
  ]
}

interface PartyGraphProps {
  readonly agreements: readonly Agreement[]
  readonly onOpen: (id: string) => void
}

/** Parties and the agreements between them, drawn; below it the same as a table. */
export default function PartyGraph({ agreements, onOpen }: PartyGraphProps): ReactNode {
  const { t } = useTranslation()
  const area = useRef<HTMLDivElement>(null)
  const open = useEffectEvent(onOpen)
  const titleOf = useEffectEvent(useAgreementTitle())
  useEffect(() => {
    if (area.current === null) return undefined
    const graph: Core = cytoscape({
      ...{ container: area.current, elements: elementsOf(agreements, titleOf), style: styleOf() },
      layout: {
        name: 'cose',
        animate: false,
        randomize: false,
        nodeRepulsion: () => 90_000,
        idealEdgeLength: () => 90,
        padding: 30,
      },
      wheelSensitivity: 0.3,
      maxZoom: 1.3,
    })
    graph.on('tap', 'node[type = "agreement"]', (event) => {
      open((event.target as { id: () => string }).id())
    })
    return () => graph.destroy()
  }, [agreements])
  return (
    <>
      <div ref={area} className={styles.graph} role="img" aria-label={t('register.graphLabel')} />
      <RegisterTable agreements={agreements} onOpen={onOpen} />
    </>
  )
}
