/** Who may stand for rules. Loaded before the server itself: nothing that signs is needed to read the list. */

export interface Approver {
  readonly id: string
  /** The post that it is approved for. */
  readonly post: string
  /** The public half of an Ed25519 key. */
  readonly key: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
}

/** So many approve a catalogue, at different posts and with different keys. */
export const approvalsNeeded = 2
