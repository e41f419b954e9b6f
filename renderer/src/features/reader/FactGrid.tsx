import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { edtfBounds } from '../../../../electron/contract/edtf.ts'
import { documentKinds, languages } from '../../../../electron/contract/vocabulary.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind, nameOfLanguage } from '../../texts/names.ts'
import { SelectInput } from '../../ui/Fields.tsx'
import { EditableText } from './EditableText.tsx'
import styles from './Reader.module.css'
import type { DocumentRecord } from './ReaderPane.tsx'
import { useDescribe } from './use-describe.ts'
import { Why } from './Why.tsx'

interface FactProps {
  readonly name: string
  readonly children: ReactNode
}

function Fact({ name, children }: FactProps): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the catalogue says of the document, and why it says so. */
export function FactGrid({ record }: { readonly record: DocumentRecord }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const describe = useDescribe(record.id)
  const why = (field: keyof DocumentRecord['evidence']): ReactNode => (
    <Why name={t(`fields.${field}`)} evidence={record.evidence[field]} />
  )
  const words = (field: 'place' | 'reference' | 'issuer'): ReactNode => (
    <Fact key={field} name={t(`fields.${field}`)}>
      <EditableText name={t(`fields.${field}`)} value={record[field]} onSave={(value) => describe({ [field]: value })}>
        <bdi data-unknown={record[field] === '' || undefined}>{record[field] || t('reader.unknown')}</bdi>
      </EditableText>
      {why(field)}
    </Fact>
  )
  return (
    <dl className={styles.facts} aria-label={t('reader.details')}>
      <Fact name={t('fields.kind')}>
        <SelectInput
          label={t('fields.kind')}
          hideLabel
          look="quiet"
          value={record.kind}
          choices={documentKinds.map((value) => ({ value, label: nameOfKind(value, t) }))}
          onChange={(kind) => void describe({ kind })}
        />
        {why('kind')}
      </Fact>
      <Fact name={t('fields.issued')}>
        <EditableText
          name={t('fields.issued')}
          value={record.issued}
          hint={t('reader.issuedHint')}
          check={(value) => (value === '' || edtfBounds(value) !== undefined ? undefined : t('reader.notADate'))}
          onSave={(issued) => describe({ issued })}
        >
          <span data-unknown={record.issued === '' || undefined}>
            {record.issued === '' ? t('facts.noDate') : formats.edtf(record.issued)}
          </span>
        </EditableText>
        {why('issued')}
      </Fact>
      <Fact name={t('fields.language')}>
        <SelectInput
          label={t('fields.language')}
          hideLabel
          look="quiet"
          value={record.language}
          choices={languages.map((value) => ({ value, label: nameOfLanguage(value, t) }))}
          onChange={(language) => void describe({ language })}
        />
        {why('language')}
      </Fact>
      {words('place')}
      {words('reference')}
      {words('issuer')}
      <Fact name={t('reader.file')}>
        <bdi className={styles.fileName}>{record.file.name}</bdi>{' '}
        <span className={styles.fileSize}>{formats.bytes(record.file.bytes)}</span>
      </Fact>
      <Fact name={t('reader.imported')}>{formats.moment(record.importedAt)}</Fact>
    </dl>
  )
}
