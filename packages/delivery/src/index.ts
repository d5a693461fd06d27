export { type Called, type CallOptions, call } from './call.ts'
export { isMailAddress, type Letter, type Mailed, type Mailer, mailerOf } from './mail.ts'
export { type Posted, type PostOptions, post, type Resolve } from './post.ts'
export { newWebhookSecret, sendWebhook, type WebhookMessage } from './webhook.ts'
