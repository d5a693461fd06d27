/** The tables of packages/storage/migrations/0001-people.sql, as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely'

/** Read as a Date, written as a Date or as text. */
type Time = ColumnType<Date, Date | string, Date | string>
type TimeWhenLeftOut = ColumnType<Date, Date | string | undefined, Date | string>
type TimeOrNone = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface SignInTables {
  person: {
    id: string
    email: string
    email_verified: Generated<boolean>
    name: string
    image: string | null
    locale: Generated<'ko' | 'en'>
    two_factor_enabled: Generated<boolean>
    closed_at: TimeOrNone
    created_at: TimeWhenLeftOut
    updated_at: TimeWhenLeftOut
  }
  sign_in_session: {
    id: string
    person_id: string
    token: string
    signed_in_by: string
    second_factor: Generated<boolean>
    signed_in_at: Time
    expires_at: Time
    ip_address: string | null
    user_agent: string | null
    created_at: TimeWhenLeftOut
    updated_at: TimeWhenLeftOut
  }
  credential: {
    id: string
    person_id: string
    provider_id: string
    account_id: string
    password: string | null
    access_token: null
    refresh_token: null
    id_token: null
    access_token_expires_at: TimeOrNone
    refresh_token_expires_at: TimeOrNone
    scope: string | null
    created_at: TimeWhenLeftOut
    updated_at: TimeWhenLeftOut
  }
  verification: {
    id: string
    identifier: string
    value: string
    expires_at: Time
    created_at: TimeWhenLeftOut
    updated_at: TimeWhenLeftOut
  }
  second_factor: {
    id: string
    person_id: string
    secret: string
    backup_codes: string
    verified: Generated<boolean>
    failed_verification_count: Generated<number>
    locked_until: TimeOrNone
  }
  sign_in_try: {
    key: string
    tries: number
    until: Time
  }
}
