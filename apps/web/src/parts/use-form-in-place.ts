import { useEffect, useRef, useState } from 'react'

/** The first field, of a choice the one that is chosen. */
const firstField = 'input:not([type=radio]:not(:checked)), select, textarea'

/** As the `ref` of what has been opened: once it stands, the focus goes into its first field, of a question onto its first button. */
export function goInto(opened: HTMLElement | null): void {
  const target = opened?.querySelector<HTMLElement>(firstField) ?? opened?.querySelector<HTMLElement>('button')
  target?.focus()
}

/** Forms in the place of the buttons that open them, one at a time; once one is left, the focus goes back to its button. */
export function useFormsInPlace<Which extends string>() {
  const [{ shown, left }, setState] = useState<{ shown?: Which; left?: Which }>({})
  const openers = useRef(new Map<Which, HTMLButtonElement | null>())
  useEffect(() => {
    if (left) openers.current.get(left)?.focus()
  }, [left])
  return {
    shown,
    openerOf: (which: Which) => (button: HTMLButtonElement | null) => {
      openers.current.set(which, button)
    },
    open: (which: Which) => setState({ shown: which }),
    leave: () => setState(({ shown }) => (shown ? { left: shown } : {})),
    /** The button will be gone as well, or there is news: the focus is led elsewhere. */
    close: () => setState({}),
  }
}

/** The same of one form. */
export function useFormInPlace() {
  const { shown, openerOf, open, leave, close } = useFormsInPlace<'it'>()
  return { isOpen: shown !== undefined, opener: openerOf('it'), open: () => open('it'), leave, close }
}
