/** What the environment says of this installation, read once and refused in one sentence when it cannot be right. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Approver, approvalsNeeded } from '@ieum/services/approver'
import type { Where } from '@ieum/storage'
import { z } from 'zod'
import { proxies } from '../sign-in/address.ts'
import type { Provider } from '../sign-in/sign-in.ts'

export interface AgencyProvider extends Provider {
  /** Who holds a post of one of these comes in through this provider only. */
  readonly agencies: readonly string[]
}

export interface Settings {
  readonly isProduction: boolean
  /** Secrets, papers and, without DATABASE_URL, the records. */
  readonly home: string
  readonly where: Where
  /** As people reach it; left out, the address that the server listens at. */
  readonly baseUrl?: string
  readonly trustedProxies: readonly string[]
  readonly oidc: readonly AgencyProvider[]
  /** Left out, letters are shown to whoever started the program. */
  readonly smtp?: { readonly url: string; readonly from: string }
  /** The name by which other installations know this one; left out, nothing goes to any, and nothing is taken. */
  readonly installation?: string
  /** Whose signatures stand for the rules; left out, whatever the catalogue says counts: for trials. */
  readonly approvers?: readonly Approver[]
  /** Webhooks to this machine over plain HTTP: for trials, never in production. */
  readonly allowLocalHooks: boolean
}

export type SettingsRead = { readonly is: 'settings'; readonly settings: Settings } | Refusing

export interface Refusing {
  readonly is: 'refused'
  /** `what: what is wrong: what would be right`. */
  readonly why: string
}

const refused = (why: string): Refusing => ({ is: 'refused', why })

const Providers = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1),
    issuer: z.url(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    domains: z.array(z.string().min(1)).min(1),
    agencies: z.array(z.string()).default([]),
  }),
)

export function readSettings(env: NodeJS.ProcessEnv): SettingsRead {
  const mode = env.IEUM_MODE || undefined
  if (mode !== undefined && mode !== 'production')
    return refused(`IEUM_MODE: "${mode}" is no mode: leave it out, or give IEUM_MODE=production`)
  const isProduction = mode === 'production'
  const home = homeOf(env)
  const url = env.DATABASE_URL || undefined
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
    return refused('DATABASE_URL: is no address of PostgreSQL: write it as postgresql://user:password@host/database')

  const baseUrl = env.IEUM_URL?.replace(/\/$/, '') || undefined
  if (baseUrl !== undefined && !isOrigin(baseUrl))
    return refused(`IEUM_URL: "${baseUrl}" is no address without a path: write it as https://ieum.example`)
  if (isProduction && !baseUrl)
    return refused(
      'IEUM_URL: is missing, and production needs it: give the address that people use, such as https://ieum.example',
    )
  if (isProduction && !env.IEUM_SECRET)
    return refused(
      'IEUM_SECRET: is missing, and production needs it: give 32 characters or more, kept where backups are',
    )

  const installation = env.IEUM_INSTALLATION || undefined
  if (installation !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(installation))
    return refused(`IEUM_INSTALLATION: "${installation}" is no name: write it as ministry-a`)
  const allowLocalHooks = env.IEUM_ALLOW_LOCAL_HOOKS === '1'
  if (isProduction && allowLocalHooks)
    return refused('IEUM_ALLOW_LOCAL_HOOKS: is for trials: leave it out in production')

  const trustedProxies = (env.IEUM_TRUSTED_PROXIES ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(Boolean)
  try {
    proxies(trustedProxies)
  } catch (error) {
    return refused(`IEUM_TRUSTED_PROXIES: ${(error as Error).message}`)
  }
  const [smtpUrl, from] = [env.IEUM_SMTP_URL || undefined, env.IEUM_MAIL_FROM || undefined]
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl))
    return refused('IEUM_SMTP_URL: is no address of a mail server: write it as smtp://user:password@host:587')
  if (
    (smtpUrl === undefined) !== (from === undefined) ||
    (from !== undefined && !/^[^\s@<>,]{1,64}@[^\s@<>,.]+(?:\.[^\s@<>,.]+)+$/.test(from))
  )
    return refused('IEUM_MAIL_FROM: IEUM_SMTP_URL and the address that letters come from go together: give both')
  if (isProduction && !smtpUrl)
    return refused('IEUM_SMTP_URL: is missing, and production needs it to send letters: smtp://user:password@host:587')
  const oidc = readProviders(env.IEUM_OIDC)
  if ('is' in oidc) return oidc
  if (isProduction && !env.IEUM_APPROVERS)
    return refused(
      'IEUM_APPROVERS: is missing, and production needs it: a JSON file with the people who approve rules, two or more',
    )
  const approvers = readApprovers(env.IEUM_APPROVERS)
  if (approvers && 'is' in approvers) return approvers
  return {
    is: 'settings',
    settings: {
      isProduction,
      home,
      where: url === undefined ? { folder: home } : { url },
      ...(baseUrl && { baseUrl }),
      ...(installation && { installation }),
      ...(approvers && { approvers }),
      allowLocalHooks,
      trustedProxies,
      oidc,
      ...(smtpUrl && from && { smtp: { url: smtpUrl, from } }),
    },
  }
}

const Approvers = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/),
      post: z.string().min(1).max(200),
      key: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().length(43) }),
    }),
  )
  .refine(all => new Set(all.map(({ id }) => id)).size === all.length, 'each id once')
  .refine(
    all =>
      [all.map(({ post }) => post), all.map(({ key }) => key.x)].every(one => new Set(one).size >= approvalsNeeded),
    'two or more, of different posts and keys',
  )

/** `IEUM_APPROVERS`: a JSON file with who approves rules, at which post, and the public half of each key. */
function readApprovers(file: string | undefined): readonly Approver[] | Refusing | undefined {
  if (!file) return undefined
  if (!existsSync(file)) return refused(`IEUM_APPROVERS: ${file}: no such file: a JSON file with a list of approvers`)
  try {
    const read = Approvers.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return read.data
    const [issue] = read.error.issues
    return refused(`IEUM_APPROVERS: ${file}: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'wrong'}`)
  } catch {
    return refused(`IEUM_APPROVERS: ${file}: not JSON: a list of approvers`)
  }
}

export const homeOf = (env: NodeJS.ProcessEnv): string => resolve(env.IEUM_HOME || join(process.cwd(), '.ieum'))

function isOrigin(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol) && new URL(text).origin === text
  } catch {
    return false
  }
}

/** `IEUM_OIDC`: a JSON file with the agencies' own providers. */
function readProviders(file: string | undefined): readonly AgencyProvider[] | Refusing {
  if (!file) return []
  if (!existsSync(file)) return refused(`IEUM_OIDC: ${file}: no such file: a JSON file with a list of providers`)
  try {
    const read = Providers.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return read.data
    const [issue] = read.error.issues
    return refused(`IEUM_OIDC: ${file}: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'wrong'}`)
  } catch {
    return refused(`IEUM_OIDC: ${file}: not JSON: a list of providers`)
  }
}
