// Runs before the first paint, so that a chosen theme does not flash.
document.documentElement.dataset.theme = (() => {
  try {
    return localStorage.getItem('ieum.theme') ?? 'system'
  } catch {
    // Storage may be closed to us; the system's theme then holds.
    return 'system'
  }
})()
