import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContentSlot,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './ToastList.module.css'
import { useToasts } from './toasts.ts'

/** Where toasts appear: the lower middle of the window, out of the way of lists and text. */
export function ToastList(): ReactNode {
  const { queue } = useToasts()
  const { t } = useTranslation()
  return (
    <ToastRegion queue={queue} className={styles.region ?? ''} aria-label={t('toasts.region')}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''} data-tone={toast.content.tone}>
          <ToastContentSlot className={styles.content ?? ''}>
            <Text slot="title" dir="auto">
              {toast.content.text}
            </Text>
          </ToastContentSlot>
          {toast.content.offer !== undefined && (
            <Button
              className={styles.offer ?? ''}
              onPress={() => {
                toast.content.offer?.perform()
                queue.close(toast.key)
              }}
            >
              {toast.content.offer.label}
            </Button>
          )}
          <Button slot="close" className={styles.close ?? ''} aria-label={t('common.close')}>
            <X aria-hidden size={14} />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
