import { describe, expect, it } from 'vitest'
import { isPrivateAddress, isPublicAddress } from './public-address.ts'

describe('C39: an address of the open internet', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    'not an address',
    '',
  ])('is not %s', address => expect(isPublicAddress(address)).toBe(false))

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '211.252.85.100', '2400:cb00::1', '2606:4700::6810:1'])(
    'is %s',
    address => expect(isPublicAddress(address)).toBe(true),
  )
})

describe('C39: an address inside of an agency’s network', () => {
  it.each(['169.254.169.254', 'fe80::1', '0.0.0.0', '::', '127.0.0.1', '224.0.0.1', '8.8.8.8', ''])(
    'is not %s',
    address => expect(isPrivateAddress(address)).toBe(false),
  )

  it.each(['10.1.2.3', '172.16.0.1', '192.168.0.1', '100.64.0.1', 'fd12:3456::1'])('is %s', address =>
    expect(isPrivateAddress(address)).toBe(true),
  )
})
