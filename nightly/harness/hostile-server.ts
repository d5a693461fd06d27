/** A server process on records of its own, which bytes are sent to as they are; it ends with the test file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@ieum/storage'
import { afterAll, beforeAll } from 'vitest'
import { type Answer, ask } from './ask.ts'
import { makeScene, type Scene, writeScene } from './scene.ts'
import { type ServerProcess, startServer } from './start-server.ts'

export interface HostileServer {
  readonly server: ServerProcess
  readonly scene: Scene
  /** What an officer's referrals are read and drawn up at. */
  readonly box: string
  readonly asUser: () => Promise<Answer>
  /** The first lines of a request of that officer. */
  readonly head: (method: string, path: string, ...headers: string[]) => string
}

export function hostileServer(): () => HostileServer {
  let opened: HostileServer | undefined
  const folder = mkdtempSync(join(tmpdir(), 'ieum-hostile-'))
  beforeAll(async () => {
    opened = await openIn(folder)
  }, 120_000)
  afterAll(async () => {
    await opened?.server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  return () => opened!
}

async function openIn(folder: string): Promise<HostileServer> {
  const opened = await openDatabase({ folder })
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  const scene = await makeScene(opened.database, { firms: 3 })
  await opened.database.close()
  const written = await writeScene(scene)
  const crowd = { mostUnderWay: 48, ofOnePerson: { atOnce: 100_000, aSecond: 100_000 } }
  const work = { where: { folder }, scene: written.file, port: 0, on: '2026-06-01', crowd, warm: true }
  const server = await startServer(work)
  written.remove()
  const box = `/api/posts/${scene.sender.capacity.post}/referrals`
  const person = { 'x-person': scene.sender.person.id }
  return {
    server,
    scene,
    box,
    asUser: () => ask({ port: server.port, method: 'GET', path: box, headers: person }),
    head: (method, path, ...headers) =>
      [`${method} ${path} HTTP/1.1`, 'host: localhost', `x-person: ${person['x-person']}`, ...headers, '', ''].join(
        '\r\n',
      ),
  }
}
