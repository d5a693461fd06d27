import type { Industry } from '@ieum/wording'

/**
 * Industries whose code starts with the query, or whose name holds each of its words, the closest first. Spaces are ignored in Korean:
 * people and tables put them in different places.
 */
export function findIndustries(industries: readonly Industry[], query: string, limit = 12): readonly Industry[] {
  const asked = query.trim().toLowerCase()
  if (asked === '') return []
  const words = asked.split(/\s+/)
  const found = industries.flatMap(industry => {
    const rank = rankOf(industry, asked, words)
    return rank === undefined ? [] : [{ industry, rank }]
  })
  return found
    .toSorted((a, b) => a.rank - b.rank || a.industry.ko.length - b.industry.ko.length)
    .slice(0, limit)
    .map(({ industry }) => industry)
}

/** For when nothing holds all words: the industries that hold any of them, those with the most first. */
export function nearestIndustries(industries: readonly Industry[], query: string, limit = 12): readonly Industry[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(isTelling)
  return industries
    .map(industry => ({ industry, held: words.filter(word => holds(industry, word)).length }))
    .filter(({ held }) => held > 0)
    .toSorted((a, b) => b.held - a.held || a.industry.ko.length - b.industry.ko.length)
    .slice(0, limit)
    .map(({ industry }) => industry)
}

/** One syllable of Korean, or two letters of English, stand in too many names. */
const isTelling = (word: string): boolean => word.length >= (/[가-힣]/.test(word) ? 2 : 3)

const holds = ({ ko, en }: Industry, word: string): boolean =>
  ko.replaceAll(' ', '').toLowerCase().includes(word) || en.toLowerCase().includes(word)

function rankOf({ code, ko, en }: Industry, asked: string, words: readonly string[]): number | undefined {
  const lowerCode = code.toLowerCase()
  if (lowerCode.startsWith(asked) || lowerCode.slice(1).startsWith(asked)) return 0
  const korean = ko.replaceAll(' ', '').toLowerCase()
  const tight = words.join('')
  if (korean.startsWith(tight)) return 1
  if (korean.includes(tight)) return 2
  const english = en.toLowerCase()
  if (english.startsWith(asked)) return 1
  if (words.every(word => korean.includes(word) || english.includes(word))) return 3
  return undefined
}
