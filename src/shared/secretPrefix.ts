/** Marks a secret that this server made, so that people and secret scanners recognize it in a log, a repository or a paste. */
export const secretPrefix = 'wbt_';
