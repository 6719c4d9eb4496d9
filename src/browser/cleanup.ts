const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const pending = new Set<() => void>()

/** Runs `undo` (synchronous) should this process end before the returned function takes it back. */
export function onExit(undo: () => void): () => void {
  if (pending.size === 0) watch()
  pending.add(undo)
  return () => {
    pending.delete(undo)
    if (pending.size === 0) unwatch()
  }
}

function undoAll(): void {
  for (const undo of pending) undo()
  pending.clear()
}

function onSignal(signal: NodeJS.Signals): void {
  undoAll()
  const alone = process.listenerCount(signal) === 1
  unwatch()
  // Whoever else listens decides how the process ends.
  if (alone) process.kill(process.pid, signal)
}

function watch(): void {
  process.once('exit', undoAll)
  for (const signal of signals) process.on(signal, onSignal)
}

function unwatch(): void {
  process.off('exit', undoAll)
  for (const signal of signals) process.off(signal, onSignal)
}
