/** Milliseconds by the clock, and of this process's own work, which others on the machine move less and helping threads add to. */
export function costOf(action) {
  const before = process.cpuUsage();
  const begun = performance.now();
  action();
  const time = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return { time, cpu: (user + system) / 1000 };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
