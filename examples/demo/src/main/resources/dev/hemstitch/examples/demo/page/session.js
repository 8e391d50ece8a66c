// The timeline of tracking.json, put on that of the player. For a film they are one. For a channel the service counts from the date
// of the first segment that it gave this viewer, and it goes by dates: where ads do not fill a break, time is left out. What both
// have in common are the dates of the segments.

const TOLERANCE = 300;

/** What the URLs of an ad's playlists and segments have in common. */
const folderOf = (url) => url.match(/^.*\/ads\/media\/[^/]+\/[^/]+\//)?.[0];

const endDate = (fragment) => fragment.programDateTime + 1000 * fragment.duration;

/** The date of a moment of the player, in milliseconds. */
export function toDate({ fragments }, seconds) {
  const fragment = fragments.findLast((one) => one.start <= seconds) ?? fragments[0];
  return fragment.programDateTime + 1000 * (seconds - fragment.start);
}

/** The moment of the player at a date. A date that was left out is when the next segment starts. */
export function toSeconds({ fragments }, date) {
  const fragment = fragments.find((one) => date < endDate(one)) ?? fragments.at(-1);
  const isLeftOut = fragment !== fragments[0] && date < fragment.programDateTime;
  return isLeftOut ? fragment.start : fragment.start + (date - fragment.programDateTime) / 1000;
}

/** The dates at which ads start in the playlist, with the folder that the ad is in. */
function adStarts(fragments) {
  return fragments
    .filter((fragment, i) => i > 0 && fragment.cc !== fragments[i - 1].cc && folderOf(fragment.url))
    .map((fragment) => ({ date: fragment.programDateTime, folder: folderOf(fragment.url) }));
}

/**
 * The date at which the timeline of tracking.json starts: nobody says it, but it is where most ads of the schedule meet those of the
 * playlist. The likely one stays unless another explains more.
 */
export function sessionStart({ fragments }, tracking, likely) {
  const starts = adStarts(fragments);
  const ads = tracking.avails.flatMap((avail) => avail.ads).map((ad) => ({
    millis: 1000 * ad.startTimeInSeconds,
    folder: folderOf(ad.mediaFiles.mediaFilesList[0]?.mediaFileUri ?? ""),
  }));
  const matches = (start) => starts.filter(({ date, folder }) =>
    ads.some((ad) => ad.folder === folder && Math.abs(start + ad.millis - date) < TOLERANCE)).length;
  const candidates = starts.flatMap(({ date, folder }) => ads.filter((ad) => ad.folder === folder).map((ad) => date - ad.millis));
  let best = likely;
  for (const candidate of candidates) {
    const better = matches(candidate) - matches(best);
    if (better > 0 || (better === 0 && Math.abs(candidate - likely) < Math.abs(best - likely))) {
      best = candidate;
    }
  }
  return best;
}
