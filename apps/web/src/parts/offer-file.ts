/** Hands a text to the browser as a file to keep. */
export const offerFile = (name: string, type: string, text: string): void => offerBlob(name, new Blob([text], { type }))

export function offerBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
