/**
 * What keeps a command from running, said in Korean too. Refusals are made in English where they come up, in the program, the server and
 * the records; here each sentence is matched and said again. What stands in no line is shown as it is.
 */

import { papersNotRead, sayPaperNotRead } from '@ieum/wording/papers/doubts'

type Phrase = readonly [english: RegExp, korean: string]

/** A refusal says where, then what is wrong, then what would be right: `$1` and so on are the parts that change. */
const phrases: readonly Phrase[] = [
  // What holds for every command
  [/^ieum: there is no command "(.{0,300}?)": (.{0,300}?)$/, 'ieum: "$1"(이)라는 명령은 없습니다: $2'],
  [/^(\S+): there is no such option: (.{0,300}?)$/, '$1: 그런 옵션은 없습니다: $2'],
  [/^(\S+): is missing: give (.{0,300}?)$/, '$1: 빠졌습니다: $2(으)로 적어 주십시오'],
  [/^(\S+): nothing stands behind it: give (.{0,300}?)$/, '$1: 뒤에 값이 없습니다: $2(으)로 적어 주십시오'],
  [/^(\S+): is missing: ieum --help .*$/, '$1: 빠졌습니다: ieum --help에 명령마다 받는 것이 있습니다'],
  [/^(\S+): "(.{0,300}?)" cannot be used: (.{0,300}?)$/, '$1: "$2"은(는) 쓸 수 없습니다: $3'],
  // check --since, approve
  [
    /^--since: "(.{0,300}?)" is neither a folder nor a commit: .{0,300}$/,
    '--since: "$1"은(는) 폴더도 커밋도 아닙니다: 사업목록 폴더나 커밋, 브랜치, 태그를 적어 주십시오',
  ],
  [
    /^--since: (.{0,300}?): the catalogue of that commit cannot be read: .{0,300}$/,
    '--since: $1: 그 커밋의 사업목록을 읽을 수 없습니다: 폴더를 적어 주십시오',
  ],
  [
    /^--since: (.{0,300}?): that catalogue has faults by the rules of today: (.*)$/,
    '--since: $1: 그 사업목록에는 지금 기준으로 잘못이 있습니다: $2',
  ],
  [
    /^--firms: needs --since: .{0,300}$/,
    '--firms: --since와 함께 씁니다: 견줄 사업목록 폴더나 커밋을 --since로 적어 주십시오',
  ],
  [
    /^--firms: (.{0,300}?): no such folder: .{0,300}$/,
    '--firms: $1: 그런 폴더가 없습니다: 기업마다 YAML이나 JSON 파일 하나를 둔 폴더를 적어 주십시오',
  ],
  [/^--as: is missing: .{0,300}$/, '--as: 빠졌습니다: IEUM_APPROVERS에 있는 id를 적어 주십시오'],
  [
    /^--because: "(.{0,300}?)" says too little: .{0,300}$/,
    '--because: "$1"만으로는 알 수 없습니다: 무엇이 틀렸는지 열 자 이상 적어 주십시오',
  ],
  [/^--key: is missing: .{0,300}$/, '--key: 빠졌습니다: --key 파일을 적거나, --new-key 파일로 만들어 주십시오'],
  [/^--key: (.{0,300}?): no such file: .{0,300}$/, '--key: $1: 그런 파일이 없습니다: --new-key로 만들어 주십시오'],
  [/^--key: (.{0,300}?): others may read the key: (.{0,300}?)$/, '--key: $1: 다른 사람도 읽을 수 있는 열쇠입니다: $2'],
  [/^--key: (.{0,300}?): this is no key: .{0,300}$/, '--key: $1: 열쇠가 아닙니다: --new-key로 만들어 주십시오'],
  [
    /^(.{0,300}?): cannot be written \((.{0,300}?)\): give a catalogue in .{0,300}$/,
    '$1: 쓸 수 없습니다($2): 쓸 수 있는 폴더에 사업목록을 두고 승인해 주십시오',
  ],
  [
    /^(.{0,300}?): was changed while it was looked at: .{0,300}$/,
    '$1: 보는 동안 바뀌었습니다: 다시 보고 승인해 주십시오',
  ],
  [
    /^(.{0,300}?): nobody of IEUM_APPROVERS has approved these rules \((.{0,300}?)\), and (\d+) must: (.{0,300}?)$/,
    '$1: IEUM_APPROVERS에 있는 사람 가운데 아무도 이 규칙($2)을 승인하지 않았습니다. $3명이 승인해야 합니다: $4',
  ],
  [
    /^(.{0,300}?): (?:only )?(.{0,300}?) has approved these rules \((.{0,300}?)\), and (\d+) must: (.{0,300}?)$/,
    '$1: 이 규칙($3)은 $2만 승인했습니다. $4명이 승인해야 합니다: $5',
  ],
  [
    /^(.{0,300}?): these rules \((.{0,300}?)\) ran here already, and others \((.{0,300}?)\) took their place: .{0,300}?( \(lines of .{0,100}\))?$/,
    '$1: 이 규칙($2)은 여기서 이미 쓰다가 다른 규칙($3)으로 바꾼 것입니다: 주석 한 줄이라도 고치고, 지금 규칙과 견주어 승인해 주십시오$4',
  ],
  [
    /^(.{0,300}?): (.{0,300}?) have approved these rules \((.{0,300}?)\), but not alike: .{0,300}?( \(lines of .{0,100}\))?$/,
    '$1: $2이(가) 이 규칙($3)을 승인했지만 내용이 서로 다릅니다: 두 사람이 같은 --since와 같은 --because로 승인해 주십시오$4',
  ],
  [
    /^(.{0,300}?): (.{0,300}?) have approved these rules \((.{0,300}?)\) as a change of others, and none ran here yet: .{0,300}?( \(lines of .{0,100}\))?$/,
    '$1: $2이(가) 이 규칙($3)을 다른 규칙과 견주어 승인했지만, 여기서는 아직 어떤 규칙도 쓴 적이 없습니다: --since 없이 승인해 주십시오(ieum approve $1)$4',
  ],
  [
    /^(.{0,300}?): (.{0,300}?) have approved these rules \((.{0,300}?)\), but not as a change of those that ran here last \((.{0,300}?)\): .{0,300}?( \(lines of .{0,100}\))?$/,
    '$1: $2이(가) 이 규칙($3)을 승인했지만, 여기서 마지막으로 쓴 규칙($4)과 견준 것이 아닙니다: 그 규칙과 견주어 승인해 주십시오(ieum approve $1 --since …)$5',
  ],
  [
    /^--on: (.{0,300}?) is past: rules are approved .{0,300}$/,
    '--on: $1은(는) 지난 날입니다: 규칙은 오늘이나 앞날을 기준으로 승인합니다',
  ],
  [
    /^--since: (.{0,300}?): was changed while it was compared: .{0,300}$/,
    '--since: $1: 견주는 동안 바뀌었습니다: 다시 견주어 주십시오',
  ],
  [
    /^(.{0,300}?): cannot be read \((.{0,300}?)\): make it .{0,300}$/,
    '$1: 읽을 수 없습니다($2): 읽을 수 있는 파일로 두십시오',
  ],
  [
    /^(.{0,300}?): cannot be written \((.{0,300}?)\): give an IEUM_HOME .{0,300}$/,
    '$1: 쓸 수 없습니다($2): 쓸 수 있는 폴더를 IEUM_HOME으로 주십시오',
  ],
  // match, plan, explain
  [
    /^--on: "(.{0,300}?)" is not a day that one can ask about: .{0,300}$/,
    '--on: "$1"은(는) 물을 수 있는 날짜가 아닙니다: 2026-11-25처럼, 1900년부터 2199년까지로 적어 주십시오',
  ],
  [
    /^PROGRAMME: there is no programme "(.{0,300}?)" in the catalogue: (.{0,300}?)$/,
    'PROGRAMME: "$1"(이)라는 지원사업은 사업목록에 없습니다: $2',
  ],
  [
    /^--edition: (\S+) has no edition "(.{0,300}?)": it has (.{0,300}?)$/,
    '--edition: $1에는 "$2" 공고가 없습니다: $3 가운데 하나를 적어 주십시오',
  ],
  [
    /^--via: where to\? .{0,300}$/,
    '--via: 어디까지 갈지 적어 주십시오: --via equipment,digital,export나 --pathway root처럼 적습니다',
  ],
  [
    /^--pathway: --via stands beside it: .{0,300}$/,
    '--pathway: --via와 함께 쓰지 않습니다: 둘 가운데 하나만 적어 주십시오',
  ],
  [/^--via: more than (\S+) waypoints: give fewer$/, '--via: 경유지는 $1곳까지입니다: 줄여 주십시오'],
  [
    /^--pathway: there is no pathway "(.{0,300}?)": there are (.{0,900}?)$/,
    '--pathway: "$1"(이)라는 길은 없습니다: $2이(가) 있습니다',
  ],
  [
    /^--via: "(.{0,300}?)" is not a waypoint: it is no programme and no stage; the stages are (.{0,900}?)$/,
    '--via: "$1"은(는) 경유지가 아닙니다: 지원사업도 단계도 아닙니다. 단계는 $2입니다',
  ],
  [/^--via: "(.{0,300}?)" is not a waypoint: (.{0,900}?)$/, '--via: "$1"은(는) 경유지가 아닙니다: $2'],
  [
    /^--after: an event needs the itinerary that it happened to$/,
    '--after: 빠졌습니다: 무슨 일이 생긴 여정인지 --after 파일로 적어 주십시오',
  ],
  [/^--after: it is a plan of (.{0,300}?), not of (.{0,300}?)$/, '--after: $2의 여정이 아니라 $1의 여정입니다'],
  [/^--after: (.{0,300}?)$/, '--after: 여정으로 읽을 수 없습니다: $1'],
  [
    /^--event: "" is not what can happen to it: .{0,300}$/,
    '--event: 빠졌습니다: 무슨 일이 생겼는지 "refused 2", "missed 1", "delayed 2 P3M"처럼 적어 주십시오',
  ],
  [
    /^--event: "(.{0,300}?)" is not what can happen to it: the itinerary has (\d+) legs$/,
    '--event: "$1"은(는) 이 여정에 생길 수 없는 일입니다: 구간이 $2개입니다',
  ],
  [
    /^--event: "(.{0,300}?)" is not what can happen to it: (.{0,300}?)$/,
    '--event: "$1"은(는) 이 여정에 생길 수 없는 일입니다: $2',
  ],
  [
    /^--horizon: "(.{0,300}?)" is not a horizon: .{0,300}$/,
    '--horizon: "$1"은(는) 기간이 아닙니다: P5Y나 P1Y6M처럼 해와 달로, P30Y까지 적어 주십시오',
  ],
  [
    /^--ics: (.{0,300}?) cannot be written \((.{0,300}?)\): .{0,300}$/,
    '--ics: $1: 쓸 수 없습니다($2): 있는 폴더의 파일을 적어 주십시오',
  ],
  [/^(.*:1:1): no such folder: the folder of a catalogue$/, '$1: 그런 폴더가 없습니다: 사업목록 폴더를 주십시오'],
  [/^(.*:1:1): not JSON: (.{0,300}?)$/, '$1: JSON이 아닙니다: $2'],
  [/^(.*:1:1): too large: (.{0,300}?)$/, '$1: 너무 큽니다: $2'],
  [
    /^--agreed: "(.{0,300}?)" is no address: write it as (.{0,300}?)$/,
    '--agreed: "$1"은(는) 주소가 아닙니다: $2처럼 적어 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): no answer: (.{0,300}?)$/,
    '--agreed: $1: 답이 없습니다: 켜져 있는 시스템의 주소를 적어 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): its (answer is no rulebook|links cannot be read): (.{0,300}?)$/,
    '--agreed: $1: 연계를 읽을 수 없습니다: 켜져 있는 시스템의 주소를 적어 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): it leads on to (.{0,900}?): give .{0,300}$/,
    '--agreed: $1: $2(으)로 넘깁니다: 직접 답하는 주소를 적어 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): it answers with status (\S+): .{0,300}$/,
    '--agreed: $1: $2번으로 답합니다: 켜져 있는 시스템의 주소를 적어 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): its answer did not end within (\S+) seconds: .{0,300}$/,
    '--agreed: $1: 답이 $2초 안에 끝나지 않았습니다: 나중에 다시 해 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): its answer broke off: .{0,300}$/,
    '--agreed: $1: 답이 오다가 끊겼습니다: 나중에 다시 해 주십시오',
  ],
  [
    /^--agreed: (.{0,300}?): its answer is larger than (\S+) MB: .{0,300}$/,
    '--agreed: $1: 답이 $2 MB보다 큽니다: 켜져 있는 시스템의 주소를 적어 주십시오',
  ],
  // agency-admin
  [
    /^--email: "(.{0,300}?)" is no mail address: write it as (.{0,300}?)$/,
    '--email: "$1"은(는) 메일 주소가 아닙니다: $2처럼 적어 주십시오',
  ],
  [/^(--agency|--agencies): there is no agency "(.{0,300}?)": (.{0,300}?)$/, '$1: "$2"(이)라는 기관은 없습니다: $3'],
  // import
  [/^--council: there is no council "(.{0,300}?)": (.{0,300}?)$/, '--council: "$1"(이)라는 협의회는 없습니다: $2'],
  ...papersNotRead.map(
    (why): Phrase => [
      new RegExp(`^(.{0,300}?):1:1: ${literally(sayPaperNotRead(why, 'en'))}: (.{0,300}?)$`),
      `$1:1:1: ${sayPaperNotRead(why, 'ko')}: $2`,
    ],
  ),
  // desk
  [
    /^DATABASE_URL: names a server already: leave it out .*$/,
    'DATABASE_URL: 이미 서버를 가리킵니다: 폴더를 옮기려면 빼 주십시오',
  ],
  [
    /^(url|DATABASE_URL): is no address of PostgreSQL: write it as (.{0,300}?)$/,
    '$1: PostgreSQL 주소가 아닙니다: $2처럼 적어 주십시오',
  ],
  [
    /^url: its table (.{0,300}?) has rows already: give an empty database$/,
    'url: 표 $1에 이미 기록이 있습니다: 빈 데이터베이스를 적어 주십시오',
  ],
  [
    /^(.{0,300}?): there are no records: say where they are .{0,300}$/,
    '$1: 기록이 없습니다: IEUM_HOME이나 DATABASE_URL로 어디인지 적거나, ieum serve로 시작해 주십시오',
  ],
  // The records
  [
    /^(.{0,300}?) is used by another program(.{0,300}?): stop that one first, or talk to it$/,
    '$1: 다른 프로그램이 쓰고 있습니다$2: 그것을 먼저 멈추거나 그것에 물어 주십시오',
  ],
  [
    /^(.{0,300}?) is used by process (.{0,300}?), which does not answer yet: try again in a moment$/,
    '$1: 프로세스 $2이(가) 쓰고 있지만 아직 답하지 않습니다: 잠시 뒤에 다시 해 주십시오',
  ],
  [/^(.{0,300}?): the server did not answer: (.{0,300}?)$/, '$1: 서버가 답하지 않았습니다: $2'],
  [/^(.{0,300}?): the server says no: (.{0,300}?)$/, '$1: 서버가 받아들이지 않았습니다: $2'],
  [/^(.{0,300}?) cannot be opened: (.{0,300}?)$/, '$1: 열 수 없습니다: $2'],
  [
    /^(.{0,300}?) was made by a newer version \(it has (.{0,300}?), this program knows (.{0,300}?)\): use that version$/,
    '$1: 더 새로운 판이 만든 것입니다(기록은 $2, 이 프로그램은 $3까지): 그 판을 써 주십시오',
  ],
  [/^(.{0,300}?) cannot be brought up to date: (.{0,300}?)$/, '$1: 새 판에 맞출 수 없습니다: $2'],
  [
    /^(.{0,300}?): (.{0,300}?) \((.{0,300}?)\), so that no wall between agencies would hold: give a role .{0,300}$/,
    '$1: 역할 $3($2)에게는 기관 사이의 벽이 서지 않습니다: SUPERUSER와 BYPASSRLS가 없는 역할을 적어 주십시오',
  ],
  // serve, and what the environment says
  [
    /^PORT: (.{0,300}?) is used by another program: give another one, (.{0,300}?)$/,
    'PORT: $1은(는) 다른 프로그램이 쓰고 있습니다: 다른 포트를 적어 주십시오($2)',
  ],
  [
    /^HOST: (.{0,300}?) is no address of this machine: give one, (.{0,300}?)$/,
    'HOST: $1은(는) 이 컴퓨터의 주소가 아닙니다: 있는 주소를 적어 주십시오($2)',
  ],
  [
    /^PORT: "(.{0,300}?)" is not a port: .{0,300}$/,
    'PORT: "$1"은(는) 포트가 아닙니다: 0부터 65535까지의 수를 적어 주십시오',
  ],
  [
    /^IEUM_MODE: "(.{0,300}?)" is no mode: .{0,300}$/,
    'IEUM_MODE: "$1"(이)라는 방식은 없습니다: 빼거나 IEUM_MODE=production을 적어 주십시오',
  ],
  [
    /^IEUM_MODE: the records hold the demonstration, .*$/,
    'IEUM_MODE: 시연 자료가 들어 있어 운영에 쓸 수 없습니다: 다른 IEUM_HOME이나 DATABASE_URL을 적어 주십시오',
  ],
  [
    /^IEUM_URL: "(.{0,300}?)" is no address without a path: write it as (.{0,300}?)$/,
    'IEUM_URL: "$1"은(는) 경로 없는 주소가 아닙니다: $2처럼 적어 주십시오',
  ],
  [
    /^IEUM_URL: is missing, .*$/,
    'IEUM_URL: 운영에는 꼭 있어야 합니다: 사람들이 쓰는 주소를 적어 주십시오. 예: https://ieum.example',
  ],
  [
    /^IEUM_SECRET: is missing, .*$/,
    'IEUM_SECRET: 운영에는 꼭 있어야 합니다: 32자 이상을 적고, 백업과 함께 보관해 주십시오',
  ],
  [
    /^IEUM_INSTALLATION: "(.{0,300}?)" is no name: write it as (.{0,300}?)$/,
    'IEUM_INSTALLATION: "$1"은(는) 쓸 수 없는 이름입니다: $2처럼 적어 주십시오',
  ],
  [/^IEUM_ALLOW_LOCAL_HOOKS: is for trials: .*$/, 'IEUM_ALLOW_LOCAL_HOOKS: 시험용입니다: 운영에서는 빼 주십시오'],
  [/^IEUM_TRUSTED_PROXIES: (.{0,300}?)$/, 'IEUM_TRUSTED_PROXIES: 읽을 수 없습니다: $1'],
  [
    /^IEUM_SMTP_URL: is no address of a mail server: write it as (.{0,300}?)$/,
    'IEUM_SMTP_URL: 메일 서버의 주소가 아닙니다: $1처럼 적어 주십시오',
  ],
  [
    /^IEUM_MAIL_FROM: IEUM_SMTP_URL and the address .*$/,
    'IEUM_MAIL_FROM: IEUM_SMTP_URL과 보내는 메일 주소는 함께 있어야 합니다: 둘 다 적어 주십시오',
  ],
  [
    /^IEUM_SMTP_URL: is missing, and production needs it to send letters: (.{0,300}?)$/,
    'IEUM_SMTP_URL: 운영에는 메일을 보낼 서버가 있어야 합니다: $1',
  ],
  [
    /^IEUM_APPROVERS: is missing, .*$/,
    'IEUM_APPROVERS: 운영에는 꼭 있어야 합니다: 규칙을 승인하는 두 사람 이상을 적은 JSON 파일을 주십시오',
  ],
  [
    /^IEUM_APPROVERS: (.{0,300}?): no such file: .{0,300}$/,
    'IEUM_APPROVERS: $1: 그런 파일이 없습니다: 승인하는 사람의 목록을 적은 JSON 파일을 주십시오',
  ],
  [
    /^IEUM_APPROVERS: (.{0,300}?): not JSON: .{0,300}$/,
    'IEUM_APPROVERS: $1: JSON이 아닙니다: 승인하는 사람의 목록을 적어 주십시오',
  ],
  [
    /^IEUM_APPROVERS: (.{0,300}?): (\/.*): each id once$/,
    'IEUM_APPROVERS: $1: $2이(가) 맞지 않습니다: id는 한 번씩만 적어 주십시오',
  ],
  [
    /^IEUM_APPROVERS: (.{0,300}?): (\/.*): two or more, of different posts and keys$/,
    'IEUM_APPROVERS: $1: $2이(가) 맞지 않습니다: 자리와 열쇠가 서로 다른 두 사람 이상을 적어 주십시오',
  ],
  [
    /^IEUM_APPROVERS: (.{0,300}?): (\/[^:]*): .*$/,
    'IEUM_APPROVERS: $1: $2이(가) 맞지 않습니다: 사람마다 id, post와 ieum approve --new-key가 보인 key를 적어 주십시오',
  ],
  [
    /^IEUM_OIDC: (.{0,300}?): no such file: .{0,300}$/,
    'IEUM_OIDC: $1: 그런 파일이 없습니다: 기관 로그인의 목록을 적은 JSON 파일을 주십시오',
  ],
  [
    /^IEUM_OIDC: (.{0,300}?): not JSON: .{0,300}$/,
    'IEUM_OIDC: $1: JSON이 아닙니다: 기관 로그인의 목록을 적어 주십시오',
  ],
  [/^IEUM_OIDC: (.{0,300}?): (\/.*): (.{0,300}?)$/, 'IEUM_OIDC: $1: $2이(가) 맞지 않습니다: $3'],
  [
    /^(.{0,300}?): the secret is too short: 32 characters or more$/,
    '$1: 비밀값이 너무 짧습니다: 32자 이상을 적어 주십시오',
  ],
  [/^(.{0,300}?): others may read the secret: chmod 600$/, '$1: 다른 사람이 읽을 수 있습니다: chmod 600'],
  [
    /^IEUM_PAPERS and IEUM_S3_ENDPOINT are both set: choose one$/,
    'IEUM_PAPERS와 IEUM_S3_ENDPOINT가 둘 다 있습니다: 하나만 적어 주십시오',
  ],
  [
    /^IEUM_S3_ENDPOINT is no web address: write it as (.{0,300}?)$/,
    'IEUM_S3_ENDPOINT: 웹 주소가 아닙니다: $1처럼 적어 주십시오',
  ],
  [/^IEUM_S3_ENDPOINT needs (.{0,300}?), (.{0,300}?) and (.{0,300}?)$/, 'IEUM_S3_ENDPOINT: $1, $2, $3도 있어야 합니다'],
  [/^papers cannot be kept in (.{0,300}?): (.{0,300}?)$/, '$1: 서류를 둘 수 없습니다: $2'],
  // trail
  [
    /^--reason: "(.{0,300}?)" says too little: .{0,300}$/,
    '--reason: "$1"만으로는 모자랍니다: 무엇에 쓰려고 내보내는지 다섯 글자 이상 적어 주십시오',
  ],
  [
    /^--json: the lines themselves go there: give --out FILE$/,
    '--json: 표준 출력에는 기록이 나갑니다: --out 파일을 적어 주십시오',
  ],
  [
    /^(--\S+): (.{0,300}?): there is such a file already: give a new name$/,
    '$1: $2: 이미 있는 파일입니다: 새 이름을 적어 주십시오',
  ],
  [
    /^(--\S+): (.{0,300}?): cannot be written \((.{0,300}?)\): give .{0,300}$/,
    '$1: $2: 쓸 수 없습니다($3): 있는 폴더의 파일을 적어 주십시오',
  ],
  [/^(.*:1:1): no such file: (.{0,300}?)$/, '$1: 그런 파일이 없습니다: $2'],
  [/^(.*:1:1): a folder, not a file: (.{0,300}?)$/, '$1: 파일이 아니라 폴더입니다: $2'],
  [/^(.*:1:1): cannot be read \((.{0,300}?)\): (.{0,300}?)$/, '$1: 읽을 수 없습니다($2): $3'],
  [/^(.*:1:1): not a line of a trail: (.{0,300}?)$/, '$1: 기록의 줄이 아닙니다: $2'],
  [/^(.*:1:1): not a checkpoint: (.{0,300}?)$/, '$1: 확인 파일이 아닙니다: $2'],
  [/^(.*:1:1): has nothing of (\S+): .*$/, '$1: $2의 것이 없습니다: 같은 기록의 확인 파일을 주십시오'],
  // installation
  [
    /^--old-key-until: "(.{0,300}?)" is no day: write it as (.{0,300}?)$/,
    '--old-key-until: "$1"은(는) 날짜가 아닙니다: $2처럼 적어 주십시오',
  ],
  [
    /^url: "(.{0,300}?)" is no address of an installation: (.{0,300}?)$/,
    'url: "$1"은(는) 다른 시스템의 주소가 아닙니다: $2',
  ],
  [/^(.{0,300}?): does not answer: (.{0,300}?)$/, '$1: 답하지 않습니다: $2'],
  [
    /^(.{0,300}?): (.{0,300}?): give the address of an installation that has a name \(IEUM_INSTALLATION\)$/,
    '$1: 이름 있는 시스템이 아닙니다($2): IEUM_INSTALLATION으로 이름을 지은 시스템의 주소를 적어 주십시오',
  ],
  [
    /^(.{0,300}?): has the name of this installation, "(.{0,300}?)": .{0,300}$/,
    '$1: 이 시스템과 이름이 같습니다("$2"): 둘 가운데 하나가 다른 이름을 써야 합니다',
  ],
  [
    /^(.{0,300}?): says of no agency of this catalogue that it works there: .{0,300}$/,
    '$1: 이 사업목록에 있는 기관을 하나도 밝히지 않았습니다: --agencies로 적어 주십시오',
  ],
  [
    /^--use: not together with --prepare: .*$/,
    '--use: --prepare와 함께 쓰지 않습니다: 새 열쇠를 먼저 알린 뒤에 씁니다',
  ],
  [/^--use: no key is prepared: (.{0,300}?)$/, '--use: 준비한 열쇠가 없습니다: $1'],
  [
    /^id: there is no installation "(.{0,300}?)" known here: (.{0,300}?)$/,
    'id: "$1"(이)라는 시스템은 등록되어 있지 않습니다: $2',
  ],
  // What the server says while it starts
  [
    /^No mail server is set \((.{0,300}?)\): .{0,300}$/,
    '메일 서버가 없습니다($1): 알림은 이 사이트의 알림함에만 놓이고, 메일은 기다립니다.',
  ],
  [
    /^The secret of the webhook of (.{0,300}?) was sealed with another IEUM_SECRET: .{0,300}$/,
    '$1의 웹훅 비밀값은 다른 IEUM_SECRET으로 잠겨 있습니다: 그것을 IEUM_SECRET_BEFORE에 적거나, 그 기관의 관리자가 새로 만들어야 합니다.',
  ],
]

