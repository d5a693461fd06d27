import { describe, expect, it } from 'vitest'
import { addressOf, proxies } from './address.ts'

describe('where a request comes from', () => {
  it.each<[string, string | undefined, string | null, string[], string]>([
    ['the connection', '203.0.113.7', null, [], '203.0.113.7'],
    ['the connection, whatever it says of itself', '203.0.113.7', '10.1.1.1', [], '203.0.113.7'],
    ['what a trusted proxy says', '10.0.0.2', '203.0.113.7', ['10.0.0.0/8'], '203.0.113.7'],
    [
      'the last hop that is no proxy, not what the client wrote',
      '10.0.0.2',
      '1.1.1.1, 203.0.113.7, 10.0.0.3',
      ['10.0.0.0/8'],
      '203.0.113.7',
    ],
    ['the proxy itself when it says nothing', '10.0.0.2', null, ['10.0.0.2'], '10.0.0.2'],
    ['the proxy when it says nonsense', '10.0.0.2', 'unknown', ['10.0.0.2'], '10.0.0.2'],
    ['IPv4 in IPv6 dress', '::ffff:10.0.0.2', '::ffff:203.0.113.7', ['10.0.0.2'], '203.0.113.7'],
    ['IPv6', '::1', '2001:db8::7', ['::1'], '2001:db8::7'],
    ['nothing known', undefined, '203.0.113.7', ['10.0.0.2'], 'unknown'],
  ])('is %s', (_, connection, forwarded, trusted, address) => {
    expect(addressOf(connection, forwarded, proxies(trusted))).toBe(address)
  })

  it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/x', '::1/129'])('takes %s for no proxy', entry => {
    expect(() => proxies([entry])).toThrow('neither an address nor a network')
  })
})
