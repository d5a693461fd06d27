export const about = {
  title: 'About this site',
  what: 'Ieum joins the support programmes of several ministries: what a firm can use now and why, what comes next, and when.',
  privacyTitle: 'Where the firm’s details are',
  privacy:
    'What you enter is kept in this browser only, and the verdicts are worked out in it. The server sends the programmes and nothing else. The erase button on the Find page removes everything at once.',
  sourcesTitle: 'Where the programmes come from',
  sources:
    'The notices of MSS, MOTIE and others were read line by line. Each programme names its source and how far it can be trusted; what a notice does not say is listed as not found.',
  limitsTitle: 'What a verdict cannot do',
  limits:
    'What an official must judge is marked as judged, never guessed. What is not known is marked as to check. Please read the notice itself before you apply.',
  figuresTitle: 'What is in it now',
  figures: '{{programmes}} programmes, {{editions}} notices, {{agencies}} agencies',
}
