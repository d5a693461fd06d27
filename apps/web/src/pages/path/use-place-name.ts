import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'

/** A waypoint in words: the programme's name, the stage's, or the sentence. */
export function usePlaceName(): (waypoint: string) => string {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const { programme } = useDirectory()
  return waypoint => {
    if (waypoint.startsWith('fact:')) return t('path.ask.fact', { text: waypoint.slice('fact:'.length).trim() })
    const its = programme(waypoint)
    return its ? said(its.name) : subject('stage', waypoint)
  }
}
