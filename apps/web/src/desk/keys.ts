/** Single keys that do something, as long as nobody is typing; they can be switched off (WCAG 2.1.4). */
import { useEffect, useRef, useSyncExternalStore } from 'react'

const key = 'ieum.keys'
const listeners = new Set<() => void>()
let areOn: boolean | undefined

function keysAreOn(): boolean {
  if (areOn === undefined)
    try {
      areOn = localStorage.getItem(key) !== 'off'
    } catch {
      areOn = true
    }
  return areOn
}

export function switchKeys(on: boolean): void {
  areOn = on
  try {
    if (on) localStorage.removeItem(key)
    else localStorage.setItem(key, 'off')
  } catch {
    // The choice then holds for this visit only.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useKeysAreOn = (): boolean => useSyncExternalStore(subscribe, keysAreOn)

/** By the place of the key (`KeyJ`, `Slash`): with a Korean keyboard on, J types ㅓ. */
export type KeyWork = Readonly<Record<string, (() => void) | undefined>>

export function useKeys(work: KeyWork): void {
  const on = useKeysAreOn()
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      const todo = latest.current[event.code]
      if (!todo) return
      event.preventDefault()
      todo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [on])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable], dialog[open]') !== null
