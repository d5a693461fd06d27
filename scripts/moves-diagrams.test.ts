import { describe, expect, it } from 'vitest'
import { diagramOf, movesDiagrams } from './moves-diagrams.ts'

describe('the diagrams of moves', () => {
  it('draw every pair of the table and nothing else', () => {
    const moves = { drafted: { send: 'sent', drop: 're-routed' }, sent: { drop: 're-routed' }, 're-routed': {} }
    expect(diagramOf({ moves, movers: { send: 'sender', drop: 'clock' } }).split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "drafted" as drafted',
      '  state "sent" as sent',
      '  state "re-routed" as re_routed',
      '  [*] --> drafted',
      '  drafted --> sent: send (sender)',
      '  drafted --> re_routed: drop (clock)',
      '  sent --> re_routed: drop (clock)',
      '  re_routed --> [*]',
    ])
  })

  it('are there for referrals, agreements and councils', () => {
    const pages = movesDiagrams()
    expect(Object.keys(pages)).toEqual(['docs/referral-moves.md', 'docs/agreement-moves.md', 'docs/council-moves.md'])
    expect(pages['docs/referral-moves.md']).toContain('| under-review | decline | receiver | declined |')
    expect(pages['docs/referral-moves.md']).toContain('| decline | criterion-unmet · ')
    expect(pages['docs/agreement-moves.md']).toContain('  reviewed --> agreed: agree (other)')
    const council = pages['docs/council-moves.md']!
    expect(council.match(/^#+ .*/gm)).toEqual([
      '# Moves in a council',
      '## A collaboration task',
      '## A session',
      '## An action',
    ])
    expect(council).toContain('  under_way --> completed: complete (council)')
    expect(council).toContain('| ended | close | secretariat | minuted |')
    expect(council).toContain('| reported | nod | other | closed |')
  })
})
