/** The addresses of the desk's part of the API. */

export const ofPost = (post: string) => {
  const at = `/api/posts/${encodeURIComponent(post)}`
  return {
    referrals: (asked: Asked) => `${at}/referrals${queryOf(asked)}`,
    draft: `${at}/referrals`,
    referral: (id: string) => `${at}/referrals/${encodeURIComponent(id)}`,
    move: (id: string) => `${at}/referrals/${encodeURIComponent(id)}/moves`,
    reroute: (id: string) => `${at}/referrals/${encodeURIComponent(id)}/re-route`,
    candidates: (asked: Asked) => `${at}/batches/candidates${queryOf(asked)}`,
    batches: `${at}/batches`,
    decideBatch: (id: string) => `${at}/batches/${encodeURIComponent(id)}/decision`,
    posts: `${at}/posts`,
    allPosts: `${at}/posts?closed=true`,
    post: (other: string) => `${at}/posts/${encodeURIComponent(other)}`,
    closePost: (other: string) => `${at}/posts/${encodeURIComponent(other)}/close`,
    handOver: (other: string) => `${at}/posts/${encodeURIComponent(other)}/hand-over`,
    holders: (other: string) => `${at}/posts/${encodeURIComponent(other)}/holders`,
    holder: (other: string, person: string) =>
      `${at}/posts/${encodeURIComponent(other)}/holders/${encodeURIComponent(person)}`,
    holderFactor: (other: string, person: string) =>
      `${at}/posts/${encodeURIComponent(other)}/holders/${encodeURIComponent(person)}/second-factor`,
    invitation: (id: string) => `${at}/invitations/${encodeURIComponent(id)}`,
    contact: `${at}/contact`,
    installations: `${at}/installations`,
    notices: `${at}/notices`,
    feeds: `${at}/calendar-feeds`,
    feed: (id: string) => `${at}/calendar-feeds/${encodeURIComponent(id)}`,
    agreements: (asked: Asked = {}) => `${at}/agreements${queryOf(asked)}`,
    agreement: (id: string) => `${at}/agreements/${encodeURIComponent(id)}`,
    nextVersion: (id: string) => `${at}/agreements/${encodeURIComponent(id)}/versions`,
    moveAgreement: (id: string) => `${at}/agreements/${encodeURIComponent(id)}/moves`,
    startFrom: (link: string) => `${at}/links/${encodeURIComponent(link)}/draft`,
    figures: (asked: Asked) => `${at}/figures${queryOf(asked)}`,
    figuresFile: (asked: Asked) => `${at}/figures/file${queryOf(asked)}`,
    accesses: (asked: Asked) => `${at}/trail/accesses${queryOf(asked)}`,
    changes: (asked: Asked) => `${at}/trail/changes${queryOf(asked)}`,
    exportTrail: `${at}/trail/export`,
    verifyTrail: `${at}/trail/verification`,
    checkpoint: `${at}/trail/checkpoint`,
    months: `${at}/trail/months`,
    month: (month: string) => `${at}/trail/months/${encodeURIComponent(month)}`,
    reviewMonth: (month: string) => `${at}/trail/months/${encodeURIComponent(month)}/reviews`,
    decisions: `${at}/decisions`,
    revokeDecision: (id: string) => `${at}/decisions/${encodeURIComponent(id)}/revocation`,
    takeCase: (id: string) => `${at}/referrals/${encodeURIComponent(id)}/export`,
    takeList: `${at}/referrals/export`,
    answers: `${at}/answers.csv`,
    checkAnswers: `${at}/answers/check`,
    answerSheet: `${at}/answers/sheet`,
    paper: (firm: string, paper: string, reason: string) =>
      `${at}/firms/${encodeURIComponent(firm)}/papers/${encodeURIComponent(paper)}/content${queryOf({ reason })}`,
  }
}

type Asked = Readonly<Record<string, string | number | undefined>>

function queryOf(asked: Asked): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
