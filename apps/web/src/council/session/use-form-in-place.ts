import { useEffect, useRef, useState } from 'react'

/** The first field, of a choice the one that is chosen. */
const firstField = 'input:not([type=radio]:not(:checked)), select, textarea'

/** A form in the place of the button that opens it: the focus goes into it, and back to the button once it is left. */
export function useFormInPlace() {
  const [isOpen, setOpen] = useState<boolean>()
  const opener = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>(firstField)?.focus()
    if (isOpen === false) opener.current?.focus()
  }, [isOpen])
  return {
    isOpen: isOpen ?? false,
    opener,
    form,
    open: () => setOpen(true),
    leave: () => setOpen(false),
    /** The button will be gone as well: the focus is led elsewhere. */
    close: () => setOpen(undefined),
  }
}
