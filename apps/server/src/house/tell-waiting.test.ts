import { describe, expect, it } from 'vitest'
import { tellWaiting } from './tell-waiting.ts'

describe('papers that wait for the scanner', () => {
  const told = (...why: readonly string[]) => {
    const reported: string[] = []
    const waiting = why.map((why, n) => ({ paper: `p${n + 1}`, why }))
    tellWaiting(error => reported.push(error.message))({ waiting })
    return reported
  }

  it('are told of once a round, each with its reason', () => {
    expect(told('ECONNREFUSED', 'its bytes are not where they were kept')).toEqual([
      'papers wait to be scanned:\npaper p1: ECONNREFUSED\npaper p2: its bytes are not where they were kept',
    ])
  })

  it('are not spoken of when there are none', () => {
    expect(told()).toEqual([])
  })
})
