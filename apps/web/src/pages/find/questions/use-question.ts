import { useState } from 'react'
import { useSaid } from '../../../words/use-language.ts'
import type { AnswerProps } from './answer-props.ts'

/** What the form around a question needs, and a way to say what is wrong with the answer. */
export function useQuestion({ fact, decides, takesFocus, onUnknown, onCancel, nextName }: AnswerProps) {
  const said = useSaid()
  const [wrong, setWrong] = useState<{ readonly text: string; readonly entry: string }>()
  const entry = `answer-${fact.name}`
  return {
    entry,
    wrong,
    refuse: (text: string) => setWrong({ text, entry }),
    describedBy: fact.help || fact.readFrom ? 'question-help' : undefined,
    form: {
      question: questionAsked(said(fact.question) || said(fact.label) || fact.name, fact.unit),
      help: said(fact.help) || undefined,
      readFrom: said(fact.readFrom) || undefined,
      decides,
      wrong,
      takesFocus,
      onUnknown,
      onCancel,
      nextName,
    },
  }
}

/** The catalogue says how a share is written in a file (`200%는 2`); on a page one answers in percent. */
export const questionAsked = (question: string, unit: string | undefined): string =>
  unit === 'fraction' ? question.replace(/(?<!\s)\s*\((?=[^()\d]*\d)[^()]*\)(?=[?.]?$)/, '') : question
