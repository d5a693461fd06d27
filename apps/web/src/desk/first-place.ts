import { type ActingRole, may } from '@ieum/desk'

/** Where a post begins its day: who has no referrals in hand and keeps councils, with its councils. */
export const firstPlaceOf = (role: ActingRole): '/desk/$post' | '/desk/$post/councils' =>
  !may(role, 'read referral', 'own') && may(role, 'keep council', 'secretariat')
    ? '/desk/$post/councils'
    : '/desk/$post'
