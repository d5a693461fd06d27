import type { CouncilDraft } from '../draft.ts'
import { plainDraft } from '../read-council-paper.ts'
import type { CouncilPaper } from './council-papers.ts'

/** A draft as the papers here say it: a line for each thing. */
export function shortDraft(draft: CouncilDraft): CouncilPaper['expected'] {
  const { session, agencies, schedule, tasks, unsure } = plainDraft(draft)
  return {
    session,
    agencies,
    schedule: schedule.map(({ from, to, title }) => `${from}-${to} ${title}`),
    tasks: tasks.map(({ title, proposedBy }) => `${title} < ${proposedBy.join(' ')}`),
    unsure: unsure.map(({ field, why }) => `${field}: ${why}`),
  }
}
