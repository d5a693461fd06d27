/** The addresses of councils, their tasks and actions in the API. */
export const councilsOf = (post: string) => {
  const at = `/api/posts/${encodeURIComponent(post)}`
  const of = (kind: string, id: string, rest = '') => `${at}/${kind}/${encodeURIComponent(id)}${rest}`
  return {
    councils: `${at}/councils`,
    drawUp: `${at}/councils/draw-up`,
    council: (id: string) => of('councils', id),
    dissolution: (id: string) => of('councils', id, '/dissolution'),
    holders: (id: string) => of('councils', id, '/holders'),
    sessions: (id: string) => of('councils', id, '/sessions'),
    tasks: (id: string) => of('councils', id, '/tasks'),
    task: (id: string) => of('tasks', id),
    moveTask: (id: string) => of('tasks', id, '/moves'),
    indicators: (id: string) => of('tasks', id, '/indicators'),
    owners: (id: string) => of('tasks', id, '/owners'),
    milestones: (id: string) => of('tasks', id, '/milestones'),
    milestone: (id: string) => of('milestones', id),
  }
}
