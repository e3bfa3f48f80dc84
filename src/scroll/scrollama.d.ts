// The parts of scrollama 3.2 that are used. Its own types forbid pixels as an offset and lack `offset`.
declare module 'scrollama' {
  interface Scroller {
    setup(options: { step: HTMLElement[]; offset: string }): Scroller;
    onStepEnter(callback: () => void): Scroller;
    onStepExit(callback: () => void): Scroller;
    offset(value: string): Scroller;
  }
  export default function scrollama(): Scroller;
}
