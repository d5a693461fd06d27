import { useState } from 'react'

/** Only where the browser lets a page copy: over HTTPS and on this machine. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [isCopied, setCopied] = useState(false)
  if (!navigator.clipboard) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <button type="button" className="button quiet" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" className={isCopied ? undefined : 'only-heard'}>
        {isCopied ? copied : null}
      </span>
    </>
  )
}
