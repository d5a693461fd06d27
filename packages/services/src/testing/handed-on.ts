/** A firm that was handed on along a link, with what it consented to: rows as the referral's own use cases leave them. */
import { randomUUID } from 'node:crypto'
import type { Database } from '@ieum/storage'
import { type AgreedLink, inTheHouse } from './world.ts'

export interface HandedOn {
  readonly referral: string
  /** Of the hand-off, and of papers where some are passed. */
  readonly consents: readonly string[]
}

export async function addHandedOn(
  database: Database,
  firm: { readonly firm: string; readonly person: string },
  link: AgreedLink,
  passed: {
    readonly facts?: readonly string[]
    readonly participations?: boolean
    readonly papers?: readonly string[]
  },
): Promise<HandedOn> {
  return inTheHouse(database, async tx => {
    const { id: referral } = await tx
      .insertInto('referral')
      .values({
        number: `2026-${randomUUID().slice(0, 8)}`,
        agreement_id: link.id,
        firm_id: firm.firm,
        from_agency: link.fromAgency,
        to_agency: link.toAgency,
        from_programme: link.fromProgramme,
        to_programme: link.toProgramme,
        state: 'received',
        drafted_on: '2026-05-20',
        sent_on: '2026-05-21',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const papers = passed.papers ?? []
    const consents: string[] = []
    for (const kind of papers.length > 0 ? (['hand-off', 'papers'] as const) : (['hand-off'] as const)) {
      const { id } = await tx
        .insertInto('consent')
        .values({
          firm_id: firm.firm,
          referral_id: referral,
          kind,
          recipient_agency: link.toAgency,
          purpose: '다음 단계 지원사업으로 잇기',
          facts: kind === 'hand-off' ? [...(passed.facts ?? [])] : [],
          participations: kind === 'hand-off' && (passed.participations ?? false),
          papers: kind === 'papers' ? [...papers] : [],
          until: '2026-12-31',
          refusal: '추천되지 않을 뿐 불이익은 없습니다.',
          text_id: kind,
          text_version: 1,
          text_language: 'ko',
          text_body: '동의서',
          given_by: firm.person,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      consents.push(id)
    }
    return { referral, consents }
  })
}

export const withdraw = (database: Database, consents: readonly string[]): Promise<unknown> =>
  inTheHouse(database, tx =>
    tx
      .updateTable('consent')
      .set({ withdrawn_at: new Date() })
      .where('id', 'in', [...consents])
      .execute(),
  )
