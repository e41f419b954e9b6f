import { FileDown } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { openDialog, useWorkspaceStore } from '../../app/workspace.ts'
import { useClient } from '../../client/use-client.ts'
import styles from './Importing.module.css'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Files dropped anywhere on the window are offered for import. */
export function DropArea({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const store = useWorkspaceStore()
  const { fail } = useActs()
  const [isOver, setIsOver] = useState(false)
  // Every element on the way fires its own enter and leave; the window is left when as many of each have come.
  const depth = useRef(0)
  const leave = (): void => {
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setIsOver(false)
  }
  const drop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    depth.current = 0
    setIsOver(false)
    client
      .readDrop(event.dataTransfer)
      .then((files) => {
        if (files.length > 0) openDialog(store, { type: 'import', files })
      })
      .catch(fail)
  }
  return (
    <div
      className={styles.area}
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return
        depth.current += 1
        setIsOver(true)
      }}
      onDragOver={(event) => {
        if (holdsFiles(event)) event.preventDefault()
      }}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className={styles.overlay} aria-hidden>
          <FileDown size={40} strokeWidth={1.25} />
          <p>{t('importing.dropHere')}</p>
        </div>
      )}
    </div>
  )
}
