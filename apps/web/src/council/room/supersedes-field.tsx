import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { useSaidPlain } from '../said-text.tsx'
import type { Replaceable } from './replaceable.ts'
import type { EarlierDecision } from './shapes.ts'

interface SupersedesFieldProps {
  choices: Replaceable
  /** Id of a decision; empty: it takes the place of none. */
  value: string
  onChange: (id: string) => void
}

/** A decision is never edited: a later one takes its place. */
export function SupersedesField({ choices: { ofTask, others }, value, onChange }: SupersedesFieldProps) {
  const { t } = useTranslation()
  if (ofTask.length + others.length === 0) return null
  return (
    <div className="field">
      <label htmlFor="room-supersedes">{t('councilRoom.room.supersedes.title')}</label>
      <select
        id="room-supersedes"
        className="entry"
        value={value}
        aria-describedby="room-supersedes-help"
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('councilRoom.room.supersedes.none')}</option>
        <Choices label={t('councilRoom.room.supersedes.ofTask')} decisions={ofTask} />
        <Choices label={t('councilRoom.room.supersedes.others')} decisions={others} />
      </select>
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
