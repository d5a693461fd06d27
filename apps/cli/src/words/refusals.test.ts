import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inKorean } from './refusals.ts'

const root = join(import.meta.dirname, '../../../..')

/** Where the refusals of these commands are made; sentences in other files are those of the catalogue. */
const files = [
  ...['serve', 'agency-admin', 'desk-status', 'desk-move-to', 'trail-export', 'installation-add'],
  ...['installation-key', 'installation-remove', 'import-council', 'approve'],
]
  .map(name => `apps/cli/src/commands/${name}.ts`)
  .concat('apps/cli/src/commands/plan.ts', 'apps/cli/src/commands/explain.ts', 'apps/cli/src/options.ts')
  .concat('apps/cli/src/approved.ts', 'apps/cli/src/catalogue-since.ts')
  .concat('apps/cli/src/compared.ts', 'apps/cli/src/agreed-asked.ts')
  .concat('apps/server/src/house/settings.ts', 'apps/server/src/house/open-house.ts')
  .concat('apps/server/src/house/keeper.ts', 'apps/server/src/desk/papers-place.ts', 'packages/storage/src/refusal.ts')

/** Each text that a refusal is made of in these files, with something in its blanks. */
const made = files.flatMap(file => {
  const text = readFileSync(join(root, file), 'utf8')
  const calls = text.matchAll(
    /(?:Refused|refused|refuse|why:|return|[?:])\(?\s*(['`])((?:[A-Za-z-]|\$\{)(?:(?!\1)[^\n])*: (?:(?!\1)[^\n])*)\1(?=[,)\n ]| \})/g,
  )
  return [...calls]
    .map(([, , sentence]) => sentence!.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x'))
    .filter(sentence => /[a-z]{3} [a-z]/.test(sentence) && !/^(x|[a-z]+): x/.test(sentence))
})

describe('a refusal in Korean', () => {
  it('is there for what these commands refuse', () => {
    expect(made.length).toBeGreaterThan(30)
    expect(made.filter(sentence => inKorean(sentence) === undefined)).toEqual([])
  })

  it.each([
    [
      '--agency: there is no agency "nope": did you mean nipa?',
      '--agency: "nope"(이)라는 기관은 없습니다: nipa을(를) 뜻하셨습니까?',
    ],
    [
      'PORT: 80 is used by another program: give another one, such as PORT=8081',
      'PORT: 80은(는) 다른 프로그램이 쓰고 있습니다: 다른 포트를 적어 주십시오(예: PORT=8081)',
    ],
    [
      'firm.yaml:1:1: no such file: a YAML or JSON file with the facts of a firm',
      'firm.yaml:1:1: 그런 파일이 없습니다: 기업의 사실을 적은 YAML이나 JSON 파일을 주십시오',
    ],
    [
      '--event: "" is not what can happen to it: say what happened: refused 2, missed 1 or delayed 2 P3M',
      '--event: 빠졌습니다: 무슨 일이 생겼는지 "refused 2", "missed 1", "delayed 2 P3M"처럼 적어 주십시오',
    ],
    [
      'kr: nobody of IEUM_APPROVERS has approved these rules (abc), and 2 must: ieum approve kr --since what was approved last',
      'kr: IEUM_APPROVERS에 있는 사람 가운데 아무도 이 규칙(abc)을 승인하지 않았습니다. 2명이 승인해야 합니다: 지난번에 승인한 판과 견주어 승인해 주십시오(ieum approve kr --since …)',
    ],
    [
      'kr: only kim has approved these rules (abc), and 2 must: ieum approve kr --since what was approved last (lines of approvals.jsonl that cannot be read: 3, 4)',
      'kr: 이 규칙(abc)은 kim만 승인했습니다. 2명이 승인해야 합니다: 지난번에 승인한 판과 견주어 승인해 주십시오(ieum approve kr --since …) (approvals.jsonl에서 읽을 수 없는 줄: 3, 4)',
    ],
    [
      'kr: these rules (abc) ran here already, and others (def) took their place: change a line, such as a comment, and let them be approved as a change of those',
      'kr: 이 규칙(abc)은 여기서 이미 쓰다가 다른 규칙(def)으로 바꾼 것입니다: 주석 한 줄이라도 고치고, 지금 규칙과 견주어 승인해 주십시오',
    ],
    [
      'kr: kim, lee have approved these rules (abc), but not as a change of those that ran here last (def): ieum approve kr --since those (lines of approvals.jsonl that cannot be read: 3)',
      'kr: kim, lee이(가) 이 규칙(abc)을 승인했지만, 여기서 마지막으로 쓴 규칙(def)과 견준 것이 아닙니다: 그 규칙과 견주어 승인해 주십시오(ieum approve kr --since …) (approvals.jsonl에서 읽을 수 없는 줄: 3)',
    ],
    [
      'IEUM_APPROVERS: a.json: /: each id once',
      'IEUM_APPROVERS: a.json: /이(가) 맞지 않습니다: id는 한 번씩만 적어 주십시오',
    ],
    [
      'IEUM_APPROVERS: a.json: /: two or more, of different posts and keys',
      'IEUM_APPROVERS: a.json: /이(가) 맞지 않습니다: 자리와 열쇠가 서로 다른 두 사람 이상을 적어 주십시오',
    ],
    [
      'IEUM_APPROVERS: a.json: /0/key/x: Too small: expected string to have >=43 characters',
      'IEUM_APPROVERS: a.json: /0/key/x이(가) 맞지 않습니다: 사람마다 id, post와 ieum approve --new-key가 보인 key를 적어 주십시오',
    ],
    [
      '--since: v1: that catalogue has faults by the rules of today: agencies.yaml:1:1: unknown: take it out (and 2 more)',
      '--since: v1: 그 사업목록에는 지금 기준으로 잘못이 있습니다: agencies.yaml:1:1: unknown: take it out (and 2 more)',
    ],
    ['url cannot be opened: role "x" does not exist', 'url: 열 수 없습니다: role "x" does not exist'],
  ])('names what was given (%s)', (english, korean) => expect(inKorean(english)).toBe(korean))

  it('leaves what it does not know as it is', () => {
    expect(inKorean('something else altogether')).toBeUndefined()
  })
})
