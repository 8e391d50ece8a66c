// Plays a title from whichever service the catalogue names. When that one stops answering, or the title was moved, the player asks
// the catalogue and goes on from the other service: same viewer, same place.

import * as backend from "./backend.js";
import { sessionStart, toDate, toSeconds } from "./session.js";

const LOOK_EVERY = 1000;
const PLAYED_EVERY = 1000;
/** In seconds. */
const NUDGE = 0.5;

const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Player extends EventTarget {
  #video;
  #hls;
  #isMoving = false;
  /** Counts what was asked for by play(), and what was loaded: what comes late for an earlier one is of no interest. */
  #viewing = 0;
  #loading = 0;
  /** Where the player was before it moved, until it plays again. */
  #goal;
  /** The date at which the timeline of tracking.json starts; undefined where both timelines are the same. */
  #sessionStart;
  #played = [];
  #isSending = false;
  #from;

  title;
  viewer;
  service;
  details;
  tracking = { avails: [] };
  /** Every error that hls.js told, for whoever looks on. */
  errors = [];

  constructor(video) {
    super();
    this.#video = video;
    video.addEventListener("timeupdate", () => this.#notePlayed());
    video.addEventListener("seeked", () => this.#noteSeek());
    video.addEventListener("loadeddata", () => this.#noteSeek());
    video.addEventListener("playing", () => (this.#goal = undefined));
    video.addEventListener("ended", () => this.#notePlayed());
    setInterval(() => this.#sendPlayed(), PLAYED_EVERY);
    setInterval(() => this.#followCatalogue(), 2 * LOOK_EVERY);
  }

  /** Plays a title from its beginning; a channel, from where it is. */
  play(title, viewer) {
    this.#viewing++;
    this.#isMoving = false;
    this.#played = [];
    this.#sessionStart = undefined;
    this.title = title;
    this.viewer = viewer;
    this.#load(title.service);
    this.#tell(`${title.id} from ${title.service}`);
  }

  get isLive() {
    return this.details?.live ?? this.title?.kind === "live";
  }

  /** The date of a moment of the video element, in milliseconds; undefined if the playlist has no dates. */
  dateAt(seconds) {
    return this.details?.fragments[0]?.programDateTime ? toDate(this.details, seconds) : undefined;
  }

  #url(name, service = this.service) {
    return `${service}/v/${this.title.id}/${name}?viewer=${encodeURIComponent(this.viewer)}`;
  }

  #load(service, place) {
    this.#hls?.destroy();
    this.#loading++;
    this.#goal = place;
    this.service = service;
    this.details = undefined;
    this.tracking = { avails: [] };
    this.#from = this.title.kind === "live" ? undefined : place?.seconds ?? 0;
    const hls = new window.Hls({
      startPosition: this.title.kind === "live" ? -1 : place?.seconds ?? -1,
      // Until a service is there again this player asks by itself, so hls.js need not give up early.
      maxBufferLength: 20,
      liveSyncDurationCount: 3,
      liveMaxLatencyDurationCount: 8,
    });
    this.#hls = hls;
    const { Events } = window.Hls;
    const update = (event, { details }) => {
      this.details = details;
      this.#placeLive(place);
      place = undefined;
      this.#alignSession();
      this.dispatchEvent(new Event("change"));
    };
    hls.on(Events.LEVEL_LOADED, (event, data) => {
      update(event, data);
      this.#loadTracking();
    });
    hls.on(Events.LEVEL_UPDATED, update);
    hls.on(Events.ERROR, (event, data) => this.#onError(data));
    hls.on(Events.MANIFEST_PARSED, () => this.#video.play().catch(() => this.#tell("press play: the browser wants a click first")));
    hls.loadSource(this.#url("multivariant.m3u8"));
    hls.attachMedia(this.#video);
    this.dispatchEvent(new Event("change"));
  }

  /** A channel is found again by the date of what was shown. */
  #placeLive(place) {
    if (!place?.date || !this.details.live) {
      return;
    }
    const { fragments } = this.details;
    const seconds = toSeconds(this.details, place.date);
    if (fragments[0].start <= seconds && seconds < fragments.at(-1).start) {
      this.#video.addEventListener("loadeddata", () => (this.#video.currentTime = seconds), { once: true });
    }
  }

  #onError(data) {
    this.errors.push({ details: data.details, fatal: data.fatal, reason: data.reason ?? data.error?.message, url: data.url });
    const isOfService = (data.url ?? data.context?.url ?? "").startsWith(`${this.service}/`);
    if (data.type === "networkError" && isOfService) {
      this.#leave("does not answer");
    } else if (data.fatal) {
      this.#tell(`hls.js: ${data.details}`, "bad");
      if (data.type === "mediaError") {
        this.#hls.recoverMediaError();
      } else {
        this.#leave("plays no more");
      }
    }
  }

  #place() {
    return this.#goal ?? { seconds: this.#video.currentTime, date: this.dateAt(this.#video.currentTime) };
  }

  /** Asks the catalogue every second, until a service of the title answers. */
  async #leave(reason) {
    if (this.#isMoving) {
      return;
    }
    this.#isMoving = true;
    const loading = this.#loading;
    this.#tell(`${this.service} ${reason}; asking the catalogue`, "bad");
    this.dispatchEvent(new CustomEvent("lost"));
    while (loading === this.#loading) {
      try {
        const { service } = await backend.title(this.title.id);
        await this.#prepare(service);
        if (loading === this.#loading) {
          this.#move(service);
          return;
        }
      } catch {
        // Not yet.
      }
      await wait(LOOK_EVERY);
    }
  }

  /** Asks the other service for everything once, while the buffer still plays: what it has to find out first, it finds out now. */
  async #prepare(service) {
    const ask = async (url) => (await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(4000) })).text();
    const multivariant = this.#url("multivariant.m3u8", service);
    const uris = (await ask(multivariant)).match(/^[^#\n]+$|(?<=URI=")[^"]+/gm) ?? [];
    await Promise.allSettled(uris.map((uri) => ask(new URL(uri, multivariant))));
  }

  #move(service) {
    const place = this.#place();
    this.#notePlayed();
    this.dispatchEvent(new CustomEvent("moving"));
    this.#load(service, place);
    this.#isMoving = false;
    this.#tell(`goes on from ${service} at ${place.seconds.toFixed(1)} s`, "good");
  }

  async #followCatalogue() {
    const { title, service } = this;
    if (!title || this.#isMoving) {
      return;
    }
    try {
      const current = await backend.title(title.id);
      if (current.service !== service && this.title === title && this.service === service && !this.#isMoving) {
        this.#leave("is no longer the title's service");
      }
    } catch {
      // The catalogue is needed only when something changes.
    }
  }

  async #loadTracking() {
    const { service } = this;
    try {
      const answer = await fetch(this.#url("tracking.json"), { cache: "no-store", signal: AbortSignal.timeout(5000) });
      const tracking = await answer.json();
      if (answer.ok && service === this.service) {
        this.tracking = tracking;
        this.#alignSession();
        this.dispatchEvent(new Event("change"));
      }
    } catch {
      // The next playlist brings the next try.
    }
  }

  /** The ads of tracking.json, in the time of the video element. */
  ads() {
    return this.tracking.avails.flatMap((avail) => avail.ads.map((ad, index) => ({
      id: `${avail.availId}/${ad.adId}`,
      title: ad.adTitle ?? ad.adId,
      place: index + 1,
      of: avail.ads.length,
      start: this.#toPlayer(ad.startTimeInSeconds),
      date: this.#isDated ? this.#sessionStart + 1000 * ad.startTimeInSeconds : undefined,
      duration: ad.durationInSeconds,
    })));
  }

  /** The beacons of tracking.json, likewise. */
  beacons() {
    return this.tracking.avails.flatMap((avail) =>
      [...avail.adBreakTrackingEvents, ...avail.ads.flatMap((ad) => ad.trackingEvents)].map((event) => ({
        breakId: avail.availId,
        event: event.eventType,
        at: this.#toPlayer(event.startTimeInSeconds),
        urls: event.beaconUrls,
      })));
  }

  get #isDated() {
    return this.details !== undefined && this.#sessionStart !== undefined;
  }

  #toPlayer(sessionSeconds) {
    return this.#isDated ? toSeconds(this.details, this.#sessionStart + 1000 * sessionSeconds) : sessionSeconds;
  }

  #alignSession() {
    const first = this.details?.fragments[0];
    if (!this.details?.live || !first?.programDateTime) {
      this.#sessionStart = undefined;
      return;
    }
    const before = this.#sessionStart;
    this.#sessionStart = sessionStart(this.details, this.tracking, before ?? first.programDateTime);
    if (before !== undefined && Math.abs(this.#sessionStart - before) > 1000 * NUDGE) {
      this.#from = undefined; // What was noted since is not on this timeline.
    }
  }

  /** Where the playhead is on the timeline of tracking.json. */
  get sessionSeconds() {
    const now = this.#video.currentTime;
    return this.#isDated ? (toDate(this.details, now) - this.#sessionStart) / 1000 : now;
  }

  /** What was skipped was not played, but for the bits that hls.js skips where a picture begins a little late. */
  #noteSeek() {
    const now = this.sessionSeconds;
    if (this.#from === undefined || now < this.#from || now > this.#from + NUDGE) {
      this.#from = now;
    }
  }

  #notePlayed() {
    const now = this.sessionSeconds;
    if (this.#video.seeking || this.#video.readyState < 2) {
      return;
    }
    if (this.#from !== undefined && now > this.#from) {
      const last = this.#played.at(-1);
      if (last && last.to === this.#from) {
        last.to = now;
      } else {
        this.#played.push({ from: this.#from, to: now });
      }
    }
    this.#from = now;
  }

  /** One after the other. What could not be sent is sent to the next service. */
  async #sendPlayed() {
    if (this.#isSending || this.#isMoving || this.#played.length === 0) {
      return;
    }
    this.#isSending = true;
    const viewing = this.#viewing;
    const loading = this.#loading;
    const stretch = this.#played.shift();
    try {
      const answer = await fetch(this.#url("played"), { method: "POST", body: JSON.stringify(stretch), signal: AbortSignal.timeout(3000) });
      if (answer.status === 503 && viewing === this.#viewing) {
        this.#played.unshift(stretch); // Its session store is away: nothing was sent.
      }
    } catch {
      if (viewing === this.#viewing) {
        this.#played.unshift(stretch);
      }
      if (loading === this.#loading) {
        this.#leave("does not answer");
      }
    } finally {
      this.#isSending = false;
    }
  }

  #tell(text, mood = "") {
    this.dispatchEvent(new CustomEvent("told", { detail: { text, mood } }));
  }
}
