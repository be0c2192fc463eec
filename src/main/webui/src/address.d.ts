/** The address of the file that a module is built into. */
declare module '*?address' {
  const address: string;
  export default address;
}
