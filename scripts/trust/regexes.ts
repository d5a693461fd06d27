/** Every regular expression that stands in our source, by what the parser of the build says (not by looks). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { root } from '../steps.ts'

export interface FoundRegex {
  readonly at: string
  readonly source: string
  readonly flags: string
}

const places = ['packages', 'apps']

export function regexesInSource(): readonly FoundRegex[] {
  return places.flatMap(place =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .map(file => `${place}/${file.replaceAll('\\', '/')}`)
      .filter(file => /\.(ts|tsx|js)$/.test(file) && !/node_modules|\/dist\/|\.test\.tsx?$|\/testing\//.test(file))
      .sort()
      .flatMap(file => {
        const text = readFileSync(join(root, file), 'utf8')
        const { program, errors } = parseSync(file, text)
        if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
        return regexesIn(program).map(({ start, regex }) => ({
          at: `${file}:${text.slice(0, start).split('\n').length}`,
          source: regex.pattern,
          flags: regex.flags,
        }))
      }),
  )
}

interface RegexNode {
  readonly start: number
  readonly regex: { readonly pattern: string; readonly flags: string }
}

function regexesIn(node: unknown): RegexNode[] {
  if (Array.isArray(node)) return node.flatMap(regexesIn)
  if (typeof node !== 'object' || node === null) return []
  const own = 'regex' in node && 'start' in node ? [node as RegexNode] : []
  return [...own, ...Object.values(node).flatMap(regexesIn)]
}
