/** A style sheet built as a file of its own: its address. */
declare module '*.css?url' {
  const href: string;
  export default href;
}
