import { readdirSync } from 'node:fs'
import { koreanCatalogue } from '@ieum/services/testing'
import { planFirm } from '@ieum/services'
import * as services from '@ieum/services'
import { findingOf } from '../apps/web/src/council/follow/finding-of.ts'
const c = await koreanCatalogue()
const { readFileSync } = await import('node:fs')
const yaml = await import('yaml').catch(() => null)
for (const f of readdirSync('examples/firms')) {
  const text = readFileSync('examples/firms/' + f, 'utf8')
  const firm = f.endsWith('json') ? JSON.parse(text) : yaml!.parse(text)
  for (const p of c.rulebook.pathways) for (const on of ['2026-04-01', '2026-11-27']) {
    const o = planFirm(c, { firm, pathway: p.id, on, limit: 1000 })
    if (o.is === 'planned' && o.plan.whyNot) { const w = o.plan.whyNot; const fi = findingOf(w, { via: p.waypoints, pathway: p.id, on });  console.log(f, p.id, on, w.waypoint, w.hindered[0]?.hindrances.map(h => h.is).join('+'), JSON.stringify(fi), fi && JSON.stringify(services.checkFinding(c.rulebook, fi, '2026-11-27').is === 'faulty' ? services.checkFinding(c.rulebook, fi, on) : 'ok'), w.remedies.map(r => r.is).join(',')) }
  }
}
