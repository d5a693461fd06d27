import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Done } from '../batches/done.tsx'
import { Refused } from '../client/ask.ts'
import { ofPost } from '../client/paths.ts'
import { RefusedText } from '../refused-text.tsx'
import { Faults } from './faults.tsx'
import { mostBytes, sendSheet } from './send-sheet.ts'
import type { AnswersChecked } from './shapes.ts'
import { WouldDo } from './would-do.tsx'

interface Looked extends AnswersChecked {
  readonly file: Blob
  /** One key for one sheet that was looked at: pressed twice it is done once. */
  readonly key: string
}

/** The filled sheet is looked at first; what it would do is carried out with another press, all of it or nothing. */
export function BringSheet({ post }: { post: string }) {
  const { t } = useTranslation()
  const entry = useRef<HTMLInputElement>(null)
  const shown = useRef<HTMLHeadingElement>(null)
  const [wrong, setWrong] = useState<'noFile' | 'tooLarge'>()
  const [chosen, setChosen] = useState<string>()
  const [looked, setLooked] = useState<Looked>()
  const [done, setDone] = useState<number>()
  const [refused, setRefused] = useState<Refused>()
  const [underWay, setUnderWay] = useState<'look' | 'apply'>()
  useEffect(() => {
    if (looked) shown.current?.focus()
  }, [looked])

  const during = async (what: 'look' | 'apply', work: () => Promise<void>) => {
    if (underWay) return
    setUnderWay(what)
    setRefused(undefined)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setUnderWay(undefined)
    }
  }
  const look = async (file: Blob) => {
    const checked = await sendSheet<AnswersChecked>(ofPost(post).checkAnswers, file)
    setLooked({ ...checked, file, key: crypto.getRandomValues(new Uint32Array(4)).join('-') })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const file = entry.current?.files?.[0]
    const fault = file ? (file.size > mostBytes ? 'tooLarge' : undefined) : 'noFile'
    setWrong(fault)
    setDone(undefined)
    setLooked(undefined)
    if (fault || !file) entry.current?.focus()
    // Read once: the file may be saved anew while it is looked at, and what was looked at is what is done.
    else void during('look', async () => look(new Blob([await file.arrayBuffer()])))
  }
  const apply = ({ file, key, lines }: Looked) =>
    during('apply', async () => {
      try {
        await sendSheet(ofPost(post).answers, file, key)
        setDone(lines.length)
        setLooked(undefined)
        if (entry.current) entry.current.value = ''
        setChosen(undefined)
      } catch (error) {
        // What was wrong by then stands line by line in a second look.
        if (error instanceof Refused && error.code === 'answers-faulty') await look(file)
        throw error
      }
    })
  const isNotDone = refused?.code === 'answers-faulty'
  return (
    <>
      <section aria-labelledby="sheet-bring">
        <h2 id="sheet-bring">{t('agency.sheet.bring')}</h2>
        {done === undefined ? null : <Done text={t('agency.sheet.done', { count: done })} />}
        <form className="agency-form" onSubmit={submit} noValidate>
          <div className="field">
            <label htmlFor="sheet-file">{t('agency.sheet.file')}</label>
            {wrong ? (
              <p id="sheet-file-wrong" className="field-wrong" role="alert">
                {t(`agency.sheet.${wrong}`)}
              </p>
            ) : null}
            <p id="sheet-file-help" className="field-help">
              {t('agency.sheet.fileHelp')}
            </p>
            <p className="sheet-file">
              <label className="button quiet file-choose">
                {t('agency.sheet.choose')}
                <input
                  id="sheet-file"
                  ref={entry}
                  type="file"
                  accept=".csv,.txt,text/csv"
                  className="only-heard"
                  aria-invalid={wrong ? true : undefined}
                  aria-describedby={wrong ? 'sheet-file-wrong sheet-file-help' : 'sheet-file-help'}
                  onChange={({ target }) => setChosen(target.files?.[0]?.name)}
                />
              </label>
              {chosen === undefined ? t('agency.sheet.noneChosen') : <WithKorean text={chosen} />}
            </p>
          </div>
          <p className="row">
            <button type="submit" className="button" aria-disabled={underWay !== undefined}>
              {t(underWay === 'look' ? 'agency.sheet.looking' : 'agency.sheet.look')}
            </button>
          </p>
        </form>
        {refused && !isNotDone ? <RefusedText refused={refused} takesFocus /> : null}
        {isNotDone ? (
          <p role="alert" className="field-wrong">
            {t('agency.sheet.notDone')}
          </p>
        ) : null}
      </section>
      {looked ? (
        <section aria-labelledby="sheet-would">
          <h2 id="sheet-would" ref={shown} tabIndex={-1}>
            {t('agency.sheet.would')}
          </h2>
          <Faults faults={looked.faults} />
          <WouldDo checked={looked} post={post} />
          {looked.faults.length === 0 && looked.lines.length > 0 ? (
            <p className="row">
              <button
                type="button"
                className="button"
                aria-disabled={underWay !== undefined}
                onClick={() => void apply(looked)}
              >
                {underWay === 'apply'
                  ? t('agency.sheet.applying')
                  : t('agency.sheet.apply', { count: looked.lines.length })}
              </button>
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  )
}
