import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrongAt } from './accepting.ts'
import type { Origin } from './read-paper.ts'

interface Described {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': true | undefined
}

interface DraftedFieldProps {
  id: string
  label: string
  origin: Origin | null
  wrong: WrongAt['wrong'] | undefined
  children: (described: Described) => ReactNode
}

/** A field with the line of the paper beside it that it was read from. */
export function DraftedField({ id, label, origin, wrong, children }: DraftedFieldProps) {
  const { t } = useTranslation()
  return (
    <div className="paper-row">
      <div className="paper-value">
        <label htmlFor={id}>{label}</label>
        {wrong ? (
          <p className="field-wrong" id={`${id}-wrong`}>
            {t(`councilImport.wrong.${wrong}`)}
          </p>
        ) : null}
        <div className="paper-entry">
          {children({
            id,
            'aria-describedby': wrong ? `${id}-wrong ${id}-from` : `${id}-from`,
            'aria-invalid': wrong ? true : undefined,
          })}
        </div>
      </div>
      <p className="paper-from" id={`${id}-from`}>
        {origin ? (
          <>
            {t('councilImport.source', { line: origin.line })} <span lang="ko">{origin.source}</span>
          </>
        ) : (
          t('councilImport.notInPaper')
        )}
      </p>
    </div>
  )
}

interface RightBoxProps {
  /** What it is said of, for who hears the page. */
  of: string
  isRight: boolean
  onRight: (isRight: boolean) => void
}

export function RightBox({ of, isRight, onRight }: RightBoxProps) {
  const { t } = useTranslation()
  return (
    <label className="choice paper-right">
      <input
        type="checkbox"
        checked={isRight}
        aria-label={t('councilImport.acceptOf', { what: of })}
        onChange={event => onRight(event.target.checked)}
      />
      <span>{t('councilImport.accept')}</span>
    </label>
  )
}

/** All of a group at once, for who has gone through it. */
export function AllRight({ areRight, onAll }: { areRight: boolean; onAll: (isRight: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="plain-button" onClick={() => onAll(!areRight)}>
      {t(areRight ? 'councilImport.leaveAll' : 'councilImport.acceptAll')}
    </button>
  )
}
