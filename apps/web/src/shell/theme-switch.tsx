import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseTheme, chosenTheme } from './theme.ts'

const themes = [
  ['system', 'shell.themeSystem'],
  ['light', 'shell.themeLight'],
  ['dark', 'shell.themeDark'],
] as const

export function ThemeSwitch() {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(chosenTheme)
  return (
    <fieldset className="theme-switch">
      <legend>{t('shell.theme')}</legend>
      {themes.map(([theme, name]) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            checked={chosen === theme}
            onChange={() => {
              chooseTheme(theme)
              setChosen(theme)
            }}
          />
          {t(name)}
        </label>
      ))}
    </fieldset>
  )
}
