import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import type { PartProps } from './part-props.ts'

export function NameFields({ typed, change, wrongAt, isNew }: PartProps & { isNew: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Field field="/name" label={t('councilDrawUp.name')} wrong={wrongAt('/name')}>
        {described => (
          <input
            {...described}
            value={typed.name}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field
        field="/nameEn"
        label={t('councilDrawUp.nameEn')}
        {...(isNew && { help: t('councilDrawUp.nameEnHelp') })}
        wrong={wrongAt('/nameEn')}
      >
        {described => (
          <input
            {...described}
            lang="en"
            value={typed.nameEn}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => change({ nameEn: target.value })}
          />
        )}
      </Field>
    </>
  )
}
