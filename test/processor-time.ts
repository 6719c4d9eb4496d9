/** Milliseconds of processor time: what others do on the machine is not in it, as it is in the clock's. */
export function processorTime(): number {
  return process.cpuUsage().user / 1000
}
