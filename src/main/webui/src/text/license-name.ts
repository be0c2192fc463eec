/** Whether a license is called one already: “Trial License”, “Testlizenz”. Its name stands alone then. */
export function callsItselfLicense(name: string): boolean {
  return /(licen[sc]e|lizenz)$/i.test(name.trim());
}
