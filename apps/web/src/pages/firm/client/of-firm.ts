/** The addresses of a firm's part of the API. */

/** The texts of consents are asked for with what is chosen: what is shown is what will be kept. */
interface ConsentsToShow {
  readonly language: string
  readonly until: string
  readonly without: readonly string[]
  readonly participations: boolean
  readonly papers: readonly string[]
}

export const ofFirm = (firm: string) => {
  const at = `/api/firms/${encodeURIComponent(firm)}`
  const referral = (id: string) => `${at}/referrals/${encodeURIComponent(id)}`
  return {
    referrals: `${at}/referrals?most=200`,
    referral,
    move: (id: string) => `${referral(id)}/moves`,
    filledIn: (id: string) => `${referral(id)}/filled-in`,
    consentsAsked: (id: string, { language, until, without, participations, papers }: ConsentsToShow) =>
      `${referral(id)}/consents?${new URLSearchParams({
        language,
        until,
        without: without.join(','),
        participations: String(participations),
        papers: papers.join(','),
      })}`,
    giveConsent: (id: string) => `${referral(id)}/consents`,
    withdrawConsent: (consent: string) => `${at}/consents/${encodeURIComponent(consent)}/withdrawal`,
    dossier: `${at}/dossier`,
    takeAway: `${at}/dossier/export`,
    facts: `${at}/facts`,
    fact: (id: string) => `${at}/facts/${encodeURIComponent(id)}`,
    participations: `${at}/participations`,
    participation: (id: string) => `${at}/participations/${encodeURIComponent(id)}`,
    bringPaper: (kind: string) => `${at}/papers?kind=${encodeURIComponent(kind)}`,
    paper: (id: string) => `${at}/papers/${encodeURIComponent(id)}`,
    paperContent: (id: string) => `${at}/papers/${encodeURIComponent(id)}/content`,
    looks: (after?: string) => `${at}/looks${after ? `?after=${encodeURIComponent(after)}` : ''}`,
    members: `${at}/members`,
    refuseMember: `${at}/members/refuse`,
    member: (person: string) => `${at}/members/${encodeURIComponent(person)}`,
  }
}
