import { useTranslation } from 'react-i18next'

/** What the page has no word for is shown as the server says it, rather than nothing. */
export function useWordAt(
  at: 'agency.trail.looked' | 'agency.trail.rests' | 'agency.trail.did',
): (word: string) => string {
  const { t, i18n } = useTranslation()
  return word => {
    const key = `${at}.${word.replaceAll(/[ ’']/g, '-')}`
    return i18n.exists(key) ? t(key as 'agency.trail.title') : word
  }
}

/** A change, or a try at one that was refused. */
export function useSayChange(): (operation: string) => string {
  const { t } = useTranslation()
  const sayDone = useWordAt('agency.trail.did')
  const sayLooked = useWordAt('agency.trail.looked')
  return operation => {
    const refused = operation.replace(/^refused: /, '')
    const done = sayDone(refused)
    const said = done === refused ? sayLooked(refused) : done
    return refused === operation ? said : t('agency.trail.refused', { operation: said })
  }
}
