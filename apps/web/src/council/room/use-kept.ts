/** What is being written, kept in this browser until it is sent or cleared: a closed window loses nothing of it. */
import { useState } from 'react'

export function useKept<T>(name: string, empty: T): readonly [T, (value: T) => void] {
  const [kept, setKept] = useState(() => ({ name, value: read(name, empty) }))
  const { value } = kept.name === name ? kept : { value: read(name, empty) }
  return [
    value,
    value => {
      setKept({ name, value })
      try {
        if (value === empty) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(value))
      } catch {
        // It then lasts as long as this window.
      }
    },
  ]
}

function read<T>(name: string, empty: T): T {
  try {
    const text = localStorage.getItem(name)
    return text === null ? empty : (JSON.parse(text) as T)
  } catch {
    return empty
  }
}
