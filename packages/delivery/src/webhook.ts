/** The single place that knows of `standardwebhooks`: messages are signed for each receiver by its own secret (Standard Webhooks 1.0). */
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { type Posted, type PostOptions, post } from './post.ts'

export interface WebhookMessage {
  readonly url: string
  readonly secret: string
  /** The same for each try, so that the receiver knows a repeated one. */
  readonly id: string
  readonly at: Date
  readonly body: string
}

/** 256 bits, in the form that the libraries of Standard Webhooks take. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export const sendWebhook = ({ url, secret, id, at, body }: WebhookMessage, options: PostOptions): Promise<Posted> =>
  post(
    {
      url,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Ieum',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
    },
    options,
  )
