/**
 * C12: every route that answers who is not signed in, each with why. Whatever stands nowhere here says 401 to him, and a test calls them all.
 * A new line here is a decision: it is looked at by somebody other than who wrote it.
 */
export const publicRoutes: Readonly<Record<string, string>> = {
  'GET /healthz': 'for whoever watches over the server; tells whether it is well, and how many programmes there are',
  'GET /api/programmes': 'the catalogue is public',
  'GET /api/programmes/{id}': 'the catalogue is public',
  'GET /api/rulebook': 'the catalogue is public',
  'GET /calendar/{file}': 'the catalogue is public, as calendars',
  'GET /calendar-feeds/{file}':
    'the token in the address, made by an officer for his calendar programme, is the leave; days alone, no firms; few of one address',
  'POST /api/match': 'computes on what is sent, and keeps nothing',
  'POST /api/plan': 'computes on what is sent, and keeps nothing',
  'GET /api/keys': 'the public key, with which others check signatures of this installation',
  'POST /api/one-time': 'the token in the body, from a mail, is the leave; few of one address',
  'POST /api/one-time/answer': 'the token in the body, from a mail, is the leave; few of one address',
  'POST /api/exchange/referrals': 'the signature of a known installation is the leave; few of one address',
  'POST /api/exchange/referrals/{referral}/moves':
    'the signature of a known installation is the leave; few of one address',
  'POST /api/exchange/referrals/{referral}/papers':
    'the signature of a known installation is the leave; few of one address',
  'POST /api/exchange/referrals/{referral}/looks':
    'the signature of a known installation is the leave; few of one address',
  'POST /api/exchange/referrals/{referral}/papers/{paper}/content':
    'the signature of a known installation, good once and for five minutes, is the leave; few of one address',
  'GET /.well-known/ieum.json': 'how this installation is reached and its public key, for the operator of another one',
  'GET /api/sign-in/me': 'says that nobody is signed in, and by which providers one may',
  'POST /api/sign-in/join': 'the way in; the same answer whether the address is known or not; few letters an hour',
  'POST /api/sign-in/confirm': 'the way in; the token from a mail is the leave',
  'POST /api/sign-in/confirm-again':
    'the way in; the same answer whether the address is known or not; few letters an hour',
  'POST /api/sign-in/forgot': 'the way in; the same answer whether the address is known or not; few letters an hour',
  'POST /api/sign-in/reset': 'the way in; the token from a mail is the leave',
  'POST /api/sign-in/password': 'the way in; few tries',
  'POST /api/sign-in/with/{provider}': 'the way in; leads to the provider of an agency',
  'GET /api/sign-in/callback/{provider}': 'the way in; comes back from the provider of an agency',
  'POST /api/sign-in/out': 'ends a session where there is one, and says so where there is none',
  'GET /api/demonstration': 'who may be tried out; answers nothing where the records are real',
  'POST /api/demonstration/sign-in': 'signs in as someone made up; answers nothing where the records are real',
}
