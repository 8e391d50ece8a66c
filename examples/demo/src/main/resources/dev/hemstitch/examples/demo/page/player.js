// Plays a title from whichever service the catalogue names. When that one stops answering, or the title was moved, the player asks
// the catalogue and goes on from the other service: same viewer, same place.

import * as backend from "./backend.js";
import { Played } from "./played.js";
import { Session } from "./session.js";

const LOOK_EVERY = 1000;
const REPORT_EVERY = 1000;

const NOTHING = { avails: [] };

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
  #session = new Session();
  #tracking = NOTHING;
  #played;
  #isReporting = false;

  title;
  viewer;
  service;
  details;
  /** Every error that hls.js told, for whoever looks on. */
  errors = [];

  constructor(video) {
    super();
    this.#video = video;
    this.#played = new Played(video, () => this.#session.fromPlayer(video.currentTime));
    video.addEventListener("playing", () => (this.#goal = undefined));
    setInterval(() => this.#report(), REPORT_EVERY);
    setInterval(() => this.#followCatalogue(), 2 * LOOK_EVERY);
  }

  /** Plays a title from its beginning; a channel, from where it is. */
  play(title, viewer) {
    this.#viewing++;
    this.#isMoving = false;
    this.#played.forget();
    this.#session = new Session();
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
    return this.#session.dateAt(seconds);
  }

  /** The ads of tracking.json, in the time of the video element. */
  ads() {
    return this.#session.ads();
  }

  /** The beacons of tracking.json, likewise. */
  beacons() {
    return this.#session.beacons();
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
    this.#tracking = NOTHING;
    this.#align();
    const isFilm = this.title.kind !== "live";
    this.#played.startAt(isFilm ? place?.seconds ?? 0 : undefined);
    const hls = new window.Hls({
      startPosition: isFilm ? place?.seconds ?? -1 : -1,
      maxBufferLength: 20,
      liveSyncDurationCount: 3,
      liveMaxLatencyDurationCount: 8,
    });
    this.#hls = hls;
    const { Events } = window.Hls;
    const update = (event, { details }) => {
      this.details = details;
      this.#align();
      if (details.live && place?.date) {
        this.#seekTo(place.date);
      }
      place = undefined;
      this.dispatchEvent(new Event("change"));
    };
    hls.on(Events.LEVEL_LOADED, (event, data) => {
      update(event, data);
      this.#loadTracking();
    });
    hls.on(Events.LEVEL_UPDATED, update);
    hls.on(Events.ERROR, (event, data) => this.#onError(data));
    hls.on(Events.MANIFEST_PARSED, () => this.#start());
    hls.loadSource(this.#url("multivariant.m3u8"));
    hls.attachMedia(this.#video);
    this.dispatchEvent(new Event("change"));
  }

  #start() {
    this.#video.play().catch((error) => {
      if (error.name === "NotAllowedError") { // Not so if another playlist was loaded meanwhile.
        this.#tell("press play: the browser wants a click first");
      }
    });
  }

  /** A channel is found again by the date of what was shown. */
  #seekTo(date) {
    const seconds = this.#session.secondsAt(date);
    if (seconds !== undefined) {
      this.#video.addEventListener("loadeddata", () => (this.#video.currentTime = seconds), { once: true });
    }
  }

  #align() {
    if (this.#session.update(this.details, this.#tracking)) {
      this.#played.forget();
    }
  }

  #onError(data) {
    this.errors.push({ details: data.details, fatal: data.fatal, reason: data.reason ?? data.error?.message, url: data.url });
    const isOfService = (data.url ?? data.context?.url ?? "").startsWith(`${this.service}/`);
    // A service that is slow once is asked again by hls.js; one that is gone is left at once.
    const isSlow = data.details.endsWith("TimeOut") && !data.fatal;
    if (data.type === "networkError" && isOfService && !isSlow) {
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
    const ask = async (url) => {
      const answer = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(4000) });
      if (!answer.ok) {
        throw new Error(`${url} answers ${answer.status}`);
      }
      return answer.text();
    };
    const multivariant = this.#url("multivariant.m3u8", service);
    const uris = (await ask(multivariant)).match(/^[^#\n]+$|(?<=URI=")[^"]+/gm) ?? [];
    await Promise.allSettled(uris.map((uri) => ask(new URL(uri, multivariant))));
  }

  #move(service) {
    const place = this.#place();
    this.#played.note();
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
        this.#tracking = tracking;
        this.#align();
        this.dispatchEvent(new Event("change"));
      }
    } catch {
      // The next playlist brings the next try.
    }
  }

  /** One after the other. What could not be told is told to the next service. */
  async #report() {
    const stretch = this.#isReporting || this.#isMoving ? undefined : this.#played.take();
    if (!stretch) {
      return;
    }
    this.#isReporting = true;
    const viewing = this.#viewing;
    const loading = this.#loading;
    const tryAgain = () => viewing === this.#viewing && this.#played.putBack(stretch);
    try {
      const answer = await fetch(this.#url("played"), { method: "POST", body: JSON.stringify(stretch), signal: AbortSignal.timeout(3000) });
      if (answer.status === 503) {
        tryAgain(); // Its session store is away: nothing was sent.
      }
    } catch {
      tryAgain();
      if (loading === this.#loading) {
        this.#leave("does not answer");
      }
    } finally {
      this.#isReporting = false;
    }
  }

  #tell(text, mood = "") {
    this.dispatchEvent(new CustomEvent("told", { detail: { text, mood } }));
  }
}
