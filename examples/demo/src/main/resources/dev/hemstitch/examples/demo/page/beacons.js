// The beacons that came to the ad server's log, newest first.

import * as backend from "./backend.js";

const SHOWN = 60;

/** What the services call a viewer when they talk to ad servers. */
async function hashOf(viewer) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(viewer));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 12);
}

export class Beacons {
  #list;
  #count;
  #last = 0;
  #viewer = "";
  #title = "";
  #number = 0;
  /** The queries of the beacon URLs that were called. */
  fired = new Set();

  constructor(list, count) {
    this.#list = list;
    this.#count = count;
  }

  /** Shows those of one viewer from now on. */
  async show(title, viewer) {
    this.#title = title;
    this.#viewer = await hashOf(viewer);
    this.#number = 0;
    this.fired = new Set();
    this.#list.replaceChildren();
    this.#count.textContent = "0";
  }

  /** Whose beacons are shown. */
  get viewer() {
    return this.#viewer;
  }

  async update() {
    const entries = await backend.beaconsAfter(this.#last);
    for (const entry of entries) {
      this.#last = entry.number;
      if (entry.title === this.#title && entry.viewer === this.#viewer) {
        this.fired.add(entry.query);
        this.#add(entry);
      }
    }
  }

  #add(entry) {
    const item = document.createElement("li");
    item.className = entry.event === "error" ? "bad" : "";
    const time = document.createElement("time");
    time.dateTime = entry.time;
    time.textContent = new Date(entry.time).toLocaleTimeString("en-GB");
    const event = document.createElement("strong");
    event.textContent = entry.event;
    const what = document.createElement("span");
    what.textContent = [entry.break, entry.ad].filter(Boolean).join(" · ");
    item.append(time, " ", event, " ", what);
    this.#list.prepend(item);
    while (this.#list.children.length > SHOWN) {
      this.#list.lastChild.remove();
    }
    this.#count.textContent = String(++this.#number);
  }
}
