import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { Said } from '../said.ts'
import { SaidText } from '../said-text.tsx'
import type { Indicator, RoomTask } from './shapes.ts'

interface SidesProps {
  proposal: Said | null
  proposedBy: readonly string[]
  task: Pick<RoomTask, 'sides'> | null
  heading: 'h2' | 'h3'
}

/** What is proposed, and what each other side says to it, beside each other. */
export function TaskSides({ proposal, proposedBy, task, heading: Heading }: SidesProps) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  return (
    <div className="room-sides">
      <div>
        <Heading>{t('councilRoom.room.proposal')}</Heading>
        {proposedBy.length > 0 ? <p className="room-by">{proposedBy.map(agencyName).join(' · ')}</p> : null}
        <p className="room-words">{proposal ? <SaidText said={proposal} /> : t('councilRoom.room.noProposal')}</p>
      </div>
      {task ? (
        <div>
          <Heading>{t('councilRoom.room.answers')}</Heading>
          {task.sides.length === 0 ? <p>{t('councilRoom.room.allPropose')}</p> : null}
          <ul>
            {task.sides.map(({ agency, position, reason }) => (
              <li key={agency}>
                <p className="room-by">{agencyName(agency)}</p>
                <p className="room-words">
                  <strong>
                    <span aria-hidden="true">{position ? signs[position] : '…'}</span>{' '}
                    {position ? t(`councilRoom.positions.${position}`) : t('councilRoom.notAnswered')}
                  </strong>
                  {reason ? (
                    <>
                      {' '}
                      <WithKorean text={reason} />
                    </>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

const signs = { agree: '○', 'agree-with-changes': '△', study: '?', cannot: '✕' } as const

/** Figures counted from live records; nothing is typed. */
export function Figures({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation()
  return (
    <dl className="room-figures">
      {indicators.map(({ measure, count, target }) => (
        <div key={measure} data-empty={count.is !== 'counted' || undefined}>
          <dt>{t(`councilRoom.measures.${measure}`)}</dt>
          <dd>
            {count.is === 'not measured' ? t('councilRoom.notMeasured') : null}
            {count.is === 'too few to tell' ? t('councilRoom.tooFew') : null}
            {count.is === 'counted' ? (
              <strong>
                {count.of === undefined
                  ? t(`councilRoom.units.${measure}`, { value: count.value })
                  : t('councilRoom.outOf', { value: count.value, of: count.of })}
              </strong>
            ) : null}
            {target === null ? null : <small> {t('councilRoom.target', { target })}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
