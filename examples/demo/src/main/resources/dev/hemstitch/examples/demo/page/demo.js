// Puts the page together.

import * as backend from "./backend.js";
import { Beacons } from "./beacons.js";
import { Controls } from "./controls.js";
import { watchPicture } from "./picture.js";
import { Player } from "./player.js";
import { colourOf, Timeline } from "./timeline.js";

const byId = (id) => document.getElementById(id);
const video = byId("video");
const player = new Player(video);
const timeline = new Timeline(byId("lanes"), byId("breaks"), player, video);
const beacons = new Beacons(byId("beacons"), byId("beacon-count"));
const controls = new Controls(byId("services"), player, tell);
let titles = [];

function tell(text, mood = "") {
  const item = document.createElement("li");
  item.className = mood;
  const time = document.createElement("time");
  time.textContent = new Date().toLocaleTimeString("en-GB");
  item.append(time, ` ${text}`);
  byId("events").prepend(item);
  while (byId("events").children.length > 40) {
    byId("events").lastChild.remove();
  }
}

function newViewer() {
  return `viewer-${crypto.randomUUID().slice(0, 8)}`;
}

function notice(text) {
  byId("notice").hidden = !text;
  byId("notice").textContent = text;
}

async function play() {
  titles = await backend.titles();
  const title = titles.find(({ id }) => id === byId("title").value) ?? titles[0];
  const viewer = byId("viewer").value;
  history.replaceState(null, "", `#${new URLSearchParams({ title: title.id, viewer })}`);
  notice("");
  freezeFrame(false);
  await beacons.show(title.id, viewer);
  video.setAttribute("aria-label", `Video: ${title.name ?? title.id}`);
  player.play(title, viewer);
}

/** While the player moves from one service to the other, the last picture stays. */
function freezeFrame(isFrozen) {
  const canvas = byId("last-frame");
  if (isFrozen && video.videoWidth) {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
  }
  canvas.hidden = !isFrozen;
}

function showNow() {
  const now = video.currentTime;
  const ad = player.ads().find(({ start, duration }) => start <= now && now < start + duration);
  const line = byId("now-playing");
  let text = "Nothing plays yet.";
  if (ad) {
    text = `Ad ${ad.place} of ${ad.of}: ${ad.title}, ${Math.ceil(ad.start + ad.duration - now)} s left`;
  } else if (player.details) {
    text = video.ended ? "The end." : player.isLive ? "The channel’s content" : "Content";
  }
  if (line.textContent !== text) {
    line.textContent = text;
  }
  line.className = `now-playing ${ad ? colourOf(ad.title) : ""}`;
  byId("served-by").textContent = player.service
    ? `${controls.nameOf(player.service)} service, ${player.service.replace("http://", "")}`
    : "–";
}

player.addEventListener("told", ({ detail }) => tell(detail.text.replace(/http:\S+\d/, (url) => `the ${controls.nameOf(url)} service`), detail.mood));
player.addEventListener("lost", () => notice("The service is gone. Looking for the other one …"));
player.addEventListener("moving", () => {
  freezeFrame(true);
  notice("");
});
video.addEventListener("playing", () => freezeFrame(false));
watchPicture(video, (picture) => {
  byId("picture").textContent = picture ? `${picture.source}, ${picture.seconds.toFixed(2)} s` : "–";
});

byId("choice").addEventListener("submit", (event) => {
  event.preventDefault();
  play().catch((error) => tell(error.message, "bad"));
});
byId("title").addEventListener("change", () => byId("choice").requestSubmit());
byId("new-viewer").addEventListener("click", () => {
  byId("viewer").value = newViewer();
  byId("choice").requestSubmit();
});

const draw = () => {
  timeline.draw(beacons.fired);
  showNow();
  requestAnimationFrame(draw);
};

async function look() {
  await Promise.allSettled([beacons.update(), controls.update()]);
  setTimeout(look, 700);
}

async function start() {
  const asked = new URLSearchParams(location.hash.slice(1));
  titles = await backend.titles();
  byId("title").append(...titles.map(({ id, name }) => new Option(name ?? id, id)));
  byId("title").value = titles.some(({ id }) => id === asked.get("title")) ? asked.get("title") : titles[0].id;
  byId("viewer").value = asked.get("viewer") ?? newViewer();
  await beacons.update();
  await controls.update();
  await play();
  look();
  draw();
}

// For the browser tests, and for whoever looks with the developer tools.
window.demo = { player, beacons, controls };
start().catch((error) => tell(error.message, "bad"));
