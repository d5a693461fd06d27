export const about = {
  title: 'About this site',
  what: 'Ieum joins the support programmes of several ministries: what a firm can use now and why, what comes next, and when.',
  privacyTitle: 'Where the firm’s details are',
  privacy:
    'Unless you sign in, what you enter is kept in this browser only, and the verdicts are worked out in it. The erase button on the Find page removes everything at once.',
  signedIn:
    'Once you sign in, what you enter or bring into the firm’s dossier, consents, referrals and papers are kept on this server. Another agency sees only what you consented to, for as long as you did, and “Who looked” lists every look. You can take it away or remove it on the firm’s pages.',
  sourcesTitle: 'Where the programmes come from',
  sources:
    'The notices of MSS, MOTIE and others were read line by line. Each programme names its source and how far it can be trusted; what a notice does not say is listed as not found.',
  limitsTitle: 'What a verdict cannot do',
  limits:
    'What an official must judge is marked as judged, never guessed. What is not known is marked as to check. Please read the notice itself before you apply.',
  figuresTitle: 'What is in it now',
  figures: '{{programmes}} programmes, {{editions}} notices, {{agencies}} agencies',
}
