import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followOtherTabs } from './firm/firm-store.ts'
import './look/look.css'
import { router } from './router.tsx'
import { rulebook } from './rulebook/fetch-rulebook.ts'
import { preferredLanguage, rememberedLanguage, rememberLanguage, speak } from './words/index.ts'

// Nearly every page needs the rulebook: it comes while the words do. A page that shows it says so when it does not come.
rulebook().catch(() => undefined)
followOtherTabs(window)

const language = preferredLanguage(location.search, rememberedLanguage())
rememberLanguage(language)
await speak(language)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)

// The face comes after the first paint; until then the system's own Korean face stands.
void import('pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css')
