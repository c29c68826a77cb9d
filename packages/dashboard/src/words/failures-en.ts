/** Words of what fails, in English. */
export const failuresEn = {
  unreachable: 'The server cannot be reached.',
  busy: 'The server is busy.',
  foreign: 'A page to sign in, or a proxy, answered in place of the server. Load this page again to sign in.',
  failed: (status: string) => `The server failed to answer${status}.`,
  refused: (reason: string) => `The server refused this question: ${reason}`,
  kept: 'What you see is from before.',
  again: (seconds: number) => `Asked again in ${seconds} s`,
  now: 'Try now',
  meanwhile: (time: string) => `No connection to the server. The figures are those of ${time}.`,
  reloaded: 'A newer version is installed: the page was loaded anew.',
  part: 'A part of the page could not be loaded, perhaps because a newer version is installed. The page is loaded anew as soon as the server answers.',
  reload: 'Load the page anew',
};
