import { type ComponentProps, useState } from 'react'

interface KeptEntryProps
  extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'onFocus' | 'onBlur'> {
  /** What is kept elsewhere, such as in the address. */
  kept: string
  /** With each sign. */
  onTyped: (text: string) => void
}

/**
 * An entry whose value is kept where it arrives a moment later. As long as one is in it, it shows what is typed: to wait for what is kept would
 * break up Hangul while a syllable is composed, and a year while its digits are typed.
 */
export function KeptEntry({ kept, onTyped, ...input }: KeptEntryProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      {...input}
      value={typed ?? kept}
      onFocus={() => setTyped(kept)}
      onBlur={() => setTyped(undefined)}
      onChange={({ target }) => {
        setTyped(target.value)
        onTyped(target.value)
      }}
    />
  )
}
