import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import type { DossierFact, Stated } from '../client/shapes.ts'
import { SourceText } from './source-text.tsx'

interface FactRowProps {
  shown: DossierFact
  isWaiting: boolean
  onEdit: () => void
  onTakeBack: (id: string) => void
}

/** A fact in words, who says so and of which day; what else was said of it stays in sight. */
export function FactRow({ shown, isWaiting, onEdit, onTakeBack }: FactRowProps) {
  const { t } = useTranslation()
  const { nameOf, say } = useFactWords()
  const { fact } = useDirectory()
  const { name, others, contradicted } = shown
  const label = nameOf(name)
  const canEdit = fact(name) !== undefined
  return (
    <li className="dossier-fact" data-contradicted={contradicted || undefined}>
      <div className="dossier-said">
        <span className="dossier-name">{label}</span>
        <span className="dossier-value">
          <WithKorean text={say(name, shown.value)} />
        </span>
        <SourceText stated={shown} />
      </div>
      <div className="dossier-moves no-print">
        {canEdit ? (
          <button
            type="button"
            className="plain-button"
            aria-label={t('firm.dossier.changeNamed', { name: label })}
            onClick={onEdit}
          >
            {t('firm.dossier.change')}
          </button>
        ) : null}
        <TakeBack stated={shown} name={label} isWaiting={isWaiting} onTakeBack={onTakeBack} />
      </div>
      {contradicted ? <p className="dossier-contradicted">{t('firm.dossier.contradicted')}</p> : null}
      {others.length > 0 ? (
        <details className="dossier-others" open={contradicted || undefined}>
          <summary>{t('firm.dossier.others', { count: others.length })}</summary>
          <ul>
            {others.map(other => (
              <li key={other.id}>
                <span>
                  <WithKorean text={say(name, other.value)} />
                </span>{' '}
                <SourceText stated={other} />
                <TakeBack stated={other} name={label} isWaiting={isWaiting} onTakeBack={onTakeBack} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

interface TakeBackProps {
  stated: Stated
  name: string
  isWaiting: boolean
  onTakeBack: (id: string) => void
}

/** What an agency recorded is not the firm's to take back. */
function TakeBack({ stated: { id, own }, name, isWaiting, onTakeBack }: TakeBackProps) {
  const { t } = useTranslation()
  return own ? (
    <button
      type="button"
      className="plain-button"
      aria-label={t('firm.dossier.takeBackNamed', { name })}
      aria-disabled={isWaiting}
      onClick={() => {
        if (!isWaiting) onTakeBack(id)
      }}
    >
      {t('firm.dossier.takeBack')}
    </button>
  ) : null
}
