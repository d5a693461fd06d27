/** The secret of an `otpauth:` address (https://github.com/google/google-authenticator/wiki/Key-Uri-Format), in fours as one reads it out. */
export function secretIn(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
