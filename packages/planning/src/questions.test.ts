import { describe, expect, it } from 'vitest'
import { planQuestions } from './questions.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

const known = { id: firm.id, facts: { founded: '2023-06-01' } }
const request = { firm: known, on, via: ['equipment'], horizon: 'P2Y' }
const soon = programme('soon', 'equipment', 'tipa', {
  criteria: [{ id: 'size', when: 'employees < 50' }],
})
const later = programme('later', 'equipment', 'tipa', {
  windows: [{ opens: '2026-08-01', closes: '2026-08-31' }],
  support: { max: 5 },
  exclusions: [{ id: 'arrears', when: 'in_arrears = true' }],
})

function questions(...programmes: Parameters<typeof smallPlanner>[0]) {
  const planner = smallPlanner(programmes)
  return planQuestions(planner, request, planner.plan(request))
}

describe('the question that would change a plan most', () => {
  it('is the fact without which there is no way', () => {
    expect(questions(soon)).toEqual([{ fact: 'employees', itineraries: 1, answer: 50, arrives: null, later: null }])
  })

  it('says how much later one arrives with a bad answer, and leaves out what changes nothing', () => {
    expect(questions(soon, later)).toEqual([
      { fact: 'employees', itineraries: 1, answer: 50, arrives: '2026-09-30', later: 184 },
    ])
  })

  it('is none where nothing is assumed, or there is no way', () => {
    expect(questions(programme('open', 'equipment', 'tipa', {}))).toEqual([])
    expect(questions(programme('open', 'other', 'tipa', {}))).toEqual([])
  })
})
