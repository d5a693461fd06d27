/** Sends a paper as it is. `fetch` does not tell how far it has come; XMLHttpRequest does. */
import { Refused } from '../../../desk/client/ask.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { DossierPaper } from '../client/shapes.ts'

export const mostBytes = 20_000_000

export const endings = ['pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'hwpx', 'hwp', 'txt', 'csv'] as const

/** What can be said of a file before it is sent. */
export function wrongWith({ name, size }: Pick<File, 'name' | 'size'>): 'kind' | 'empty' | 'too-large' | undefined {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  if (!endings.some(one => one === ending)) return 'kind'
  if (size === 0) return 'empty'
  return size > mostBytes ? 'too-large' : undefined
}

interface ToSend {
  file: File
  onProgress: (share: number) => void
}

export const bringPaper = (firm: string, { kind, ...sent }: ToSend & { kind: string }): Promise<DossierPaper> =>
  sendPaper(ofFirm(firm).bringPaper(kind), sent)

/** To any address that takes papers. */
export function sendPaper<Paper>(path: string, { file, onProgress }: ToSend): Promise<Paper> {
  return new Promise((brought, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encoded(file.name)}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => failed(new Refused({ status: 0, title: 'no answer', code: 'unreachable' }))
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) brought(body as Paper)
      else failed(new Refused({ title: request.statusText, ...(body as object), status: request.status }))
    }
    request.send(file)
  })
}

/** RFC 5987 leaves out a few signs that `encodeURIComponent` lets stand. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** The server names why a file is not taken by a code before a colon: `locked: it is locked with a password`. */
export const codeOf = ({ fields }: Pick<Refused, 'fields'>): string | undefined =>
  fields.map(({ wrong }) => /^([a-z0-9-]+):/.exec(wrong)?.[1]).find(code => code !== undefined)
