import type { Fact } from '@ieum/catalogue/records'
import { sayExactMoney } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { useLanguage } from '../../../words/use-language.ts'
import type { NotANumber } from './read-number.ts'

/** How a number of a fact was read, sums to the last won; and what is wrong with one that was not. */
export function useNumberWords({ name, unit }: Fact) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { say } = useFactWords()
  const sayNumber = (value: number): string => (unit === 'KRW' ? sayExactMoney(value, language) : say(name, value))
  const sayWrong = (wrong: NotANumber): string => {
    if (wrong.is === 'no number') return t(unit === 'KRW' ? 'find.wrong.money' : 'find.wrong.number')
    return t(wrong.is === 'too small' ? 'find.wrong.least' : 'find.wrong.most', { value: sayNumber(wrong.bound) })
  }
  return { sayNumber, sayWrong }
}
