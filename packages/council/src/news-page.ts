/** Where news of a council is looked at, behind `/desk/{post}/`; null of other news. */
export function pageOfNews(kind: string, detail: Readonly<Record<string, unknown>> = {}): string | null {
  const of = (name: string) => (typeof detail[name] === 'string' ? encodeURIComponent(detail[name]) : null)
  const [action, task, session, council] = ['action', 'task', 'session', 'council'].map(of)
  // Who is asked to draw up a link need not sit in the council.
  if (kind === 'action.link-asked' && action) return `links/new?action=${action}`
  if (kind.startsWith('action.') && action) return `actions#${action}`
  if (kind.startsWith('task.') && task) return `tasks/${task}`
  if (kind.startsWith('session.') && session) return `sessions/${session}`
  return council ? `councils/${council}` : null
}
