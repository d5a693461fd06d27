import { describe, expect, it } from 'vitest'
import { type CouncilTyped, type SeatTyped, sentOf, startOf, withSeat, wrongIn, wrongOf } from './typed.ts'

const around = { own: 'mss', on: '2026-06-01' }
const seat = (agency: string, changed: Partial<SeatTyped> = {}): SeatTyped => ({
  key: 0,
  agency,
  side: '',
  title: '국장',
  titleEn: '',
  kind: 'member',
  ...changed,
})
const typed = (changed: Partial<CouncilTyped> = {}): CouncilTyped => ({
  ...startOf('mss', '2026-06-01'),
  name: '협의회',
  seats: [seat('mss'), seat('motie', { key: 1 })],
  ...changed,
})

describe('a council that is typed', () => {
  it('begins with a seat of the own agency, and asks for what is not there yet', () => {
    expect(wrongIn(startOf('mss', '2026-06-01'), around).map(({ field }) => field)).toEqual([
      '/name',
      '/seats/0/title',
      '/seats/1/agency',
      '/seats/1/title',
    ])
    expect(wrongIn(typed(), around)).toEqual([])
  })

  it.each<[string, Partial<CouncilTyped>, string, string]>([
    ['a day to come', { foundedOn: '2026-06-02' }, '/foundedOn', 'later'],
    ['no day', { foundedOn: '' }, '/foundedOn', 'day'],
    ['no seat of its own', { seats: [seat('motie'), seat('kosmes')] }, '/seats', 'own'],
    ['one agency', { seats: [seat('mss'), seat('mss')] }, '/seats', 'parties'],
    [
      'observers alone',
      { seats: [seat('mss', { kind: 'observer' }), seat('motie', { kind: 'observer' })] },
      '/seats',
      'votes',
    ],
    [
      'two chairs',
      { seats: [seat('mss', { kind: 'chair' }), seat('motie', { kind: 'chair' })] },
      '/seats/1/kind',
      'chair',
    ],
    ['no side', { kind: 'consultative', seats: [seat('mss', { side: 'public' }), seat('')] }, '/seats/1/side', 'side'],
  ])('is wrong with %s', (_, changed, field, wrong) => {
    expect(wrongIn(typed(changed), around)).toEqual([{ field, wrong }])
  })

  it('sends sides and a municipality for a consultative body alone', () => {
    const seats = [seat('mss', { side: 'public' }), seat('', { key: 1, side: 'small', title: ' 상인회 ' })]
    const body = typed({ kind: 'consultative', municipality: '11110', seats })
    expect(wrongIn(body, around)).toEqual([])
    expect(sentOf(body)).toMatchObject({
      municipality: '11110',
      seats: [
        { agency: 'mss', side: 'public' },
        { side: 'small', title: '상인회' },
      ],
    })
    const policy = sentOf({ ...body, kind: 'policy' })
    expect(policy).not.toHaveProperty('municipality')
    expect(policy.seats[0]).toEqual({ agency: 'mss', title: '국장', kind: 'member' })
  })

  it('has a new seat beside those of the same agency, known by a key of its own', () => {
    expect(withSeat([seat('mss', { key: 4 }), seat('motie', { key: 2 })]).at(-1)).toMatchObject({
      key: 5,
      agency: 'motie',
      title: '',
    })
  })

  it('says of what the server found that the name is taken, and else that the field was not taken', () => {
    expect(wrongOf([{ field: '/name' }, { field: '/seats' }, { field: '/seats/1/agency' }])).toEqual([
      { field: '/name', wrong: 'nameTaken' },
      { field: '/seats', wrong: 'owes' },
      { field: '/seats/1/agency', wrong: 'other' },
    ])
  })
})
