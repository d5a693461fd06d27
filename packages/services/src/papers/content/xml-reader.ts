/**
 * XML 1.0 (Fifth Edition) with Namespaces in XML 1.0, read strictly and without a tree: what is not well-formed is refused, and so is a
 * DTD, so there is no entity but the five that XML itself has. Names come resolved, and values and text decoded.
 */
import { setImmediate as giveWay } from 'node:timers/promises'
import { Refused, refuseIf } from './refusal.ts'

export interface XmlName {
  /** Empty where there is none. */
  readonly namespace: string
  readonly local: string
}

export interface XmlAttribute extends XmlName {
  readonly value: string
}

export interface XmlElement extends XmlName {
  readonly attributes: readonly XmlAttribute[]
}

export interface XmlListener {
  opens(element: XmlElement): void
  /** Text and CDATA alike, in as many pieces as they come. */
  says?(text: string, within: XmlElement): void
}

/** Far more than any document has, so that what is remembered of open elements stays small. */
const deepest = 1_000
const mostAttributes = 1_000
/** How much is read before others have their turn. */
const atOnce = 500_000

const nameStart =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const simpleName = `[${nameStart}][${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*`
const qualifiedName = `(?:(${simpleName}):)?(${simpleName})`
const space = '[ \\t\\r\\n]'

const declaration = new RegExp(
  `<\\?xml${space}+version${space}*=${space}*["']1\\.0["'](?:${space}+encoding${space}*=${space}*["'][A-Za-z][A-Za-z0-9._\\-]*["'])?(?:${space}+standalone${space}*=${space}*["'](?:yes|no)["'])?${space}*\\?>`,
  'uy',
)
const instruction = new RegExp(`<\\?(${simpleName})(?=${space}|\\?>)`, 'uy')
const tagName = new RegExp(qualifiedName, 'uy')
const attribute = new RegExp(`${space}+${qualifiedName}${space}*=${space}*(?:"([^"<]*)"|'([^'<]*)')`, 'uy')
const tagEnd = new RegExp(`${space}*(/?)>`, 'uy')
const closingEnd = new RegExp(`${space}*>`, 'uy')
const blank = /^[ \t\r\n]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML may not hold
const noCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const declaring = 'http://www.w3.org/2000/xmlns/'

interface Open {
  readonly element: XmlElement
  /** As it was written, which is how it is closed. */
  readonly written: string
  readonly declared: readonly string[]
}

