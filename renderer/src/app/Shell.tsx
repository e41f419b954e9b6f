import { useState, type ReactNode } from 'react'
import type { ArchiveSummary } from '../client/client.ts'
import { DropArea } from '../features/importing/DropArea.tsx'
import { ImportStrip } from '../features/importing/ImportStrip.tsx'
import { ReaderPane } from '../features/reader/ReaderPane.tsx'
import { ResultsPane } from '../features/results/ResultsPane.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { Panes } from '../ui/Panes.tsx'
import { FailedState } from '../ui/States.tsx'
import { Dialogs } from './Dialogs.tsx'
import styles from './Shell.module.css'
import { SidePane } from './SidePane.tsx'
import { TopBar } from './TopBar.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useWorkspace } from './workspace.ts'

/** A pane that fails alone. */
function Guarded({ part }: { readonly part: ReactNode }): ReactNode {
  return <Boundary fallback={(error, retry) => <FailedState error={error} onRetry={retry} />}>{part}</Boundary>
}

/** The working window of an open archive: tags and filters, results, reader. */
export function Shell({ archive }: { readonly archive: ArchiveSummary }): ReactNode {
  useShortcuts()
  const [showsSide, setShowsSide] = useState(true)
  const reading = useWorkspace((workspace) => workspace.reading && workspace.documentId !== undefined)
  return (
    <DropArea>
      <div className={styles.shell}>
        <TopBar archive={archive} />
        <Panes
          side={<Guarded part={<SidePane />} />}
          list={
            <Guarded
              part={<ResultsPane showsSide={showsSide} onToggleSide={() => setShowsSide((shown) => !shown)} />}
            />
          }
          detail={<Guarded part={<ReaderPane />} />}
          showsSide={showsSide}
          detailOnly={reading}
        />
        <ImportStrip />
      </div>
      <Dialogs />
    </DropArea>
  )
}
