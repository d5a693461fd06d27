import { sql } from 'kysely'

/**
 * Of a referral `r`: accept, decline, or null. A yes or a no is an answer, a case returned for more is not yet. Where the state tells no more
 * what the answer was (withdrawn after a yes, sent another way after a no), its events do.
 */
export const answerOf = sql<'accept' | 'decline' | null>`
  case when r.state in ('accepted', 'enrolled', 'completed', 'failed') then 'accept'
       when r.state = 'declined' then 'decline'
       when r.state in ('re-routed', 'withdrawn') then (
         select e.move from referral_event e
         where e.referral_id = r.id and e.move in ('accept', 'decline') order by e.seq desc limit 1)
  end`