export async function readXml(text: string, listener: XmlListener): Promise<void> {
  refuseIf(noCharacter.test(text), 'broken')
  const scope = namespaces()
  const open: Open[] = []
  let hasRoot = false
  let at = text.startsWith('\ufeff') ? 1 : 0
  let turn = at

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  const need = (pattern: RegExp): RegExpExecArray => {
    const found = match(pattern)
    if (!found) throw new Refused('broken')
    return found
  }
  /** What stands from here to there. */
  const upTo = (end: string): string => {
    const ends = text.indexOf(end, at)
    refuseIf(ends < 0, 'broken')
    const between = text.slice(at, ends)
    at = ends + end.length
    return between
  }
  const say = (words: string): void => {
    const within = open.at(-1)
    if (within) listener.says?.(words, within.element)
    else refuseIf(!blank.test(words), 'broken')
  }
  const close = ({ declared }: Open): void => {
    for (const prefix of declared) scope.forget(prefix)
  }

  const openTag = (): void => {
    refuseIf(open.length >= deepest, 'bomb')
    refuseIf(hasRoot && open.length === 0, 'broken')
    hasRoot = true
    const [written, prefix, local] = need(tagName)
    const given: (readonly [string | undefined, string, string])[] = []
    const declared: string[] = []
    for (let found = match(attribute); found; found = match(attribute)) {
      refuseIf(given.length + declared.length >= mostAttributes, 'bomb')
      const [, its, name, double, single] = found
      const value = decoded((double ?? single)!.replaceAll(/[\t\r\n]/g, ' '))
      const declares = its === 'xmlns' ? name! : its === undefined && name === 'xmlns' ? '' : undefined
      if (declares === undefined) given.push([its, name!, value])
      else {
        refuseIf(declared.includes(declares), 'broken')
        scope.declare(declares, value)
        declared.push(declares)
      }
    }
    const ending = need(tagEnd)[1]
    const names = new Set<string>()
    const attributes = given.map(([its, local, value]) => {
      const namespace = its === undefined ? '' : scope.of(its)
      const name = `${local} ${namespace}`
      refuseIf(names.has(name), 'broken')
      names.add(name)
      return { namespace, local, value }
    })
    const element = { namespace: scope.of(prefix ?? ''), local: local!, attributes }
    listener.opens(element)
    const opened = { element, written, declared }
    if (ending === '/') close(opened)
    else open.push(opened)
  }
  const closeTag = (): void => {
    const last = open.pop()
    if (!last || !text.startsWith(last.written, at)) throw new Refused('broken')
    at += last.written.length
    need(closingEnd)
    close(last)
  }

  match(declaration)
  while (at < text.length) {
    if (at - turn > atOnce) {
      turn = at
      await giveWay()
    }
    if (text[at] !== '<') {
      const ends = text.indexOf('<', at)
      const words = text.slice(at, ends < 0 ? text.length : ends)
      refuseIf(words.includes(']]>'), 'broken')
      at += words.length
      say(open.length > 0 ? decoded(words) : words)
    } else if (text.startsWith('<!--', at)) {
      at += 4
      const comment = upTo('-->')
      refuseIf(comment.includes('--') || comment.endsWith('-'), 'broken')
    } else if (text.startsWith('<![CDATA[', at)) {
      refuseIf(open.length === 0, 'broken')
      at += 9
      say(upTo(']]>'))
    } else if (text[at + 1] === '!')
      throw new Refused(/^<!DOCTYPE/i.test(text.slice(at, at + 9)) ? 'outside' : 'broken')
    else if (text[at + 1] === '?') {
      refuseIf(/^xml$/i.test(need(instruction)[1]!), 'broken')
      upTo('?>')
    } else if (text[at + 1] === '/') {
      at += 2
      closeTag()
    } else {
      at += 1
      openTag()
    }
  }
  refuseIf(!hasRoot || open.length > 0, 'broken')
}

/** What each prefix means here; an inner meaning hides the outer one until its element is closed. */
function namespaces() {
  const meanings = new Map<string, string[]>([
    ['xml', [xmlNamespace]],
    ['', ['']],
  ])
  return {
    of(prefix: string): string {
      const meaning = meanings.get(prefix)?.at(-1)
      if (meaning === undefined) throw new Refused('broken')
      return meaning
    },
    declare(prefix: string, namespace: string): void {
      refuseIf(prefix === 'xmlns' || namespace === declaring, 'broken')
      refuseIf((prefix === 'xml') !== (namespace === xmlNamespace), 'broken')
      // Only the namespace without a prefix can be taken back.
      refuseIf(prefix !== '' && namespace === '', 'broken')
      const meaning = meanings.get(prefix)
      if (meaning) meaning.push(namespace)
      else meanings.set(prefix, [namespace])
    },
    forget: (prefix: string): void => void meanings.get(prefix)?.pop(),
  }
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
)

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;&]{0,20};)?/g, (_, reference: string | undefined) => {
    const [, hex, decimal, name] = /^(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));$/i.exec(reference ?? '') ?? []
    const character =
      name === undefined
        ? characterAt(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : entities.get(name)
    if (character === undefined) throw new Refused('broken')
    return character
  })
}

function characterAt(point: number): string | undefined {
  // Not half of a pair, and nothing beyond the last plane; `NaN` where it was no number.
  if (!(point > 0 && point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff)) return undefined
  const character = String.fromCodePoint(point)
  return noCharacter.test(character) ? undefined : character
}
