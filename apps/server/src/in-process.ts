/** The server on the real catalogue, for tests: asked without a network. */
import { join } from 'node:path'
import { openCatalogue } from '@ieum/services'
import { createApp } from './app.ts'
import { workHere } from './firm-work.ts'
import type { Needs } from './needs.ts'

const kr = join(import.meta.dirname, '../../../catalogue/kr')

export async function needsForTests(): Promise<Needs> {
  const opening = await openCatalogue(kr)
  if (opening.is === 'faulty') throw new Error(JSON.stringify(opening.faults[0]))
  return {
    catalogue: opening.catalogue,
    work: workHere(opening.catalogue),
    today: () => '2026-06-01',
    report: error => {
      throw error
    },
  }
}

export async function appForTests() {
  const needs = await needsForTests()
  const app = createApp(needs)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  return { app, post, ...needs }
}

export const foundry = {
  id: 'example-foundry',
  facts: {
    size: 'small',
    industry: 'C24311',
    employees: 32,
    sales: 8_200_000_000,
    founded: '2009-04-01',
    region: '경상북도',
    certificates: ['root-company', 'factory-registered'],
    participations: [
      { programme: 'mss-smart-factory-basic', edition: '2024', outcome: 'completed', role: 'lead', on: '2025-03-31' },
    ],
  },
}
