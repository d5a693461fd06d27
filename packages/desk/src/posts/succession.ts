/** Which post can take over what lies with another: one rule for where it is handed over and for where a successor is chosen. */
import { type ActingRole, may } from '../access/policy.ts'

/** What somebody has to do; seats and tasks of councils may wait until the agency names another post for them. */
export interface WorkToPass {
  /** By which its referrals that are not over, and its batches that wait for a decision, lie with the post. */
  readonly programmes: readonly string[]
  /** Of councils, that are still to be done or looked at. */
  readonly actions: number
}

export interface Successor {
  readonly role: ActingRole
  /** None: all of its agency. */
  readonly programmes: readonly string[]
}

export const needsSuccessor = ({ programmes, actions }: WorkToPass): boolean => programmes.length > 0 || actions > 0

const onReferrals: readonly ActingRole[] = ['desk-officer', 'programme-owner']

/** Those of the work that the successor does not look after. */
export const notLookedAfter = (
  { role, programmes }: Successor,
  work: Pick<WorkToPass, 'programmes'>,
): readonly string[] =>
  work.programmes.filter(
    programme => !onReferrals.includes(role) || (programmes.length > 0 && !programmes.includes(programme)),
  )

export const canTakeOver = (successor: Successor, work: WorkToPass): boolean =>
  notLookedAfter(successor, work).length === 0 && (work.actions === 0 || may(successor.role, 'report action', 'seated'))

/** Otherwise the tasks of the post are nobody's here until the agency names another. */
export const keepsTasks = ({ role }: Pick<Successor, 'role'>): boolean => may(role, 'follow task', 'seated')
