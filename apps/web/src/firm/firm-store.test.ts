import { describe, expect, it } from 'vitest'
import { answer, answerNotKnown, declare, isBlank, noFirm, takeBack, takeDeclarationBack } from './firm-store.ts'

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
})
