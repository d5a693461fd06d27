/** What can be told of a field before it is sent, so that all of it is said at once; the server looks closer. */

/** As the server counts it: by signs, not by bytes. */
const shortestPassword = 10

export const faultOfEmail = (email: string): 'empty' | 'other' | false =>
  email === '' ? 'empty' : /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? false : 'other'

export const faultOfNewPassword = (password: string): 'empty' | 'too short' | false =>
  password === '' ? 'empty' : [...password].length < shortestPassword ? 'too short' : false
