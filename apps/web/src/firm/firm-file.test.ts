import { describe, expect, it } from 'vitest'
import { firmFileOf, firmFileText, firmHereOf, readFirmFile } from './firm-file.ts'
import { answer, answerNotKnown, declare, noFirm } from './firm-store.ts'

const facts = [{ name: 'employees', type: 'number' as const, about: 'firm' as const, changes: 'by-firm' as const }]
const file = (text: string, name = 'my-firm.yaml') => new File([text], name)

describe('a firm file', () => {
  const firm = declare(answerNotKnown(answer(noFirm, 'employees', 32), 'sales'), [], [])

  it('holds what is known and leaves out what is not', () => {
    expect(firmFileOf(firm)).toEqual({ id: 'my-firm', declares: ['standard'], facts: { employees: 32 } })
  })

  it('comes back as it was taken away', async () => {
    const reading = await readFirmFile(file(firmFileText(firm)), facts)
    expect(reading).toEqual({ is: 'read', firm: firmHereOf(firmFileOf(firm)) })
  })

  it('is refused with the line when something in it is wrong', async () => {
    const reading = await readFirmFile(file('facts:\n  employes: 32\n'), facts)
    expect(reading).toMatchObject({ is: 'refused', faults: [{ line: 2, wrong: expect.stringContaining('employes') }] })
  })
})
