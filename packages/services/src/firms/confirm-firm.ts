/** Whoever asked for a firm that was not here opens the letter: the firm is registered, and the person is its first member. */
import { sql } from 'kysely'
import { asOneself, type Oneself } from '../acting/as-oneself.ts'
import { tokenSha256 } from '../token-sha256.ts'
import { type FirmNeeds, tellMembers } from './ask-to-act-for.ts'

export type FirmConfirmed =
  | { readonly is: 'confirmed'; readonly firm: string }
  /** Someone else registered it meanwhile: its members were asked. */
  | { readonly is: 'members asked' }
  | { readonly is: 'no such request' }

export function confirmFirm(needs: FirmNeeds, me: Oneself, token: string): Promise<FirmConfirmed> {
  return asOneself(needs, me, async self => {
    const { tx } = self
    const request = await self.asWorker(() =>
      tx
        .selectFrom('firm_request')
        .select(['id', 'number', 'name_ko', 'kind'])
        .where('token_sha256', '=', tokenSha256(token))
        .where('person_id', '=', me.person.id)
        .where('kind', '=', 'member')
        .where('settled_at', 'is', null)
        .where('until', '>', sql<Date>`now()`)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (!request) return { is: 'no such request' }
    const firm = await self.asWorker(() =>
      tx
        .insertInto('firm')
        .values({ number: request.number, name_ko: request.name_ko })
        .onConflict(conflict => conflict.column('number').doNothing())
        .returning('id')
        .executeTakeFirst(),
    )
    if (!firm) {
      const there = await self.asWorker(() =>
        tx.selectFrom('firm').select('id').where('number', '=', request.number).executeTakeFirstOrThrow(),
      )
      await tellMembers(self, there.id, request)
      return { is: 'members asked' }
    }
    await self.asWorker(async () => {
      await tx.insertInto('firm_member').values({ firm_id: firm.id, person_id: me.person.id, kind: 'member' }).execute()
      await tx.updateTable('firm_request').set({ settled_at: sql`now()` }).where('id', '=', request.id).execute()
    })
    self.changed('register firm', firm.id, { request: request.id })
    return { is: 'confirmed', firm: firm.id }
  })
}