/** What would be right, as several refusals say it at their end. */
const endings: readonly Phrase[] = [
  [/did you mean (.{0,300}?)\?$/, '$1을(를) 뜻하셨습니까?'],
  [/ids stand in agencies\.yaml$/, 'id는 agencies.yaml에 있습니다'],
  [/ieum match --all shows the ids$/, 'ieum match --all에 id가 모두 있습니다'],
  [/ieum --help lists them$/, 'ieum --help에 모두 있습니다'],
  [/one of (.{0,300}?)$/, '$1 가운데 하나를 적어 주십시오'],
  [/a YAML or JSON file with the facts of a firm$/, '기업의 사실을 적은 YAML이나 JSON 파일을 주십시오'],
  [/the JSON of ieum plan --json$/, 'ieum plan --json이 낸 JSON을 주십시오'],
  [
    /ieum approve (.{0,300}?) --since what was approved last/,
    '지난번에 승인한 판과 견주어 승인해 주십시오(ieum approve $1 --since …)',
  ],
  [/\(lines of approvals\.jsonl that cannot be read: (.{0,100})\)$/, '(approvals.jsonl에서 읽을 수 없는 줄: $1)'],
  [/such as (\S+)\)$/, '예: $1)'],
  [/an agenda or a notice as HWPX, HWP, DOCX, PDF or text$/, '안건지나 알림을 HWPX, HWP, DOCX, PDF, 텍스트로 주십시오'],
  [/the lines of ieum trail export$/, 'ieum trail export가 낸 파일을 주십시오'],
  [/the checkpoint that was taken with a trail$/, '기록과 함께 낸 확인 파일을 주십시오'],
]

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Undefined where it stands in no line. */
export function inKorean(english: string): string | undefined {
  const phrase = phrases.find(([pattern]) => pattern.test(english))
  if (!phrase) return undefined
  return endings.reduce(
    (said, [pattern, korean]) => said.replace(pattern, korean),
    english
      .replace(...(phrase as [RegExp, string]))
      .replace('(undefined)', '')
      .replace('()', ''),
  )
}
