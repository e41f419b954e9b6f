import type { ReactNode } from 'react'
import { RedactionsDialog } from '../features/access/RedactionsDialog.tsx'
import { RestrictDialog } from '../features/access/RestrictDialog.tsx'
import { RegisterDialog } from '../features/agreements/RegisterDialog.tsx'
import { AboutDialog } from '../features/settings/AboutDialog.tsx'
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx'
import { ShortcutsDialog } from '../features/settings/ShortcutsDialog.tsx'
import { ExportDialog } from '../features/exporting/ExportDialog.tsx'
import { HistoryDialog } from '../features/history/HistoryDialog.tsx'
import { ImportDialog } from '../features/importing/ImportDialog.tsx'
import { ImportsDialog } from '../features/importing/ImportsDialog.tsx'
import { LaneDialog } from '../features/lane/LaneDialog.tsx'
import { ManyQueriesDialog } from '../features/many/ManyQueriesDialog.tsx'
import { NamesDialog } from '../features/names/NamesDialog.tsx'
import { PreservationDialog } from '../features/preservation/PreservationDialog.tsx'
import { RulesDialog } from '../features/rules/RulesDialog.tsx'
import { CollectionDialog, PutInCollectionDialog } from '../features/saved/CollectionDialogs.tsx'
import { SaveSearchDialog } from '../features/saved/SaveSearchDialog.tsx'
import { ThesaurusDialog } from '../features/thesaurus/ThesaurusDialog.tsx'
import { RemoveDialog } from '../features/results/RemoveDialog.tsx'
import { MoveTagDialog, RemoveTagDialog, RenameTagDialog, TagDocumentsDialog } from '../features/tags/TagDialogs.tsx'
import { openDialog, useWorkspace, useWorkspaceStore } from './workspace.ts'

/** The dialog that is open, if any. */
export function Dialogs(): ReactNode {
  const store = useWorkspaceStore()
  const dialog = useWorkspace((workspace) => workspace.dialog)
  const onClose = (): void => openDialog(store, undefined)
  switch (dialog?.type) {
    case undefined:
      return null
    case 'import':
      return <ImportDialog dialog={dialog} onClose={onClose} />
    case 'export':
      return <ExportDialog dialog={dialog} onClose={onClose} />
    case 'tag':
      return <TagDocumentsDialog dialog={dialog} onClose={onClose} />
    case 'remove':
      return <RemoveDialog dialog={dialog} onClose={onClose} />
    case 'restrict':
      return <RestrictDialog dialog={dialog} onClose={onClose} />
    case 'redactions':
      return <RedactionsDialog onClose={onClose} />
    case 'register':
      return <RegisterDialog agreement={dialog.agreement} onClose={onClose} />
    case 'save-search':
      return <SaveSearchDialog search={dialog.search} onClose={onClose} />
    case 'collection':
      return <CollectionDialog collection={dialog.collection} onClose={onClose} />
    case 'put-in-collection':
      return <PutInCollectionDialog dialog={dialog} onClose={onClose} />
    case 'thesaurus':
      return <ThesaurusDialog onClose={onClose} />
    case 'many':
      return <ManyQueriesDialog onClose={onClose} />
    case 'lane':
      return <LaneDialog onClose={onClose} />
    case 'names':
      return <NamesDialog onClose={onClose} />
    case 'rules':
      return <RulesDialog onClose={onClose} />
    case 'rename-tag':
      return <RenameTagDialog path={dialog.path} onClose={onClose} />
    case 'move-tag':
      return <MoveTagDialog path={dialog.path} onClose={onClose} />
    case 'remove-tag':
      return <RemoveTagDialog path={dialog.path} onClose={onClose} />
    case 'history':
      return <HistoryDialog onClose={onClose} />
    case 'imports':
      return <ImportsDialog onClose={onClose} />
    case 'keeping':
      return <PreservationDialog onClose={onClose} />
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'about':
      return <AboutDialog onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
  }
}
