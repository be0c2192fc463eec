/** What a mail to the vendor says by itself. */
export const mail = {
  subject: (installation: string) => `Inspire license of the installation ${installation}`,
  standing: 'Standing',
};
