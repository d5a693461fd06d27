import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useClosingWords } from '../use-closing-words.ts'
import type { AgreementCardProps } from './agreement-card-props.ts'
import { signs } from './signs.ts'

interface PositionsProps extends Pick<AgreementCardProps, 'agreement'> {
  seats: AgreementCardProps['closings']['seats']
}

/** What each seat says of it. */
export function Positions({ agreement: { positions }, seats: taken }: PositionsProps) {
  const { t } = useTranslation()
  const words = useClosingWords()
  // Who sat there when it was agreed may have left since: what was said stays.
  const left = positions.filter(({ seat }) => taken.every(({ id }) => id !== seat))
  const seats = [...taken, ...left.map(({ seat: id, title, side }) => ({ id, title, side }))]
  return (
    <table className="closing-positions">
      <caption>{t('closingDesk.positions')}</caption>
      <thead>
        <tr>
          {(['seat', 'side', 'position'] as const).map(column => (
            <th key={column} scope="col">
              {t(`closingDesk.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {seats.map(({ id, title, side }) => {
          const said = positions.find(({ seat }) => seat === id)
          return (
            <tr key={id}>
              <th scope="row">
                <WithKorean text={words.said(title)} />
              </th>
              <td>{t(`closingDesk.side.${side}`)}</td>
              <td data-position={said?.position ?? 'silent'}>
                <span aria-hidden="true">{signs[said?.position ?? 'silent']}</span>{' '}
                {said ? t(`closingDesk.position.${said.position}`) : t('closingDesk.silent')}
                {said?.reason ? (
                  <small>
                    <WithKorean text={said.reason} />
                  </small>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
