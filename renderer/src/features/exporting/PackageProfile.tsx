import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Audience, type PackagePart, audiences, packageParts } from '../../../../electron/contract/vocabulary.ts'
import { openDialog, useWorkspaceStore } from '../../app/workspace.ts'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import { SelectInput } from '../../ui/Fields.tsx'
import styles from './ExportDialog.module.css'

/** Whom an export is for, and what a package of it holds. */
export interface Profile {
  readonly audience: Audience
  readonly parts: readonly PackagePart[]
}

/** The profile of an export, and how it is changed. */
export function useProfile(): readonly [Profile, (changes: Partial<Profile>) => void] {
  const [profile, setProfile] = useState<Profile>({ audience: 'anyone', parts: packageParts })
  return [profile, (changes) => setProfile((before) => ({ ...before, ...changes }))]
}

interface PackageProfileProps {
  readonly profile: Profile
  readonly onChange: (changes: Partial<Profile>) => void
  readonly isPackage: boolean
  readonly preview: CallOutput<'exports.preview'> | undefined
}

function Withheld({ preview }: Pick<PackageProfileProps, 'preview'>): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const { restricted = 0, redactions = 0 } = preview ?? {}
  return (
    <div className={styles.withheld}>
      {restricted > 0 && <p>{t('access.restricted', { count: restricted, shown: number(restricted) })}</p>}
      {redactions > 0 && <p>{t('access.marked', { count: redactions, shown: number(redactions) })}</p>}
      <Button size="small" look="quiet" onPress={() => openDialog(store, { type: 'redactions' })}>
        {t('access.showMarked')}
      </Button>
    </div>
  )
}

/** Asks whom an export is for and, of a package, what it is to hold. */
export function PackageProfile({ profile, onChange, isPackage, preview }: PackageProfileProps): ReactNode {
  const { t } = useTranslation()
  const { audience, parts } = profile
  const toggle = (part: PackagePart, isSelected: boolean): void =>
    onChange({ parts: packageParts.filter((each) => (each === part ? isSelected : parts.includes(each))) })
  return (
    <>
      <SelectInput
        label={t('access.audience.label')}
        value={audience}
        choices={audiences.map((value) => ({ value, label: t(`access.audience.${value}`) }))}
        onChange={(chosen) => onChange({ audience: chosen })}
      />
      <p className={styles.explained}>{t(`access.audienceExplained.${audience}`)}</p>
      {audience === 'anyone' && <Withheld preview={preview} />}
      {isPackage && (
        <fieldset className={styles.parts}>
          <legend>{t('access.parts.label')}</legend>
          {packageParts.map((part) => (
            <CheckInput key={part} isSelected={parts.includes(part)} onChange={(is) => toggle(part, is)}>
              {t(`access.parts.${part}`)}
            </CheckInput>
          ))}
        </fieldset>
      )}
    </>
  )
}
