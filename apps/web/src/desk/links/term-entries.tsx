import { useTranslation } from 'react-i18next'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import type { LinkTerms } from '../client/shapes.ts'
import { TermRow } from './term-row.tsx'
import type { TermField, TypedTerms } from './typed-terms.ts'
import { useSayTerm } from './use-say-term.ts'

/** The form that an entry is part of. */
export interface TermsAt {
  readonly typed: TypedTerms
  readonly set: (more: Partial<TypedTerms>) => void
  readonly isWrong: (field: TermField) => boolean
  /** What holds now of these, said only where something else is typed. */
  readonly stands: (keys: readonly (keyof TypedTerms)[], say: (terms: LinkTerms) => string) => string | undefined
}

interface EntryProps<Field extends TermField> {
  at: TermsAt
  field: Field
}

export function EndTerm({ at: { typed, set, isWrong }, field }: EntryProps<'fromProgramme' | 'toProgramme'>) {
  const { t } = useTranslation()
  return (
    <TermRow field={field} isWrong={isWrong(field)} means={t(`agreement.means.${field}`)} help={t('agreement.search')}>
      {entry => (
        <ProgrammePicker
          id={entry.id}
          label={t(`agreement.field.${field}`)}
          value={typed[field] || undefined}
          describedBy={entry['aria-describedby']}
          isWrong={isWrong(field)}
          // Criteria are those of the receiving programme: of another one they mean nothing.
          onChange={(id = '') =>
            set({
              [field]: id,
              ...(field === 'toProgramme' && id !== typed.toProgramme && { waives: [], accepts: [] }),
            })
          }
        />
      )}
    </TermRow>
  )
}

export function NumberTerm({
  at: { typed, set, isWrong, stands },
  field,
}: EntryProps<'daysToAnswer' | 'remindBefore' | 'expireAfter' | 'places'>) {
  const { t } = useTranslation()
  const sayTerm = useSayTerm(typed.toProgramme)
  return (
    <TermRow
      field={field}
      isWrong={isWrong(field)}
      means={t(`agreement.means.${field}`)}
      help={field === 'places' ? t('agreement.noLimit') : undefined}
      stands={stands([field], terms => sayTerm(field, terms))}
    >
      {entry => (
        <input
          {...entry}
          className="entry term-number"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={typed[field]}
          onChange={event => set({ [field]: event.target.value })}
        />
      )}
    </TermRow>
  )
}

export function DayTerm({ at: { typed, set, isWrong, stands }, field }: EntryProps<'validFrom' | 'validTo'>) {
  const { t } = useTranslation()
  const sayTerm = useSayTerm(typed.toProgramme)
  return (
    <TermRow
      field={field}
      isWrong={isWrong(field)}
      means={t(`agreement.means.${field}`)}
      stands={stands([field], terms => sayTerm(field, terms))}
    >
      {entry => (
        <input
          {...entry}
          type="date"
          className="entry term-day"
          value={typed[field]}
          onChange={event => set({ [field]: event.target.value })}
        />
      )}
    </TermRow>
  )
}

const sayText = {
  purposeKo: ({ purpose }: LinkTerms) => purpose.ko,
  purposeEn: ({ purpose }: LinkTerms) => purpose.en,
  legalBasis: ({ legalBasis }: LinkTerms) => legalBasis,
  councilTask: ({ councilTask }: LinkTerms) => councilTask ?? '',
}

export function TextTerm({ at: { typed, set, isWrong, stands }, field }: EntryProps<keyof typeof sayText>) {
  const { t } = useTranslation()
  const isPurpose = field === 'purposeKo' || field === 'purposeEn'
  return (
    <TermRow
      field={field}
      isWrong={isWrong(field)}
      means={t(isPurpose ? 'agreement.means.purpose' : `agreement.means.${field}`)}
      stands={stands([field], terms => sayText[field](terms) || t('parts.none'))}
    >
      {entry => {
        const shared = {
          ...entry,
          className: 'entry',
          // Typed in either language, whatever the page speaks.
          lang: isKorean(typed[field]) ? 'ko' : 'en',
          value: typed[field],
        }
        const take = (value: string) => set({ [field]: value })
        return field === 'councilTask' ? (
          <input {...shared} autoComplete="off" maxLength={100} onChange={event => take(event.target.value)} />
        ) : (
          <textarea {...shared} rows={3} maxLength={2000} onChange={event => take(event.target.value)} />
        )
      }}
    </TermRow>
  )
}

const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text)
