/** A word for how everything stands that the room shows: as long as it is the same nothing has changed. Figures aside, which move by themselves. */
import { sql } from 'kysely'
import type { CouncilDesk } from './standing.ts'

export async function roomMark({ tx }: Pick<CouncilDesk, 'tx'>, session: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select md5(concat_ws('|',
      (select concat_ws(',', s.state, s.changed, s.current_item, s.item_began, s.open_from, c.changed)
         from council_session s join council c on c.id = s.council_id where s.id = ${session}),
      (select string_agg(concat_ws(',', id, position, changed), ';' order by id) from agenda_item where session_id = ${session}),
      (select string_agg(concat_ws(',', seat_id, state, deputy), ';' order by seat_id) from attendance where session_id = ${session}),
      (select string_agg(concat_ws(',', id, superseded_by, open_from), ';' order by id) from council_decision where session_id = ${session}),
      (select string_agg(concat_ws(',', a.id, a.changed), ';' order by a.id)
         from council_action a join council_decision d on d.id = a.decision_id where d.session_id = ${session}),
      (select string_agg(concat_ws(',', t.id, t.changed,
           (select count(*) from task_answer n where n.task_id = t.id)), ';' order by t.id)
         from collaboration_task t where t.id in (select task_id from agenda_item where session_id = ${session}))
    )) as mark`.execute(tx)
  return rows[0]!.mark
}
