import { Bookmark, Ellipsis, Eye, Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { openDialog, searchFor, useWorkspace, useWorkspaceStore, type SavedSearch } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton, type MenuAct } from '../../ui/MenuButton.tsx'
import { toggleFilter } from '../search/query-text.ts'
import styles from './Saved.module.css'

function useSearchActs(search: SavedSearch): readonly MenuAct[] {
  const { t } = useTranslation()
  const client = useClient()
  const store = useWorkspaceStore()
  const { write, fail } = useActs()
  const { id, name, pinned } = search
  return [
    {
      id: 'change',
      label: t('saved.change'),
      icon: Pencil,
      perform: () => openDialog(store, { type: 'save-search', search }),
    },
    {
      id: 'pin',
      label: t(pinned ? 'saved.unpin' : 'saved.pin'),
      icon: pinned ? PinOff : Pin,
      perform: () => void write('searches.change', { id, changes: { pinned: !pinned } }, t('saved.done', { name })),
    },
    {
      id: 'seen',
      label: t('saved.seen'),
      icon: Eye,
      perform: () => void client.call('searches.look', { id }).catch(fail),
    },
    {
      id: 'remove',
      label: t('saved.remove'),
      icon: Trash2,
      tone: 'danger',
      perform: () => void write('searches.remove', { id }, t('saved.removed', { name })),
    },
  ]
}

function Row({ search }: { readonly search: SavedSearch }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  const acts = useSearchActs(search)
  const { data } = useCall('searches.count', { id: search.id })
  const { name } = search
  const fresh = data?.fresh ?? 0
  return (
    <li className={styles.line}>
      <AriaButton
        className={styles.row ?? ''}
        aria-pressed={text === search.text}
        onPress={() => searchFor(store, search.text, search.sort)}
      >
        <Bookmark aria-hidden size={13} className={styles.icon} />
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.count}>{data === undefined ? '' : number(data.total)}</span>
      </AriaButton>
      {fresh > 0 && (
        <AriaButton
          className={styles.fresh ?? ''}
          aria-label={t('saved.showFresh', { name })}
          onPress={() => searchFor(store, toggleFilter(search.text, { field: 'new', value: name }), search.sort)}
        >
          {t('saved.fresh', { count: fresh, shown: number(fresh) })}
        </AriaButton>
      )}
      <MenuButton label={t('saved.menuOf', { name })} icon={Ellipsis} size="small" acts={acts} />
    </li>
  )
}

/** The searches that were kept, pinned ones in sight, with what each finds now and what of it is new. */
export function SavedSearches(): ReactNode {
  const { t } = useTranslation()
  const { data } = useCall('searches.list', {})
  const [showsAll, setShowsAll] = useState(false)
  const searches = data?.searches ?? []
  const shown = showsAll ? searches : searches.filter(({ pinned }) => pinned)
  return (
    <section aria-label={t('saved.title')}>
      <h2 className={styles.heading}>{t('saved.title')}</h2>
      {data !== undefined && searches.length === 0 && <p className={styles.none}>{t('saved.none')}</p>}
      <ul>
        {shown.map((search) => (
          <Row key={search.id} search={search} />
        ))}
      </ul>
      {searches.some(({ pinned }) => !pinned) && (
        <Button size="small" look="quiet" onPress={() => setShowsAll(!showsAll)}>
          {t(showsAll ? 'facet.fewer' : 'saved.all')}
        </Button>
      )}
    </section>
  )
}
