import { sayExactMoney, sayMoney } from '@ieum/wording'
import { useLanguage } from '../words/use-language.ts'

/** A sum as people say it, with the exact figure in its title. */
export function Money({ won }: { won: number }) {
  const language = useLanguage()
  return (
    <data value={won} title={sayExactMoney(won, language)} className="money">
      {sayMoney(won, language)}
    </data>
  )
}
