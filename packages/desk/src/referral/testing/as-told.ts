/** The lines of the issue, written down once more and independently of the table: what may follow what. */
export const asTold: Readonly<Record<string, readonly string[]>> = {
  drafted: ['consented', 'recalled', 'withdrawn', 'expired'],
  consented: ['sent', 'recalled', 'withdrawn', 'expired'],
  sent: ['received', 'recalled', 'withdrawn', 'expired'],
  received: ['under-review', 'recalled', 'withdrawn', 'expired'],
  'under-review': ['accepted', 'declined', 'returned', 'recalled', 'withdrawn', 'expired'],
  returned: ['sent', 'recalled', 'withdrawn', 'expired'],
  accepted: ['enrolled', 'failed', 'withdrawn'],
  enrolled: ['completed', 'failed'],
  declined: ['re-routed'],
  expired: ['re-routed'],
  completed: [],
  failed: [],
  recalled: [],
  withdrawn: [],
  're-routed': [],
}
