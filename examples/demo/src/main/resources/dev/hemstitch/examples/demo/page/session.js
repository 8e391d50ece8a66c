// The timeline of tracking.json, put on that of the player. For a film they are one. For a channel the service counts from the date
// of the first segment that it gave this viewer, and it goes by dates: where ads do not fill a break, time is left out. What both
// have in common are the dates of the segments.

const TOLERANCE = 300;

/** What the URLs of an ad's playlists and segments have in common. */
const folderOf = (url) => url.match(/^.*\/ads\/media\/[^/]+\/[^/]+\//)?.[0];

const endDate = (fragment) => fragment.programDateTime + 1000 * fragment.duration;

/** The date of a moment of the player, in milliseconds. */
function toDate(fragments, seconds) {
  const fragment = fragments.findLast((one) => one.start <= seconds) ?? fragments[0];
  return fragment.programDateTime + 1000 * (seconds - fragment.start);
}

/** The moment of the player at a date. A date that was left out is when the next segment starts. */
function toSeconds(fragments, date) {
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
function findStart(fragments, tracking, likely) {
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

/** What a service says of a viewer's ads, in the time of the player. */
export class Session {
  #fragments = [];
  #tracking = { avails: [] };
  /** When the timeline of tracking.json starts, in milliseconds; undefined where both timelines are the same. */
  #start;

  /** Another playlist or schedule of the same session. Returns whether the timeline was put elsewhere. */
  update(details, tracking) {
    this.#fragments = details?.fragments ?? [];
    this.#tracking = tracking;
    if (this.#fragments.length === 0) {
      return false;
    }
    const before = this.#start;
    // A channel that has ended goes by dates as before.
    const hasDates = (details.live || before !== undefined) && this.#fragments[0].programDateTime;
    this.#start = hasDates ? findStart(this.#fragments, tracking, before ?? this.#fragments[0].programDateTime) : undefined;
    return before !== undefined && Math.abs(this.#start - before) > TOLERANCE;
  }

  /** The date of a moment of the player, in milliseconds; undefined if the playlist has no dates. */
  dateAt(seconds) {
    return this.#fragments[0]?.programDateTime ? toDate(this.#fragments, seconds) : undefined;
  }

  /** The moment of the player at a date; undefined if the playlist does not have it. */
  secondsAt(date) {
    const seconds = this.#fragments[0]?.programDateTime ? toSeconds(this.#fragments, date) : undefined;
    return seconds >= this.#fragments[0]?.start && seconds < this.#fragments.at(-1).start ? seconds : undefined;
  }

  /** Where a moment of the player is on the timeline of tracking.json. */
  fromPlayer(seconds) {
    return this.#isDated ? (toDate(this.#fragments, seconds) - this.#start) / 1000 : seconds;
  }

  #toPlayer(seconds) {
    return this.#isDated ? toSeconds(this.#fragments, this.#start + 1000 * seconds) : seconds;
  }

  get #isDated() {
    return this.#start !== undefined && this.#fragments.length > 0;
  }

  ads() {
    return this.#tracking.avails.flatMap((avail) => avail.ads.map((ad, index) => ({
      id: `${avail.availId}/${ad.adId}`,
      title: ad.adTitle ?? ad.adId,
      place: index + 1,
      of: avail.ads.length,
      start: this.#toPlayer(ad.startTimeInSeconds),
      date: this.#isDated ? this.#start + 1000 * ad.startTimeInSeconds : undefined,
      duration: ad.durationInSeconds,
    })));
  }

  beacons() {
    return this.#tracking.avails.flatMap((avail) =>
      [...avail.adBreakTrackingEvents, ...avail.ads.flatMap((ad) => ad.trackingEvents)].map((event) => ({
        breakId: avail.availId,
        event: event.eventType,
        at: this.#toPlayer(event.startTimeInSeconds),
        urls: event.beaconUrls,
      })));
  }
}
