import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FileReading, firmFileText, readFirmFile } from '../../firm/firm-file.ts'
import { eraseFirm, isBlank, keepFirm } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { offerFile } from '../../parts/offer-file.ts'
import { onlyLast } from '../../parts/only-last.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'

type Told = { readonly is: 'nothing' } | { readonly is: 'erased' } | (FileReading & { readonly file: string })

/** Drop a firm in, take it away again, or erase it. Nothing of it leaves the browser. */
export function FirmFileBox() {
  const { t } = useTranslation()
  const { facts } = useRulebook()
  const firm = useFirm()
  const [told, setTold] = useState<Told>({ is: 'nothing' })
  const [isOver, setIsOver] = useState(false)
  // The file dropped last, or the erasing after it, stands: not the one that took longest to be read.
  const [files] = useState(onlyLast)

  const take = async (file: File | undefined) => {
    if (!file) return
    const reading = await files.of(readFirmFile(file, facts))
    if (!reading) return
    if (reading.is === 'read') keepFirm(reading.firm)
    setTold({ ...reading, file: file.name })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <section
      className="firm-file"
      data-over={isOver}
      aria-labelledby="firm-file-title"
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h2 id="firm-file-title">{t('find.file.title')}</h2>
      <p className="field-help">{t('find.file.lead')}</p>
      <div className="row">
        <label className="button quiet file-choose">
          {t('find.file.choose')}
          <input
            type="file"
            className="only-heard"
            accept=".yaml,.yml,.json"
            onChange={event => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
        <button
          type="button"
          className="button quiet"
          disabled={isBlank(firm)}
          onClick={() => offerFile(`${firm.id}.json`, 'application/json', firmFileText(firm))}
        >
          {t('find.file.take')}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={firm.answered.length === 0}
          onClick={() => {
            files.none()
            eraseFirm()
            setTold({ is: 'erased' })
          }}
        >
          {t('find.answers.erase')}
        </button>
      </div>
      <div role="status">
        {/* Once something is told anew, something is left again. */}
        <WhatHappened told={told.is === 'erased' && firm.answered.length > 0 ? { is: 'nothing' } : told} />
      </div>
    </section>
  )
}

function WhatHappened({ told }: { told: Told }) {
  const { t } = useTranslation()
  switch (told.is) {
    case 'nothing':
      return null
    case 'erased':
      return <p>{t('find.answers.erased')}</p>
    case 'read':
      return <p>{t('find.file.read', { name: told.file, count: told.firm.answered.length })}</p>
    case 'refused':
      return (
        <div className="file-refused">
          <p className="field-wrong">{t('find.file.refused')}</p>
          <ul>
            {told.faults.slice(0, 10).map(({ line, column, wrong, right }) => (
              <li key={`${line}:${column}:${wrong}`}>
                {t('find.file.place', { line, column })}
                <span lang="en">
                  {wrong}
                  {right ? ` → ${right}` : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )
  }
}
