// How does time run? One run at a time, from 0 to 1; starting a new one stops the old.

/** Something that runs from 0 to 1. */
export interface Player {
  /** Calls `show` with 0 … 1 once a frame for `duration` ms; with a duration of 0 once, with 1. */
  start(duration: number, show: (t: number) => void): void;
  stop(): void;
  isRunning(): boolean;
}

/** A player that has not begun. */
export function player(): Player {
  let running = 0;
  const stop = () => {
    cancelAnimationFrame(running);
    running = 0;
  };
  return {
    stop,
    isRunning: () => running !== 0,
    start(duration, show) {
      stop();
      if (duration <= 0) {
        show(1);
        return;
      }
      let begun: number | undefined;
      const frame = (now: number) => {
        begun ??= now;
        const t = Math.min(1, (now - begun) / duration);
        running = t < 1 ? requestAnimationFrame(frame) : 0;
        show(t);
      };
      running = requestAnimationFrame(frame);
    },
  };
}
