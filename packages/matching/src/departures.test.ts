import type { Window } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'
import { describe, expect, it } from 'vitest'
import { nextToClose, nextToOpen } from './departures.ts'

const programme = (id: string, windows: readonly Window[], recurs?: 'yearly'): RuledProgramme => ({
  id,
  name: { ko: id, en: id },
  agency: 'a',
  stages: [],
  kind: 'grant',
  ...(recurs && { recurs }),
  editions: [{ edition: '2026', windows, criteria: [], exclusions: [], preferences: [] }],
})

const ids = (departures: readonly { programme: { id: string } }[]) => departures.map(({ programme }) => programme.id)

describe('the board of what opens next', () => {
  it('is in the order of the days and leaves out what has opened', () => {
    const rows = nextToOpen(
      [
        programme('later', [{ opens: '2026-09-01', closes: '2026-09-30' }]),
        programme('sooner', [{ opens: '2026-07-01', closes: '2026-07-30' }]),
        programme('open', [{ opens: '2026-05-01', closes: '2026-07-30' }]),
      ],
      '2026-06-01',
    )
    expect(ids(rows)).toEqual(['sooner', 'later'])
  })

  it('shows a programme once, at its next window', () => {
    const rows = nextToOpen(
      [programme('twice', [{ opens: '2026-09-01' }, { opens: '2026-07-01', closes: '2026-07-09' }])],
      '2026-06-01',
    )
    expect(rows.map(({ window }) => window.opens)).toEqual(['2026-07-01'])
  })

  it('forecasts the next year of a yearly programme and says so', () => {
    const [row] = nextToOpen(
      [programme('yearly', [{ opens: '2026-02-01', closes: '2026-02-20' }], 'yearly')],
      '2026-06-01',
    )
    expect(row).toMatchObject({ isForecast: true, window: { opens: '2027-02-01', closes: '2027-02-20' } })
    expect(nextToOpen([programme('once', [{ opens: '2026-02-01', closes: '2026-02-20' }])], '2026-06-01')).toEqual([])
  })
})

describe('the board of what closes next', () => {
  it('holds what is open on the day, its last day included', () => {
    const programmes = [
      programme('today', [{ opens: '2026-05-01', closes: '2026-06-01T16:00' }]),
      programme('later', [{ opens: '2026-05-01', closes: '2026-06-30' }]),
      programme('over', [{ opens: '2026-05-01', closes: '2026-05-31' }]),
      programme('budget', [{ rolling: true, opens: '2026-01-01', until: 'budget' }]),
    ]
    expect(ids(nextToClose(programmes, '2026-06-01'))).toEqual(['today', 'later'])
  })
})
