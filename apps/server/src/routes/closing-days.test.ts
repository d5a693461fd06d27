import { describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { appForTests } from '../in-process.ts'

const { app, post: _, ...needs } = await appForTests()

async function list(on: string) {
  const { municipalities } = (await (await app.request(`/api/closing-days?on=${on}`)).json()) as {
    municipalities: readonly { code: string; name: string; kind: string; next: readonly { day: string }[] }[]
  }
  return municipalities
}
const one = async (code: string, query = '') =>
  (await (await app.request(`/api/closing-days/${code}?on=2026-11-27${query}`)).json()) as {
    municipality: { kind: string; next: readonly { day: string }[] }
    now: { rule: string | null; sources: readonly { url?: string }[] } | null
    days: readonly { day: string; is: string; for?: string }[]
  }

describe('closing days over HTTP', () => {
  it('are listed for every municipality, and unknown where no source says them', async () => {
    const municipalities = await list('2026-11-27')
    expect(municipalities).toHaveLength(256)
    const seocho = municipalities.find(({ code }) => code === '11650')
    expect(seocho?.kind).toBe('weekday')
    expect(seocho?.next.map(({ day }) => day)).toEqual(['2026-12-09', '2026-12-23', '2027-01-13', '2027-01-27'])
    const jongno = municipalities.find(({ code }) => code === '11110')
    expect(jongno).toMatchObject({ kind: 'unknown', next: [] })
  })

  it('give no next days where only the weekday is known, or none is set', async () => {
    const municipalities = await list('2026-11-27')
    expect(municipalities.find(({ code }) => code === '26260')).toMatchObject({ kind: 'weekday', next: [] })
    expect(municipalities.find(({ code }) => code === '26440')).toMatchObject({ kind: 'none', next: [] })
  })

  it('of one municipality have their terms, sources and exceptions', async () => {
    const seocho = await one('11650', '&from=2024-01-01&to=2024-03-31')
    expect(seocho.now?.rule).toBe('FREQ=MONTHLY;BYDAY=2WE,4WE')
    expect(seocho.now?.sources[0]?.url).toContain('donga.com')
    expect(seocho.days).toEqual([
      { day: '2024-02-10', is: 'added', for: '2024-02-14' },
      { day: '2024-02-28', is: 'regular' },
      { day: '2024-03-13', is: 'regular' },
      { day: '2024-03-27', is: 'regular' },
    ])
  })

  it('hold for the eight of Daegu, not for the county that came to it later', async () => {
    const daegu = (await list('2026-11-27')).filter(({ code }) => code.startsWith('27'))
    expect(daegu.filter(({ kind }) => kind === 'weekday')).toHaveLength(8)
    expect(daegu.find(({ name }) => name === '군위군')?.kind).toBe('unknown')
  })

  it('come as a calendar, in either language', async () => {
    const response = await app.request('/api/closing-days/11650.ics?lang=en')
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = (await response.text()).replace(/\r\n /g, '')
    expect(text).toContain(
      'RRULE:FREQ=MONTHLY;BYDAY=2WE,4WE\r\nEXDATE;VALUE=DATE:20240214\r\nRDATE;VALUE=DATE:20240210',
    )
    expect(text).toContain('DTSTART;VALUE=DATE:20240214')
    expect(text).toContain('UID:closing.11650.seocho@ieum')
    expect(text).toContain('Costco Yangjae')
  })

  it('name their page in the calendar by the address of the site, whatever host was asked', async () => {
    const ours = createApp({ ...needs, publicUrl: 'https://ieum.example' })
    const text = await (await ours.request('http://elsewhere.example/api/closing-days/11650.ics')).text()
    expect(text).toContain('URL;VALUE=URI:https://ieum.example/closing-days/11650')
    expect(text).not.toContain('elsewhere')
  })

  it('come as a table with a row a municipality', async () => {
    const text = await (await app.request('/api/closing-days.csv?on=2026-11-27')).text()
    const rows = text.trim().split('\r\n')
    expect(rows).toHaveLength(257)
    expect(rows.find(row => row.startsWith('11650'))).toBe(
      '11650,서울특별시,서초구,weekday,switched,"FREQ=MONTHLY;BYDAY=2WE,4WE",,2024-01-28,source,high,2026-12-09,2026-12-23,2027-01-13,2027-01-27,',
    )
  })

  it.each([
    ['/api/closing-days/99999', 404],
    ['/api/closing-days/99999.ics', 404],
    ['/api/closing-days/11110.ics', 404],
    ['/api/closing-days/11650.ics?lang=fr', 400],
    ['/api/closing-days?on=2026-02-30', 400],
    ['/api/closing-days/11650?from=2026-01-01&to=2029-01-01', 400],
    ['/api/closing-days/11650?from=2026-01-02&to=2026-01-01', 400],
    ['/api/closing-days.csv?on=x', 400],
  ])('%s is answered with %i', async (path, status) => {
    expect((await app.request(path)).status).toBe(status)
  })
})
