import { Files, FolderInput } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenDialog } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TagPills } from '../tags/TagDialogs.tsx'
import { TagField } from '../tags/TagField.tsx'
import styles from './Importing.module.css'
import { useImport } from './use-import.ts'

interface ImportDialogProps {
  readonly dialog: Extract<OpenDialog, { type: 'import' }>
  readonly onClose: () => void
}

/** Chooses what to import and the tags that all of it gets. */
export function ImportDialog({ dialog, onClose }: ImportDialogProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [tags, setTags] = useState<readonly string[]>([])
  const { sending, choose, send } = useImport()
  const { files } = dialog
  const count = files?.length ?? 0
  return (
    <Dialog title={t('importing.title')} onClose={onClose}>
      <p className={styles.explained}>{t('importing.explained')}</p>
      <TagField label={t('importing.tags')} except={tags} onChoose={(path) => setTags((chosen) => [...chosen, path])} />
      {tags.length > 0 && (
        <TagPills tags={tags} onRemove={(path) => setTags((chosen) => chosen.filter((tag) => tag !== path))} />
      )}
      {files === undefined ? (
        <div className={styles.choices}>
          <Button icon={FolderInput} isDisabled={sending} onPress={() => choose('folder', tags)}>
            {t('importing.folder')}
          </Button>
          <Button icon={Files} isDisabled={sending} onPress={() => choose('files', tags)}>
            {t('importing.files')}
          </Button>
        </div>
      ) : (
        <Button look="primary" size="large" isDisabled={sending} onPress={() => send(files, tags)}>
          {t('importing.dropped', { count, shown: number(count) })}
        </Button>
      )}
      {sending && <p role="status">{t('importing.sending')}</p>}
    </Dialog>
  )
}
