/** The addresses of what follows from decisions. */
export const followPaths = (post: string) => {
  const at = `/api/posts/${encodeURIComponent(post)}`
  const of = (kind: string, id: string) => `${at}/${kind}/${encodeURIComponent(id)}`
  return {
    actions: `${at}/actions`,
    counts: `${at}/actions/counts`,
    moveAction: (id: string) => `${of('actions', id)}/moves`,
    linkOfAction: (id: string) => `${of('actions', id)}/link`,

    proofs: (id: string) => `${of('actions', id)}/papers`,
    sessionPapers: (id: string) => `${of('sessions', id)}/papers`,
    itemPapers: (id: string) => `${of('agenda-items', id)}/papers`,
    paper: (id: string) => of('council-papers', id),
    paperContent: (id: string) => `${of('council-papers', id)}/content`,
    putItem: (session: string) => `${of('sessions', session)}/items`,
    agendas: ({ from, to }: { from: string | null; to: string }) =>
      `${at}/agendas?${new URLSearchParams({ ...(from !== null && { from }), to })}`,
  }
}
