/** How an agency stands to a council. */
export const councilStandings = ['none', 'seated', 'secretariat'] as const

export type CouncilStanding = (typeof councilStandings)[number]
