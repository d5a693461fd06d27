/** The patterns of sentences: `{a}` and `{b}` are what stands left and right; in Korean a letter behind them asks for the particle that fits. */
import type { Words } from '@ieum/catalogue/records'
import type { Comparator } from '@ieum/rules'

export const comparisons: Readonly<Record<Comparator, Words>> = {
  '=': { en: '{a} is {b}', ko: '{a은} {b}' },
  '!=': { en: '{a} is not {b}', ko: '{a은} {b이} 아님' },
  '<': { en: '{a} is less than {b}', ko: '{a은} {b} 미만' },
  '<=': { en: '{a} is at most {b}', ko: '{a은} {b} 이하' },
  '>': { en: '{a} is more than {b}', ko: '{a은} {b} 초과' },
  '>=': { en: '{a} is at least {b}', ko: '{a은} {b} 이상' },
}

export const dayComparisons: Readonly<Record<Comparator, Words>> = {
  '=': { en: '{a} is {b}', ko: '{a은} {b}' },
  '!=': { en: '{a} is not {b}', ko: '{a은} {b이} 아님' },
  '<': { en: '{a} is before {b}', ko: '{a은} {b}보다 전' },
  '<=': { en: '{a} is {b} or before', ko: '{a은} {b} 또는 그 전' },
  '>': { en: '{a} is after {b}', ko: '{a은} {b}보다 뒤' },
  '>=': { en: '{a} is {b} or after', ko: '{a은} {b} 또는 그 뒤' },
}

export const calls: Readonly<Record<string, Words>> = {
  count: { en: 'the number of {a}', ko: '{a}의 수' },
  sum: { en: 'the sum of {a}', ko: '{a}의 합' },
  min: { en: 'the least of {a}', ko: '{a} 가운데 가장 작은 값' },
  max: { en: 'the greatest of {a}', ko: '{a} 가운데 가장 큰 값' },
  'list contains': { en: '{a} include {b}', ko: '{a}에 {b} 포함' },
  'starts with': { en: '{a} starts with {b}', ko: '{a이} {b}(으)로 시작' },
  'ends with': { en: '{a} ends with {b}', ko: '{a이} {b}(으)로 끝남' },
  contains: { en: '{a} contains {b}', ko: '{a}에 {b} 포함' },
  matches: { en: '{a} matches {b}', ko: '{a이} {b} 형식' },
  substring: { en: 'part of {a}', ko: '{a}의 일부' },
  'upper case': { en: '{a}', ko: '{a}' },
  'lower case': { en: '{a}', ko: '{a}' },
  'string length': { en: 'the length of {a}', ko: '{a}의 길이' },
  abs: { en: 'the size of {a}', ko: '{a}의 절댓값' },
  floor: { en: '{a} rounded down', ko: '{a} 내림' },
  ceiling: { en: '{a} rounded up', ko: '{a} 올림' },
  number: { en: '{a}', ko: '{a}' },
  string: { en: '{a}', ko: '{a}' },
  'years and months duration': { en: 'the time from {a} to {b}', ko: '{a}부터 {b}까지의 기간' },
}

export const partWords: Readonly<Record<string, Words>> = {
  year: { en: 'the year of {a}', ko: '{a}의 연도' },
  month: { en: 'the month of {a}', ko: '{a}의 월' },
  day: { en: 'the day of the month of {a}', ko: '{a}의 일' },
  years: { en: '{a} in years', ko: '{a}(년)' },
  months: { en: 'the months of {a}', ko: '{a}(개월)' },
  days: { en: '{a} in days', ko: '{a}(일)' },
}

/** A bound without what is compared: `5 이상`. */
export const bounds: Readonly<Record<Comparator, Words>> = {
  '=': { en: '{b}', ko: '{b}' },
  '!=': { en: 'not {b}', ko: '{b} 아님' },
  '<': { en: 'less than {b}', ko: '{b} 미만' },
  '<=': { en: 'at most {b}', ko: '{b} 이하' },
  '>': { en: 'more than {b}', ko: '{b} 초과' },
  '>=': { en: 'at least {b}', ko: '{b} 이상' },
}
