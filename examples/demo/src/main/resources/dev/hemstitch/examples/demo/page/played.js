// Notes what was played, and reports it to the service, which sends the beacons that fall due.

/** In seconds: hls.js skips bits where a picture begins a little late. */
const NUDGE = 0.5;

/** In seconds: a timeline by dates ends a frame or so before its last ad does, by the sums of rounded durations. */
const ROUNDING = 0.1;

export class Played {
  #video;
  #now;
  #from;
  #stretches = [];

  /** `now` tells where the playhead is on the timeline of tracking.json. */
  constructor(video, now) {
    this.#video = video;
    this.#now = now;
    video.addEventListener("timeupdate", () => this.note());
    video.addEventListener("ended", () => this.note(ROUNDING));
    video.addEventListener("seeked", () => this.#noteSeek());
    video.addEventListener("loadeddata", () => this.#noteSeek());
  }

  /** Playing will begin there; not known yet if undefined. */
  startAt(from) {
    this.#from = from;
  }

  /** What was noted is of no use: it is on another timeline. */
  forget() {
    this.#from = undefined;
    this.#stretches = [];
  }

  /** What was skipped was not played. */
  #noteSeek() {
    const now = this.#now();
    if (this.#from === undefined || now < this.#from || now > this.#from + NUDGE) {
      this.#from = now;
    }
  }

  note(more = 0) {
    if (this.#video.seeking || this.#video.readyState < 2) {
      return;
    }
    const now = this.#now() + more;
    if (this.#from !== undefined && now > this.#from) {
      const last = this.#stretches.at(-1);
      if (last?.to === this.#from) {
        last.to = now;
      } else {
        this.#stretches.push({ from: this.#from, to: now });
      }
    }
    this.#from = now;
  }

  /** The next stretch to report; undefined if there is none. */
  take() {
    return this.#stretches.shift();
  }

  /** A stretch that could not be reported. */
  putBack(stretch) {
    this.#stretches.unshift(stretch);
  }
}
