import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../desk/client/ask.ts'
import { useChange } from '../desk/client/use-change.ts'

export type Field = 'name' | 'email' | 'password' | 'next' | 'code'

export interface WrongField {
  /** Of the entry. */
  readonly id: string
  readonly text: string
}

/** What the server says of the one field that is meant, in its code alone. */
const meant: Readonly<Record<string, Field>> = { 'wrong-password': 'password', 'wrong-code': 'code' }

/**
 * A form of few fields. What is wrong is said at the field and above them all, whether this page found it or the server; what else is refused
 * stands in `refused`. What was typed stays.
 */
export function useFields<Answer>(form: string, fields: readonly Field[]) {
  const { t, i18n } = useTranslation()
  const { isSending, refused, send, forget } = useChange<Answer>()
  const [found, setFound] = useState<Partial<Record<Field, string>>>({})
  const idOf = (field: Field) => `${form}-${field}`
  const faults = useMemo(() => ({ ...found, ...faultsIn(refused) }), [found, refused])
  // A new list for each answer: it takes the focus when it comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language at the next answer
  const wrong = useMemo(
    () => fields.flatMap(field => (faults[field] ? [{ id: idOf(field), text: say(field, faults[field]) }] : [])),
    [faults, i18n.language],
  )

  function say(field: Field, fault: string): string {
    const kind = field === 'next' ? 'password' : field
    const key = `joining.wrong.${kind}.${fault}`
    return i18n.exists(key) ? t(key as 'joining.wrong.name.other') : t(`joining.wrong.${kind}.other`)
  }

  return {
    isSending,
    wrong,
    /** Nothing that a field here is to blame for. */
    refused: refused && !fields.some(field => faultsIn(refused)[field]) ? refused : undefined,
    at: (field: Field) => ({ id: idOf(field), wrong: wrong.find(({ id }) => id === idOf(field))?.text }),
    forget: () => {
      forget()
      setFound({})
    },
    /** Sends nothing while something is known to be wrong. */
    async send(known: Partial<Record<Field, string | false>>, path: string, body: object): Promise<Answer | undefined> {
      if (isSending) return undefined
      forget()
      const faulty = Object.fromEntries(Object.entries(known).filter(([, fault]) => fault)) as typeof found
      setFound(faulty)
      return Object.keys(faulty).length > 0 ? undefined : send(path, body)
    },
  }
}

function faultsIn(refused: Refused | undefined): Partial<Record<Field, string>> {
  if (!refused) return {}
  const field = meant[refused.code ?? '']
  if (field) return { [field]: 'wrong' }
  return Object.fromEntries(refused.fields.map(({ field, wrong }) => [field.slice(1), wrong]))
}
