import type { KeyboardEvent } from 'react'

/** Escape leaves a form, Ctrl+Enter sends it; neither while a syllable is being put together. */
export const leaveOrSend = (leave: () => void, send: () => unknown) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Escape') {
    event.preventDefault()
    leave()
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    send()
  }
}
