// Draws where content, ads and seams are: one lane as the playlist has it, one as tracking.json has it, one for its beacons. It is a
// slider, too: a click or a key seeks.

const LIVE_SPAN = 60;
const STEP = 5;
const PAGE = 20;

/** Of an ad or slate, by its name or the URL of a segment. */
export const colourOf = (text) =>
  /red|ad-10/i.test(text) ? "red" : /green|ad-15/i.test(text) ? "green" : /slate/i.test(text) ? "slate" : "other";

export class Timeline {
  #lanes;
  #breaks;
  #player;
  #video;
  #playhead;
  #drawn = "";

  constructor(lanes, breaks, player, video) {
    this.#lanes = lanes;
    this.#breaks = breaks;
    this.#player = player;
    this.#video = video;
    this.#playhead = document.createElement("div");
    this.#playhead.className = "playhead";
    lanes.addEventListener("click", (event) => this.#seek(event));
    lanes.addEventListener("keydown", (event) => this.#press(event));
  }

  get #span() {
    const { details } = this.#player;
    const end = details.edge ?? details.fragments.at(-1).end;
    const start = details.fragments[0].start; // not 0 in a channel that has ended
    return { from: details.live ? Math.max(start, end - LIVE_SPAN) : start, to: end };
  }

  draw(firedQueries) {
    const { details } = this.#player;
    if (!details?.fragments.length) {
      this.#lanes.replaceChildren();
      this.#drawn = "";
      this.#breaks.textContent = "";
      this.#say({ from: 0, to: 0 }, 0, "nothing loaded");
      return;
    }
    const span = this.#span;
    const drawn = JSON.stringify([span, details.fragments.length, details.startSN, this.#player.service, this.#player.ads(), firedQueries.size]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#lanes.replaceChildren(
        this.#lane("Playlist", this.#fragments(span)),
        this.#lane("Tracking", this.#ads(span)),
        this.#lane("Beacons", this.#beacons(span, firedQueries)),
        this.#playhead);
      this.#breaks.textContent = this.#summary(span);
    }
    const place = (this.#video.currentTime - span.from) / (span.to - span.from);
    this.#playhead.style.setProperty("--place", Math.min(Math.max(place, 0), 1));
    this.#say(span, this.#video.currentTime, this.#whatIsAt(this.#video.currentTime, span));
  }

  /** For those who hear the page. Written only when it changes, since this is called for every frame. */
  #say({ from, to }, seconds, text) {
    const now = Math.min(Math.max(seconds, from), to);
    const values = { valuemin: Math.round(from), valuemax: Math.round(to), valuenow: Math.round(now), valuetext: text };
    for (const [name, value] of Object.entries(values)) {
      if (this.#lanes.getAttribute(`aria-${name}`) !== String(value)) {
        this.#lanes.setAttribute(`aria-${name}`, value);
      }
    }
  }

  #whatIsAt(seconds, span) {
    const ad = this.#player.ads().find(({ start, duration }) => start <= seconds && seconds < start + duration);
    const place = this.#player.details.live
      ? `${Math.max(0, Math.round(span.to - seconds))} seconds behind live`
      : `${Math.round(seconds)} of ${Math.round(span.to)} seconds`;
    return `${place}, ${ad?.title ?? "content"}`;
  }

  #lane(name, marks) {
    const lane = document.createElement("div");
    lane.className = `lane ${name.toLowerCase()}`;
    lane.dataset.name = name;
    const track = document.createElement("div");
    track.className = "track";
    track.append(...marks);
    lane.append(track);
    return lane;
  }

  #mark(span, from, duration, kind, text = "", title = text) {
    const mark = document.createElement("div");
    mark.className = `mark ${kind}`;
    const length = span.to - span.from;
    mark.style.setProperty("--from", (from - span.from) / length);
    mark.style.setProperty("--length", duration / length);
    mark.textContent = text;
    mark.title = title;
    return mark;
  }

  #fragments(span) {
    const marks = [];
    let before;
    for (const fragment of this.#player.details.fragments) {
      const isAd = fragment.url.includes("/ads/media/");
      const kind = isAd ? colourOf(fragment.url) : "content";
      const name = `${kind === "slate" ? "slate" : isAd ? "ad" : "content"} segment ${fragment.sn}, ${fragment.duration.toFixed(3)} s`;
      marks.push(this.#mark(span, fragment.start, fragment.duration, kind, "", name));
      if (before && before.cc !== fragment.cc) {
        marks.push(this.#mark(span, fragment.start, 0, "seam", "", `EXT-X-DISCONTINUITY at ${fragment.start.toFixed(3)} s`));
      }
      before = fragment;
    }
    return marks;
  }

  #ads(span) {
    return this.#player.ads().map((ad) =>
      this.#mark(span, ad.start, ad.duration, colourOf(ad.title), ad.title, `${ad.title}: ${ad.start.toFixed(3)} s, ${ad.duration.toFixed(3)} s`));
  }

  #beacons(span, firedQueries) {
    const inSight = this.#player.beacons().filter(({ at }) => span.from <= at && at <= span.to);
    return inSight.map((beacon) => {
      const isFired = beacon.urls.length > 0 && beacon.urls.every((url) => firedQueries.has(url.slice(url.indexOf("?") + 1)));
      return this.#mark(span, beacon.at, 0, isFired ? "fired" : "due", "", `${beacon.event} at ${beacon.at.toFixed(3)} s: ${isFired ? "fired" : "due"}`);
    });
  }

  #summary(span) {
    const ads = this.#player.ads().map((ad) => `${ad.title} at ${Math.round(ad.start)} s`);
    return `${Math.round(span.to - span.from)} seconds: ${ads.length ? ads.join(", ") : "no ads"}`;
  }

  #seek(event) {
    if (this.#player.details) {
      const { left, width } = this.#lanes.querySelector(".track").getBoundingClientRect();
      const span = this.#span;
      const place = Math.min(Math.max((event.clientX - left) / width, 0), 1);
      this.#video.currentTime = span.from + place * (span.to - span.from);
    }
  }

  /** The keys of a slider. */
  #press(event) {
    if (!this.#player.details?.fragments.length || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const { from, to } = this.#span;
    const now = this.#video.currentTime;
    const goal = {
      ArrowLeft: now - STEP,
      ArrowDown: now - STEP,
      ArrowRight: now + STEP,
      ArrowUp: now + STEP,
      PageDown: now - PAGE,
      PageUp: now + PAGE,
      Home: from,
      End: to,
    }[event.key];
    if (goal !== undefined) {
      event.preventDefault(); // the page stays where it is
      this.#video.currentTime = Math.min(Math.max(goal, from), to);
    }
  }
}
