import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { useSaidPlain } from '../said-text.tsx'
import { Fault } from './fault.tsx'
import { canBeReplaced, type Replaceable } from './replaceable.ts'
import type { EarlierDecision } from './shapes.ts'

interface SupersedesFieldProps {
  choices: Replaceable
  /** Id of a decision; empty: it takes the place of none. */
  value: string
  onChange: (id: string) => void
}

/** A decision is never edited: a later one takes its place. One that somebody else replaced meanwhile stays chosen until another choice is made. */
export function SupersedesField({ choices, value, onChange }: SupersedesFieldProps) {
  const { t } = useTranslation()
  const { ofTask, others } = choices
  const isGone = value !== '' && !canBeReplaced(choices, value)
  if (ofTask.length + others.length === 0 && !isGone) return null
  return (
    <div className="field">
      <label htmlFor="room-supersedes">{t('councilRoom.room.supersedes.title')}</label>
      <select
        id="room-supersedes"
        className="entry"
        value={value}
        aria-invalid={isGone}
        aria-describedby="room-supersedes-gone room-supersedes-help"
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('councilRoom.room.supersedes.none')}</option>
        {isGone ? (
          <option value={value} disabled>
            {t('councilRoom.room.supersedes.goneChoice')}
          </option>
        ) : null}
        <Choices label={t('councilRoom.room.supersedes.ofTask')} decisions={ofTask} />
        <Choices label={t('councilRoom.room.supersedes.others')} decisions={others} />
      </select>
      <div id="room-supersedes-gone" role="status">
        <Fault shown={isGone}>{t('councilRoom.room.supersedes.gone')}</Fault>
      </div>
      <p id="room-supersedes-help" className="field-help">
        {t('councilRoom.room.supersedes.help')}
      </p>
    </div>
  )
}

/** Letters of a decision that tell it from others in a list. */
const enough = 60

function Choices({ label, decisions }: { label: string; decisions: readonly EarlierDecision[] }) {
  const language = useLanguage()
  const plain = useSaidPlain()
  if (decisions.length === 0) return null
  return (
    <optgroup label={label}>
      {decisions.map(({ id, number, text, on }) => {
        const said = plain(text)
        return (
          <option key={id} value={id} {...(language === 'en' && text.en === null && { lang: 'ko' })}>
            {number} ({sayDay(on, language)}) {said.length > enough ? `${said.slice(0, enough)}…` : said}
          </option>
        )
      })}
    </optgroup>
  )
}
