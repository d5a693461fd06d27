/** How many are answered at once, and how often one may ask. */
export interface CrowdLimits {
  /** Requests under way in one process at a time: more at once would only make each of them slower. */
  readonly mostUnderWay: number
  /** Those that come on top wait for their turn, and so many may. None when left out. */
  readonly mostWaiting?: number
  /** Of one person in one process: so many at once, and so many a second from then on. */
  readonly ofOnePerson: { readonly atOnce: number; readonly aSecond: number }
  /** Of who asks without signing in, by network address: in ten minutes, over all processes. The usual when left out. */
  readonly ofOneAddress?: { readonly links: number; readonly messages: number }
}
