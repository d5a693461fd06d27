import { fastest } from '@ieum/catalogue/testing'
import { describe, expect, it } from 'vitest'
import { hostileServer } from '../harness/hostile-server.ts'
import { sendRaw } from '../harness/raw.ts'
import { quantile, reached } from '../harness/reached.ts'

const at = hostileServer()

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const json = 'content-type: application/json'
const sized = (path: string, body: string) => [at().head('POST', path, json, `content-length: ${body.length}`), body]
const megabyte = new Uint8Array(1_000_000).fill(0x20)

function* large(first: string, chunked: boolean): Iterable<string | Uint8Array> {
  yield first
  for (let count = 0; count < 50; count += 1) {
    if (chunked) yield `${megabyte.length.toString(16)}\r\n`
    yield megabyte
    if (chunked) yield '\r\n'
  }
}

describe('C31 T10: a request that no good client sends', () => {
  const cases: readonly (readonly [string, readonly number[], () => Iterable<string | Uint8Array>])[] = [
    ['50 MB to match', [413], () => large(at().head('POST', '/api/match', json, 'content-length: 50000000'), false)],
    ['50 MB to the desk', [413], () => large(at().head('POST', at().box, json, 'content-length: 50000000'), false)],
    ['50 MB in chunks', [413], () => large(at().head('POST', at().box, json, 'transfer-encoding: chunked'), true)],
    [
      '50 MB that nobody reads',
      [404, 405, 413],
      () => large(at().head('POST', '/api/me/none', 'content-length: 50000000'), false),
    ],
    ['a firm 100,000 deep', [400, 422], () => sized('/api/match', nested(100_000))],
    ['a referral 100,000 deep', [400, 422], () => sized(at().box, nested(100_000))],
    ['a fact 100,000 deep', [400, 413, 422], () => sized(factsOfFirm(), factOf(nested(100_000)))],
    ['a fact 5,000 deep', [400, 422], () => sized(factsOfFirm(), factOf(nested(5_000)))],
    [
      '10,000 headers',
      [431],
      () => [at().head('GET', at().box, ...Array.from({ length: 10_000 }, (_, n) => `x-${n}: ${n}`))],
    ],
    ['a header of 1 MB', [431], () => [at().head('GET', at().box, `x: ${'a'.repeat(1_000_000)}`)]],
    ['an address of 1 MB', [431, 414], () => [at().head('GET', `${at().box}?search=${'a'.repeat(1_000_000)}`)]],
    ...['abc', '-1', '1e3', '0x10', '5, 6', '99999999999999999999', ''].map(
      length =>
        [
          `content-length: ${length}`,
          [400, 413],
          () => [at().head('POST', at().box, json, `content-length: ${length}`), '{}'],
        ] as const,
    ),
    ['two lengths', [400], () => [at().head('POST', at().box, json, 'content-length: 2', 'content-length: 3'), '{}x']],
    [
      'a length and chunks',
      [400],
      () => [
        at().head('POST', at().box, json, 'content-length: 4', 'transfer-encoding: chunked'),
        '0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
      ],
    ],
    [
      'chunks under another name',
      [400],
      () => [at().head('POST', at().box, json, 'transfer-encoding: xchunked'), '0\r\n\r\n'],
    ],
    [
      'chunks twice',
      [400],
      () => [at().head('POST', at().box, json, 'transfer-encoding: chunked, identity'), '0\r\n\r\n'],
    ],
    [
      'a chunk without a size',
      [400],
      () => [at().head('POST', at().box, json, 'transfer-encoding: chunked'), 'zz\r\n{}\r\n'],
    ],
    ['a header folded', [400], () => [`GET ${at().box} HTTP/1.1\r\nhost: x\r\nx: a\r\n b\r\n\r\n`]],
    ['a header with NUL', [400], () => [`GET ${at().box} HTTP/1.1\r\nhost: x\r\nx: a\0b\r\n\r\n`]],
    ['no HTTP at all', [400], () => ['\x16\x03\x01\x02\x00\x01\x00\r\n\r\n']],
  ]

  it('is refused at once, and the next one is answered', async context => {
    const wrong: string[] = []
    const took: number[] = []
    for (const [name, statuses, pieces] of cases) {
      const { value: answer, taken } = await fastest(100, () =>
        sendRaw(at().server.port, pieces(), { patience: 20_000 }),
      )
      took.push(taken)
      if (!statuses.includes(answer.status)) wrong.push(`${name}: ${answer.status} ${answer.text.slice(0, 300)}`)
      if (taken > 500) wrong.push(`${name}: ${Math.round(taken)} ms`)
      const { status } = await at().asUser()
      if (status !== 200) wrong.push(`after ${name}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(at().server.errors).toEqual([])
    reached(context, {
      check: 'C31',
      rounds: cases.length,
      figure: `${cases.length} kinds refused (400, 413, 422, 431), median ${Math.round(quantile(took, 0.5))} ms, slowest ${Math.round(Math.max(...took))} ms; the next request answered each time`,
    })
  }, 240_000)

  const factsOfFirm = () =>
    `/api/posts/${at().scene.sender.capacity.post}/firms/${at().scene.firms[0]!.capacity.firm}/facts`
  const factOf = (value: string) =>
    `{"source":"registry","sourceName":"x","facts":[{"name":"employees","asOf":"2026-05-01","value":${value}}]}`
})
