import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  answer,
  answerNotKnown,
  declaration,
  declare,
  declareNotKnown,
  eraseFirm,
  firmNow,
  followOtherTabs,
  isBlank,
  keepFirm,
  listen,
  noFirm,
  takeBack,
  takeDeclarationBack,
} from './firm-store.ts'

describe('the firm that a visitor describes', () => {
  it('remembers answers in the order they were given', () => {
    const firm = answer(answer(noFirm, 'employees', 32), 'region', '경상북도')
    expect(firm.facts).toEqual({ employees: 32, region: '경상북도' })
    expect(answer(firm, 'employees', 40).answered).toEqual(['region', 'employees'])
  })

  it('takes an answer back without leaving a trace', () => {
    expect(takeBack(answer(noFirm, 'employees', 32), 'employees')).toEqual(noFirm)
  })

  it('keeps "not known" apart from no answer and from a value', () => {
    const firm = answerNotKnown(answer(noFirm, 'employees', 32), 'employees')
    expect(firm.facts).toEqual({})
    expect(firm.notKnown).toEqual(['employees'])
    expect(takeBack(firm, 'employees')).toEqual(noFirm)
  })

  it('is blank until something is said', () => {
    expect(isBlank(noFirm)).toBe(true)
    expect(isBlank(answer(noFirm, 'employees', 1))).toBe(false)
  })

  it('answers all standing exclusions in one go, and can take that back', () => {
    const exclusions = ['tax_arrears', 'closed']
    const told = declare(answer(noFirm, 'employees', 32), exclusions, ['closed'])
    expect(told).toMatchObject({ declares: ['standard'], facts: { employees: 32, closed: true } })
    expect(declare(told, exclusions, []).facts).toEqual({ employees: 32 })
    expect(takeDeclarationBack(told, exclusions)).toEqual(answer(noFirm, 'employees', 32))
  })

  it('takes back with the declaration what was answered of one exclusion before', () => {
    const exclusions = ['tax_arrears', 'closed']
    const before = answerNotKnown(answer(noFirm, 'closed', true), 'tax_arrears')
    expect(takeDeclarationBack(declare(before, exclusions, []), exclusions)).toEqual(noFirm)
  })

  it('declares nothing once the declaration is not known', () => {
    const exclusions = ['tax_arrears', 'closed']
    const firm = declareNotKnown(declare(noFirm, exclusions, ['closed']), exclusions)
    expect(firm).toEqual(answerNotKnown(noFirm, declaration))
  })
})

describe('the firm in two tabs', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    eraseFirm()
  })

  it('is the one that the other tab kept, and none when the other tab erased it', () => {
    const here = tab()
    followOtherTabs(here)
    keepFirm(answer(noFirm, 'employees', 32))
    const told = vi.fn()
    const stop = listen(told)

    here.otherKeeps('ieum.firm', JSON.stringify(answer(noFirm, 'employees', 40)))
    expect(firmNow().facts).toEqual({ employees: 40 })
    here.otherKeeps('ieum.firm', null)
    expect(firmNow()).toEqual(noFirm)
    expect(told).toHaveBeenCalledTimes(2)
    stop()
  })

  it('goes with everything else that the other tab empties, and stays when something else changes', () => {
    const here = tab()
    followOtherTabs(here)
    keepFirm(answer(noFirm, 'employees', 32))
    here.otherKeeps('ieum.theme', 'dark')
    expect(firmNow().facts).toEqual({ employees: 32 })
    here.otherKeeps(null, null)
    expect(firmNow()).toEqual(noFirm)
  })
})

/** This tab, as far as the store knows it: its storage, and the event by which it hears of another tab. */
function tab() {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  const here = new EventTarget()
  const otherKeeps = (key: string | null, text: string | null): void => {
    if (key === null) kept.clear()
    else if (text === null) kept.delete(key)
    else kept.set(key, text)
    here.dispatchEvent(Object.assign(new Event('storage'), { key }))
  }
  return Object.assign(here, { otherKeeps })
}
