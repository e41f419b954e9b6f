import { useState } from 'react'
import { type PackageCheck, checkPackage } from './check-package.ts'
import { useWords } from './texts/reading-texts.ts'

type State =
  { readonly share: number } | { readonly result: PackageCheck } | { readonly error: 'none' | 'failed' } | undefined

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul dir="ltr">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}

function Result({ result }: { readonly result: PackageCheck }) {
  const { texts, say } = useWords()
  const { checked, changed, missing, unlisted, seal } = result
  const isSound = changed.length + missing.length + unlisted.length === 0
  return (
    <div role={isSound ? 'status' : 'alert'} className={isSound ? 'verdict sound' : 'verdict unsound'}>
      <h2>{isSound ? say(texts.checkSound, { count: checked }) : texts.checkUnsound}</h2>
      <Names title={texts.changed} names={changed} />
      <Names title={texts.missing} names={missing} />
      <Names title={texts.unlisted} names={unlisted} />
      <h3>{texts.seal}</h3>
      <p>
        <code dir="ltr">{seal}</code>
      </p>
      <p className="aside">{texts.sealMeaning}</p>
    </div>
  )
}

/** The package checked by its own page: the reader chooses its folder, since a page that was opened as a file may read none. */
export function Check() {
  const { texts, say, percent } = useWords()
  const [state, setState] = useState<State>()
  const check = async (files: readonly File[]): Promise<void> => {
    setState({ share: 0 })
    const result = await checkPackage(files, (share) => setState({ share }))
    setState(result === undefined ? { error: 'none' } : { result })
  }
  const choose = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])]
    // So that the same folder can be chosen again.
    input.value = ''
    if (files.length > 0) check(files).catch(() => setState({ error: 'failed' }))
  }
  return (
    <section aria-label={texts.check} className="check">
      <p>{texts.checkIntroduction}</p>
      <label className="choose">
        {texts.checkChoose}
        <input type="file" {...{ webkitdirectory: '' }} multiple onChange={(event) => choose(event.target)} />
      </label>
      {state !== undefined && 'share' in state && (
        <p role="status">{say(texts.checking, { percent: percent(state.share) })}</p>
      )}
      {state !== undefined && 'error' in state && (
        <p role="alert">{state.error === 'none' ? texts.checkNone : texts.checkFailed}</p>
      )}
      {state !== undefined && 'result' in state && <Result result={state.result} />}
    </section>
  )
}
