import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Link } from '@ieum/catalogue/records'
import { createApp, workHere } from '@ieum/server'
import { openCatalogue, withAgreedLinks } from '@ieum/services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderOf, ieum } from './run-ieum.ts'

const root = join(import.meta.dirname, '../../..')
const [from, to] = ['mss-automation-process', 'motie-koril-feasibility']
const agreed: Link = {
  id: 'agreed-here',
  from: { programme: from, outcome: 'completed' },
  to,
  kind: 'relaxes',
  waives: ['research-institute'],
}

let server: Server
let about: string[]
/** What the installation gives at /api/rulebook. */
let book: string
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
beforeAll(async () => {
  const opening = await openCatalogue(join(root, 'catalogue/kr'))
  if (opening.is !== 'open') throw new Error(opening.is)
  const catalogue = withAgreedLinks(opening.catalogue, [agreed])
  const app = createApp({ catalogue, work: workHere(catalogue), today: () => '2026-06-01', report: () => {} })
  book = await (await app.request('/api/rulebook')).text()
  server = createServer((request, answer) => answer.writeHead(request.url === '/api/rulebook' ? 200 : 404).end(book))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const had = { programme: from, edition: '2025', outcome: 'completed', role: 'lead', on: '2026-05-15' }
  const firm = { id: 'f', facts: { size: 'small', industry: 'C24311', employees: 32, participations: [had] } }
  about = ['--firm', join(await folderOf({ 'f.yaml': firm }), 'f.yaml'), '--on', '2026-06-01']
})
afterAll(() => server.close())

describe('links that agencies agreed on at an installation', () => {
  const waivedIn = (out: string) =>
    JSON.parse(out).result.criteria.find(({ id }: { id: string }) => id === 'research-institute').waived

  it('count where their address is given, and only there', async () => {
    const without = await ieum(['explain', to, ...about, '--json'])
    const counted = await ieum(['explain', to, ...about, '--json', '--agreed', address()])
    expect([waivedIn(without.out), without.err]).toEqual([undefined, ''])
    expect([waivedIn(counted.out), counted.err]).toEqual(['agreed-here', '1 agreed link counts\n'])
    const planned = await ieum(['plan', ...about, '--via', to, '--horizon', 'P1Y', '--json', '--agreed', address()])
    expect(JSON.parse(planned.out).itineraries[0].legs[0].link).toBe('agreed-here')
  })

  it('are said to be left out where the catalogue has no such programme', async () => {
    const cut = await folderOf({
      'facts.yaml': { facts: {} },
      'agencies.yaml': { agencies: [] },
      'programmes/none.txt': '',
    })
    const firm = join(await folderOf({ 'f.yaml': { id: 'f', facts: {} } }), 'f.yaml')
    const ran = await ieum(['match', '--catalogue', cut, '--firm', firm, '--on', '2026-06-01', '--agreed', address()])
    expect(ran.err).toContain('0 agreed links count; 1 left out')
  })

  it.each([
    ['nowhere', () => 'nowhere', '--agreed: "nowhere" is no address: write it as https://ieum.example'],
    ['a server that is not there', () => 'http://127.0.0.1:1', '--agreed: http://127.0.0.1:1: no answer: '],
  ])('are asked for in vain at %s', async (_, at, says) => {
    const ran = await ieum(['match', ...about, '--agreed', at()])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(says)
    expect(ran.err.split('\n')).toHaveLength(2)
  })

  it('are refused when what comes is no rulebook, or its links are none', async () => {
    const was = book
    for (const [given, says] of [
      ['<html>', 'its answer is no rulebook'],
      ['{"links":[{"id":"x","to":3}],"agreedHere":["x"]}', 'its links cannot be read'],
    ] as const) {
      book = given
      const ran = await ieum(['match', ...about, '--agreed', address()])
      expect([ran.code, ran.err.includes(says)], ran.err).toEqual([2, true])
    }
    book = was
  })

  it('are refused when the address leads on to another', async () => {
    const other = createServer((_, answer) => answer.writeHead(301, { location: `${address()}/api/rulebook` }).end())
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
    const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const ran = await ieum(['match', ...about, '--agreed', at])
    other.close()
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(
      `--agreed: ${at}: it leads on to ${address()}/api/rulebook: give the address that answers`,
    )
  })
})
