import { addDays } from '@ieum/catalogue/days'
import { useTranslation } from 'react-i18next'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { Fault } from './fault.tsx'
import type { ActionAsks, ActionWords } from './queue.ts'
import type { Post } from './shapes.ts'

interface ActionFieldsProps {
  number: number
  action: ActionWords
  posts: readonly Post[]
  isFaulty: boolean
  on: string
  onChange: (action: ActionWords) => void
  onRemove: () => void
}

/** Who does what by when, and what shows that it is done. */
export function ActionFields({ number, action, posts, isFaulty, on, onChange, onRemove }: ActionFieldsProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const agencies = [...new Set(posts.map(({ agency }) => agency))]
  const id = (field: string) => `room-action-${number}-${field}`
  const change = (part: Partial<ActionWords>) => onChange({ ...action, ...part })
  return (
    <fieldset className="room-action">
      <legend className="field-label">{t('councilRoom.room.action', { number })}</legend>
      <div className="field">
        <label htmlFor={id('title')}>{t('councilRoom.room.actionTitle')}</label>
        <input
          id={id('title')}
          className="entry"
          maxLength={300}
          value={action.title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={id('owner')}>{t('councilRoom.room.owner')}</label>
        <select
          id={id('owner')}
          className="entry"
          value={action.ownerPost}
          onChange={({ target }) => change({ ownerPost: target.value })}
        >
          <option value="">{t('councilRoom.room.chooseOwner')}</option>
          {agencies.map(agency => (
            <optgroup key={agency} label={agencyName(agency)}>
              {posts
                .filter(post => post.agency === agency)
                .map(({ id: post, name }) => (
                  <option key={post} value={post} {...(language === 'en' && !name.en && { lang: 'ko' })}>
                    {said({ ko: name.ko, en: name.en ?? name.ko })}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={id('due')}>{t('councilRoom.room.due')}</label>
        <input
          id={id('due')}
          className="entry"
          type="date"
          min={addDays(on, 1)}
          value={action.due}
          onChange={({ target }) => change({ due: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={id('proof')}>{t('councilRoom.room.proof')}</label>
        <input
          id={id('proof')}
          className="entry"
          maxLength={300}
          value={action.proofWanted}
          onChange={({ target }) => change({ proofWanted: target.value })}
        />
      </div>
      <AsksFields id={id} asks={action.asks} onChange={asks => onChange(withAsks(action, asks))} />
      <Fault shown={isFaulty}>{t('councilRoom.room.fault.action')}</Fault>
      <button type="button" className="plain-button" onClick={onRemove}>
        {t('councilRoom.room.removeAction', { number })}
      </button>
    </fieldset>
  )
}

const withAsks = ({ asks: _before, ...action }: ActionWords, asks: ActionAsks | undefined): ActionWords => ({
  ...action,
  ...(asks && { asks }),
})

const nothingAsked: Readonly<Record<ActionAsks['is'], ActionAsks>> = {
  link: { is: 'link', fromProgramme: '', toProgramme: '' },
  'programme change': { is: 'programme change', programme: '', change: '' },
  study: { is: 'study' },
}

interface AsksFieldsProps {
  id: (field: string) => string
  asks: ActionAsks | undefined
  onChange: (asks: ActionAsks | undefined) => void
}

/** What an action asks for beyond a report: a link to be drawn up, a change of a programme, a study. */
function AsksFields({ id, asks, onChange }: AsksFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="field">
        <label htmlFor={id('asks')}>{t('councilRoom.room.asks.title')}</label>
        <select
          id={id('asks')}
          className="entry"
          value={asks?.is ?? ''}
          onChange={({ target }) => onChange(target.value ? nothingAsked[target.value as ActionAsks['is']] : undefined)}
        >
          <option value="">{t('councilRoom.room.asks.report')}</option>
          {(Object.keys(nothingAsked) as ActionAsks['is'][]).map(is => (
            <option key={is} value={is}>
              {t(`councilRoom.room.asks.${is}`)}
            </option>
          ))}
        </select>
      </div>
      {asks?.is === 'link' ? (
        <>
          <ProgrammeField
            id={id('from')}
            label={t('councilRoom.room.asks.from')}
            value={asks.fromProgramme}
            onChange={programme => onChange({ ...asks, fromProgramme: programme })}
          />
          <ProgrammeField
            id={id('to')}
            label={t('councilRoom.room.asks.to')}
            value={asks.toProgramme}
            onChange={programme => onChange({ ...asks, toProgramme: programme })}
          />
        </>
      ) : null}
      {asks?.is === 'programme change' ? (
        <>
          <ProgrammeField
            id={id('programme')}
            label={t('councilRoom.room.asks.programme')}
            value={asks.programme}
            onChange={programme => onChange({ ...asks, programme: programme })}
          />
          <div className="field">
            <label htmlFor={id('change')}>{t('councilRoom.room.asks.change')}</label>
            <textarea
              id={id('change')}
              className="entry"
              rows={2}
              maxLength={10_000}
              value={asks.change}
              onChange={({ target }) => onChange({ ...asks, change: target.value })}
            />
          </div>
        </>
      ) : null}
    </>
  )
}

interface ProgrammeFieldProps {
  id: string
  label: string
  /** Empty: none is chosen yet. */
  value: string
  onChange: (programme: string) => void
}

function ProgrammeField({ id, label, value, onChange }: ProgrammeFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <ProgrammePicker
        id={id}
        label={label}
        value={value || undefined}
        onChange={(programme = '') => onChange(programme)}
      />
    </div>
  )
}
