/** What the states of councils are called, and what is counted: the same at the desk, in the room and in the open record. */
export const taskState = {
  drafted: 'Draft',
  proposed: 'Waits for answers',
  answered: 'Answered',
  adopted: 'Adopted',
  'under-way': 'Under way',
  completed: 'Completed',
  stopped: 'Stopped',
  withdrawn: 'Withdrawn',
}

export const sessionState = {
  planned: 'Planned',
  called: 'Called',
  sitting: 'In session',
  ended: 'Ended',
  minuted: 'Minutes closed',
  cancelled: 'Cancelled',
}

export const actionState = { open: 'Under way', reported: 'Waits for a nod', closed: 'Closed', dropped: 'Dropped' }

export const position = {
  agree: 'Agrees',
  'agree-with-changes': 'Agrees with changes',
  study: 'Will study it',
  cannot: 'Cannot',
}

export const measure = {
  'firms-referred': 'Firms referred',
  'answered-in-time': 'Referrals answered in time',
  accepted: 'Referrals accepted',
  completed: 'Referrals completed',
  'days-to-selection': 'Days from graduation to the next selection',
  'links-in-force': 'Links in force',
  'steps-joined': 'Steps joined by a link',
}
