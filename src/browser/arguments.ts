const always = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AcceptCHFrame',
  // A page is self-contained: no name is ever looked up, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // One process less to start: there is no network to keep apart.
  '--enable-features=NetworkServiceInProcess2',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  // The same metrics and colours on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

export function browserArguments(profile: string, sandbox: boolean): string[] {
  return [...always, `--user-data-dir=${profile}`, ...(sandbox ? [] : ['--no-sandbox', '--no-zygote']), 'about:blank']
}

/** Chromium refuses to make a sandbox for root on Linux; for others it is tried. */
export function sandboxRefused(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}
