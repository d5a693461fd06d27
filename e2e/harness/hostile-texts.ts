/**
 * Texts that become more than texts wherever one is put into a page without care. Each calls `ieumRan` with its own number; how they break out of
 * what they stand in follows the families of the OWASP filter evasion cheat sheet.
 */
const elements = [
  ...[
    '<img src=x onerror=RUN>',
    '<svg onload=RUN>',
    '<svg/onload=RUN//',
    '<body onload=RUN>',
    '<iframe onload=RUN></iframe>',
  ],
  ...[
    '<input autofocus onfocus=RUN>',
    '<select autofocus onfocus=RUN>',
    '<textarea autofocus onfocus=RUN>',
    '<script>RUN</script>',
  ],
  ...[
    '<details open ontoggle=RUN>',
    '<video src=x onerror=RUN>',
    '<audio src=x onerror=RUN>',
    '<object data=x onerror=RUN>',
  ],
  ...['<style onload=RUN></style>', '<xss tabindex=1 autofocus onfocus=RUN>', '<video><source onerror=RUN></video>'],
]
const wayOut = [
  '',
  '">',
  "'>",
  '--><!-- ',
  ']]>',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  '`}',
  '" x="',
  '\u2028',
]

const others = [
  ...['javascript:RUN', 'JaVaScRiPt:RUN', ' javascript:RUN', 'java\tscript:RUN', 'javascript://%0aRUN', 'vbscript:RUN'],
  ...['data:text/html,<script>RUN</script>', 'data:image/svg+xml,<svg onload=RUN>', '<a href=javascript:RUN>x</a>'],
  ...[
    '<form action=javascript:RUN><button>x</form>',
    '<base href=javascript:RUN//>',
    '<math><mi xlink:href=javascript:RUN>x',
  ],
  ...[
    '<meta http-equiv=refresh content="0;javascript:RUN">',
    '<iframe srcdoc="<script>parent.RUN</script>">',
    '<embed src=javascript:RUN>',
  ],
  ...[
    '" onmouseover=RUN x="',
    "' onfocus=RUN autofocus x='",
    '"; RUN; //',
    "'; RUN; //",
    '`; RUN; //',
    '</script><script>RUN//',
    `\${RUN}`,
  ],
  ...[
    '{{constructor.constructor("RUN")()}}',
    '#{RUN}',
    '<%= RUN %>',
    '{"__html":"<img src=x onerror=RUN>"}',
    '[x](javascript:RUN)',
  ],
  ...[
    '<noscript><p title="</noscript><img src=x onerror=RUN>">',
    '<svg><style><img src=x onerror=RUN>',
    '<table><td background=javascript:RUN>',
  ],
  ...[
    '<svg><animate onbegin=RUN attributeName=x dur=1s>',
    '<svg><a xlink:href=javascript:RUN><text y=9>x',
    '<x style="x:expression(RUN)">',
  ],
  ...[
    '&lt;img src=x onerror=RUN&gt;',
    '&#60;img src=x onerror=RUN&#62;',
    '\\u003cimg src=x onerror=RUN\\u003e',
    '%3Cimg src=x onerror=RUN%3E',
  ],
  // Tables, that a spreadsheet would take for formulas.
  ...[
    '=RUN',
    '+RUN',
    '-RUN',
    '@RUN',
    '\t=RUN',
    '\r=RUN',
    '=HYPERLINK("http://x","RUN")',
    "=cmd|' /C calc'!RUN",
    ';=RUN',
    '＝RUN',
  ],
]

export const hostileTexts: readonly string[] = [
  ...wayOut.flatMap(out => elements.map(element => `${out}${element}`)),
  ...others,
].map((text, number) => text.replaceAll('RUN', `ieumRan(${number})`))
