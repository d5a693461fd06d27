import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import type { Room } from './shapes.ts'

/**
 * Whether those who are there may decide, or could, once the minutes are closed; and if not, of whom nobody is there: agencies, and sides of
 * who is none.
 */
export function QuorumText({ quorum, state }: Pick<Room, 'quorum' | 'state'>) {
  const { t } = useTranslation()
  const saidAbsent = useAbsentSaid()
  const { present, needed } = quorum
  const isPast = state === 'minuted'
  if (quorum.is === 'met') return t(isPast ? 'councilRoom.quorumWasMet' : 'councilRoom.quorumMet', { present, needed })
  const short = t(isPast ? 'councilRoom.quorumWasShort' : 'councilRoom.quorumShort', { present, needed })
  return quorum.absent.length === 0 ? short : `${short} · ${saidAbsent(quorum.absent, isPast)}`
}

/** Of whom nobody is there, in words. */
export function useAbsentSaid(): (absent: readonly string[], isPast?: boolean) => string {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  return (absent, isPast = false) =>
    t(isPast ? 'councilRoom.quorumWasAbsent' : 'councilRoom.quorumAbsent', {
      agencies: absent.map(one => sideName(one, t) ?? agencyName(one)).join(', '),
    })
}

const sides = ['large', 'small', 'public'] as const

function sideName(one: string, t: TFunction): string | undefined {
  const side = sides.find(side => side === one)
  return side && t(`councilRoom.side.${side}`)
}
