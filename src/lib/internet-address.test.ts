import { expect, test } from 'vitest'
import { isGlobal, ranges, within } from './internet-address.ts'

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '145.131.8.1',
  '2001:4860:4860::8888',
  '2a02:2278:1::1',
  '2001:200::1',
  '2606:4700::1111',
  '2400:cb00::',
  '3ffe::1',
])('%s is out in the world', (address) => {
  expect(isGlobal(address)).toBe(true)
})

test.each([
  // this network, loopback, private, link-local and cloud metadata, shared address space
  '0.0.0.0',
  '0.1.2.3',
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.255',
  // protocol assignments, documentation, AS112, AMT, 6to4 relay, benchmarking, multicast, reserved, broadcast
  '192.0.0.1',
  '192.0.0.170',
  '192.0.2.1',
  '198.51.100.7',
  '203.0.113.9',
  '192.31.196.1',
  '192.52.193.1',
  '192.175.48.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  // unspecified, loopback, mapped, compatible, translated (NAT64), discard, local, site-local, link-local, multicast
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '::8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  '64:ff9b:1::1',
  '100::1',
  'fc00::1',
  'fd12:3456::1',
  'fec0::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  // Teredo, ORCHID, benchmarking, documentation, 6to4, segment routing, and a global one with a zone
  '2001::1',
  '2001:0:7f00:1::',
  '2001:10::1',
  '2001:20::1',
  '2001:2::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '2002:a9fe:a9fe::',
  '3fff::1',
  '5f00::1',
  '2001:4860:4860::8888%eth0',
  '4000::1',
  '1fff::1',
  // no address as we mean it: other spellings of 127.0.0.1 and names
  '',
  'localhost',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
  '127.0.0.1 ',
  '[::1]',
  '1.1.1.1:80',
  '1.1.1.256',
  'example.nl',
])('%s is not', (address) => {
  expect(isGlobal(address)).toBe(false)
})

test('a list of ranges holds what lies in it, an IPv4 address in IPv6 clothes too, and nothing unreadable', () => {
  const list = ranges(['127.0.0.0/8', '::1/128', '10.1.2.3'])
  expect(['127.0.0.1', '127.9.9.9', '::1', '10.1.2.3', '::ffff:127.0.0.1'].map((each) => within(list, each))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(['128.0.0.1', '::2', '10.1.2.4', '', '2130706433'].map((each) => within(list, each))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(within(ranges([]), '127.0.0.1')).toBe(false)
})
