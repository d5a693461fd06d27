import { find } from './en/find.ts'
import { front } from './en/front.ts'
import { parts } from './en/parts.ts'
import { path } from './en/path.ts'
import { programmes } from './en/programmes.ts'
import { shell } from './en/shell.ts'
import { subjects } from './en/subjects.ts'

/** Everything the site says in English, a file a page. */
export const en = { shell, parts, subjects, front, find, path, programmes }
