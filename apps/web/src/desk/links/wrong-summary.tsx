import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { idOf } from './term-row.tsx'
import type { TermField } from './typed-terms.ts'

/** Every field that needs another look, with the way to it; with none, nothing differs from what there is. */
export function WrongSummary({ fields, box }: { fields: readonly TermField[]; box: Ref<HTMLDivElement> }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="desk-refused" ref={box} tabIndex={-1}>
      {fields.length === 0 ? (
        <p>
          <strong>{t('agreement.renew.nothingNew')}</strong>
        </p>
      ) : (
        <>
          <p>
            <strong>{t('agreement.wrong.summary', { count: fields.length })}</strong> {t('agreement.wrong.kept')}
          </p>
          <ul>
            {fields.map(field => (
              <li key={field}>
                <a
                  href={`#${idOf(field)}`}
                  onClick={event => {
                    event.preventDefault()
                    document.getElementById(idOf(field))?.focus()
                  }}
                >
                  {t(`agreement.field.${field}`)}
                </a>
                {': '}
                {t(`agreement.wrong.${field}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
